/** What the check of the cuts comes to, in words and as a table. */
import { toleratedRelative } from '../../../core/split/compareResults';
import type { ShippedPrecision } from '../../../core/scenario/types';
import type { ModelsState } from '../../../state/modelsTypes';
import type { ChartTable } from '../../charts/chartTable';
import { formatBytes, formatCount } from '../../format';

type Check = Extract<ModelsState['checking'], { status: 'done' }>['check'];
export type Cut = Check['cuts'][number];

/** "3.1 × 10⁻⁶", "0". */
export function formatError(value: number): string {
  if (value === 0) return '0';
  if (!Number.isFinite(value)) return 'not a number';
  const [digits, exponent] = value.toExponential(1).split('e');
  return `${digits} × 10${superscript(Number(exponent))}`;
}

const raised = {
  '-': '⁻',
  0: '⁰',
  1: '¹',
  2: '²',
  3: '³',
  4: '⁴',
  5: '⁵',
  6: '⁶',
  7: '⁷',
  8: '⁸',
  9: '⁹',
} as const;

function superscript(exponent: number): string {
  return String(exponent).replace(/./g, (digit) => raised[digit as keyof typeof raised]);
}

export function worstCut(cuts: readonly Cut[]): Cut | null {
  // Not a number is worse than any number.
  const weight = ({ relative }: Cut): number => (Number.isNaN(relative) ? Infinity : relative);
  return cuts.reduce<Cut | null>(
    (worst, cut) => (worst === null || weight(cut) > weight(worst) ? cut : worst),
    null,
  );
}

/** Where features cross as they are, a cut must change nothing; where they are rounded, the difference is what rounding costs. */
export function toleranceFor(shipped: ShippedPrecision): number | null {
  return shipped === 'fp32' ? toleratedRelative : null;
}

export function isWithin(cuts: readonly Cut[]): boolean {
  return cuts.every(({ relative }) => relative <= toleratedRelative);
}

/** What was found, in a sentence or three. */
export function checkSentence({ cuts, failures, optimisation }: Check, shipped: ShippedPrecision): string {
  const worst = worstCut(cuts);
  if (worst === null)
    return failures.length === 0
      ? 'There is no boundary to cut at.'
      : `No cut could be run (${formatCount(failures.length, 'boundary', 'boundaries')}).`;
  const isExact = toleranceFor(shipped) !== null;
  return [
    isExact ? errorSentence(cuts, worst) : roundingSentence(cuts, worst, shipped),
    bytesSentence(cuts),
    ...failureSentence(failures.length),
    ...(worst.relative === 0 || !isExact ? [] : [optimisationSentence(optimisation)]),
  ].join(' ');
}

function errorSentence(cuts: readonly Cut[], worst: Cut): string {
  const all = cuts.length === 1 ? 'The one cut gives' : `All ${formatCount(cuts.length, 'cut')} give`;
  if (worst.relative === 0) return `${all} exactly the whole model's result.`;
  const size = sizeText(worst);
  return isWithin(cuts)
    ? `${all} the whole model's result: the worst difference is ${size}.`
    : `Not every cut gives the whole model's result: the worst difference is ${size}, more than ${formatError(toleratedRelative)}.`;
}

/** What rounding costs: no cut passes or fails by it. */
function roundingSentence(cuts: readonly Cut[], worst: Cut, shipped: ShippedPrecision): string {
  const rounded = `Features shipped as ${roundedNames[shipped]}`;
  if (worst.relative === 0)
    return `${rounded} give exactly the whole model's result at ${formatCount(cuts.length, 'cut')}.`;
  if (!Number.isFinite(worst.relative))
    return `${rounded} give a result that is no number at the cut after block ${worst.boundary}.`;
  return `${rounded} change the result by up to ${sizeText(worst)}. That is the error of rounding, on one seeded input.`;
}

const roundedNames: Readonly<Record<ShippedPrecision, string>> = {
  fp32: '32-bit floats',
  fp16: '16-bit floats',
  int8: '8-bit integers',
};

const sizeText = ({ absolute, boundary, relative }: Cut): string =>
  `${formatError(relative)} of the largest output (${formatError(absolute)}), at the cut after block ${boundary}`;

function bytesSentence(cuts: readonly Cut[]): string {
  const other = cuts.filter(({ predictedBytes, sentBytes }) => predictedBytes !== sentBytes);
  if (other.length === 0) return 'At every cut as many bytes cross as predicted.';
  const { boundary, predictedBytes, sentBytes } = other[0]!;
  return `At ${formatCount(other.length, 'cut')} other bytes cross than predicted, first after block ${boundary}: ${formatBytes(sentBytes)} instead of ${formatBytes(predictedBytes)}.`;
}

const failureSentence = (failures: number): readonly string[] =>
  failures === 0 ? [] : [`${formatCount(failures, 'boundary', 'boundaries')} could not be run.`];

function optimisationSentence(optimisation: Check['optimisation']): string {
  return optimisation === 'all'
    ? 'With optimisation, as models run: operators may be fused otherwise in two parts, so the last digits may differ.'
    : 'Without optimisation: every operator runs as written.';
}

export function cutsTable(cuts: readonly Cut[]): ChartTable {
  return {
    columns: [
      { name: 'after block' },
      { name: 'worst absolute error' },
      { name: 'worst relative error' },
      { name: 'predicted (bytes)' },
      { name: 'sent (bytes)' },
      { name: 'tensors' },
    ],
    rows: cuts.map(({ boundary, absolute, relative, predictedBytes, sentBytes, tensors }) => [
      boundary,
      absolute === 0 ? 0 : formatError(absolute),
      relative === 0 ? 0 : formatError(relative),
      predictedBytes,
      sentBytes,
      tensors.join(', '),
    ]),
  };
}
