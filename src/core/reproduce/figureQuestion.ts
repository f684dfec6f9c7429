/** What a figure is run with: the same question gives the same result, bit by bit. */
import type { RunOptions } from './types';

export type FigureQuestion = Pick<RunOptions, 'seed' | 'preset' | 'overrides'>;

/** As `npm run reproduce` asks without options. */
export const usualQuestion: FigureQuestion = { seed: 1, preset: 'calibrated', overrides: {} };

export function isSameQuestion(a: FigureQuestion, b: FigureQuestion): boolean {
  const ids = Object.keys(a.overrides);
  return (
    a.seed === b.seed &&
    a.preset === b.preset &&
    ids.length === Object.keys(b.overrides).length &&
    ids.every((id) => a.overrides[id] === b.overrides[id])
  );
}
