/** How much better one total is than another. gain = 1 - best / baseline, as in the papers on split inference. */
import { formatPercent, formatSeconds } from '../format';

export interface Gain {
  readonly ratio: number;
  readonly savedS: number;
}

export const gainDefinition = 'Gain = 1 − best ÷ baseline.';

/** Totals that agree to a billionth are the same plan in another order of summing. */
export function sameTotal(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}

/** null where there is nothing to compare: a total that is not finite, or a baseline that takes no time. */
export function gainOver(bestS: number, baselineS: number): Gain | null {
  if (!Number.isFinite(bestS) || !Number.isFinite(baselineS) || baselineS <= 0) return null;
  return { ratio: 1 - bestS / baselineS, savedS: baselineS - bestS };
}

/** "34 % faster than all in the cloud: 21.3 ms saved" */
export function gainPhrase(bestS: number, baselineS: number, baseline: string): string {
  if (sameTotal(bestS, baselineS)) return `as fast as ${baseline}`;
  const gain = gainOver(bestS, baselineS);
  if (gain === null) return `not comparable with ${baseline}`;
  return gain.ratio > 0
    ? `${formatPercent(gain.ratio)} faster than ${baseline}: ${formatSeconds(gain.savedS)} saved`
    : `${formatSeconds(-gain.savedS)} slower than ${baseline}`;
}
