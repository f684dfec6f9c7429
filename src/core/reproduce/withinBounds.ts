import type { Assumption } from './types';

/** The number that may stand for an assumption and is nearest to the one asked; null where that is none (NaN, infinite). */
export function withinBounds(
  { min, max, isWhole }: Pick<Assumption, 'min' | 'max' | 'isWhole'>,
  asked: number,
): number | null {
  if (!Number.isFinite(asked)) return null;
  const within = Math.min(max, Math.max(min, asked));
  return isWhole ? Math.round(within) : within;
}
