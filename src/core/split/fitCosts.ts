/** From runs of parts that do nothing to the costs of running in parts. */
import { elementBytes } from '../model/imported/types';
import { median } from '../statistics';
import type { CalibrationKind } from './calibrationParts';
import type { CopyCosts, LinearCost } from './types';

export interface PartSample {
  readonly kind: CalibrationKind;
  readonly elements: number;
  /** As the part's host says [s]. */
  readonly runS: number;
  /** As the page sees it, from handing the inputs over to having the outputs [s]. */
  readonly roundTripS: number;
}

export interface ShippingSample {
  readonly elements: number;
  /** As the page sees it, without the time on the link [s]. */
  readonly seconds: number;
}

/**
 * Medians of repeated runs; a cost per byte is the median over the sizes of (cost - smallest part's cost) / bytes, and never
 * negative. What 'make' costs beyond 'both' is copying its result out: both make the numbers, one keeps them.
 */
export function fitCosts(
  parts: readonly PartSample[],
  shipping: readonly ShippingSample[],
): Omit<CopyCosts, 'pace'> {
  const timeOf = (kind: CalibrationKind, elements: number, value: (sample: PartSample) => number): number =>
    median(parts.filter((sample) => sample.kind === kind && sample.elements === elements).map(value));
  const run = ({ runS }: PartSample): number => runS;
  const message = ({ runS, roundTripS }: PartSample): number => roundTripS - runS;
  const sizes = [...new Set(parts.map(({ elements }) => elements))].filter((elements) => elements > 1);
  const fixedRunS = timeOf('take', 1, run);
  const fixedMessageS = timeOf('take', 1, message);
  return {
    into: { fixedS: fixedRunS, perByteS: slope(sizes, (n) => timeOf('take', n, run) - fixedRunS) },
    out: { fixedS: 0, perByteS: slope(sizes, (n) => timeOf('make', n, run) - timeOf('both', n, run)) },
    message: {
      fixedS: fixedMessageS,
      perByteS: slope(
        sizes,
        (n) => (timeOf('take', n, message) + timeOf('make', n, message)) / 2 - fixedMessageS,
      ),
    },
    shipping: fitShipping(shipping),
  };
}

function fitShipping(samples: readonly ShippingSample[]): LinearCost {
  const timeOf = (elements: number): number =>
    median(samples.filter((sample) => sample.elements === elements).map(({ seconds }) => seconds));
  const sizes = [...new Set(samples.map(({ elements }) => elements))].filter((elements) => elements > 1);
  const fixedS = timeOf(1);
  return { fixedS, perByteS: slope(sizes, (n) => timeOf(n) - fixedS) };
}

function slope(sizes: readonly number[], extraS: (elements: number) => number): number {
  return Math.max(0, median(sizes.map((n) => extraS(n) / (n * elementBytes.float32))));
}
