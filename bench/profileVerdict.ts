/** What two passes of measurements say of each other and of themselves: the limits of `profile.ts`, apart from any browser. */
import { secondsOf } from '../src/core/profile/blockTime';
import type { BlockSample, MeasuredSource } from '../src/core/profile/types';

/** As much of a measurement as is judged. */
export interface Judged {
  readonly blocks: readonly BlockSample[];
  readonly source: Pick<MeasuredSource, 'endToEndS' | 'factor' | 'ratio' | 'statistic' | 'sumS'>;
}
/** Measurements by the name of the model. */
export type Pass = ReadonlyMap<string, Judged>;

const sumWithin = 0.1;
const longBlockS = 1e-4;
const figuresWithin = 0.1;

/** Sum of the blocks over the whole, before any scaling. */
export function ratioOf({ source }: Judged): number {
  return source.ratio ?? source.sumS / source.endToEndS;
}

/** Models whose blocks are more than 10 % apart from the whole in any of the passes. */
export function modelsApart(passes: readonly Pass[]): readonly string[] {
  const apart = passes.flatMap((pass) =>
    [...pass].filter(([, judged]) => Math.abs(ratioOf(judged) - 1) > sumWithin).map(([name]) => name),
  );
  return [...new Set(apart)];
}

/** Models that a pass answered by means, because the machine was not steady or the clock is coarse: they have no medians to compare. */
export function modelsByMeans(passes: readonly Pass[]): readonly string[] {
  const byMeans = passes.flatMap((pass) =>
    [...pass].filter(([, { source }]) => source.statistic === 'mean').map(([name]) => name),
  );
  return [...new Set(byMeans)];
}

export interface Agreement {
  readonly long: number;
  readonly agreeing: number;
}

/** Blocks above 0.1 ms in either pass, and how many of them were found to take the same. */
export function compareBlocks(first: Judged, second: Judged): Agreement {
  const again = figuresOf(second);
  const pairs = figuresOf(first).map((figure, block) => [figure, again[block]!] as const);
  const long = pairs.filter((pair) => pair.some(({ seconds }) => seconds > longBlockS));
  return { long: long.length, agreeing: long.filter(([a, b]) => agree(a, b)).length };
}

interface Figure {
  readonly seconds: number;
  readonly intervalS: readonly [number, number] | null;
}

/** Medians (or means) of the blocks as they were measured: what the product uses is scaled to the whole, of another pass otherwise. */
function figuresOf({ blocks, source: { factor } }: Judged): readonly Figure[] {
  return blocks.map(({ time, intervalS }) => ({
    seconds: secondsOf(time) / factor,
    intervalS: intervalS === null ? null : [intervalS[0] / factor, intervalS[1] / factor],
  }));
}

function agree(a: Figure, b: Figure): boolean {
  if (Math.abs(a.seconds - b.seconds) < figuresWithin * Math.min(a.seconds, b.seconds)) return true;
  if (a.intervalS === null || b.intervalS === null) return false;
  return a.intervalS[0] <= b.intervalS[1] && b.intervalS[0] <= a.intervalS[1];
}
