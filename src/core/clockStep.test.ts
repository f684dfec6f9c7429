import { describe, expect, it } from 'vitest';
import { findClockStepS } from './clockStep';

/** A clock that moves by `stepMs` every few readings. */
function createClock(stepMs: number, readingsAStep: number): () => number {
  let readings = 0;
  return () => {
    readings += 1;
    return 1000.1 + Math.floor(readings / readingsAStep) * stepMs;
  };
}

describe('the step of a clock', () => {
  it.each([
    [0.005, 5e-6],
    [0.02, 2e-5],
    [0.1, 1e-4],
    [1, 1e-3],
  ])('of %d ms is seen, whatever dust the readings carry', (stepMs, seconds) => {
    expect(findClockStepS(createClock(stepMs, 7))).toBe(seconds);
  });

  it('that does not move is taken for a coarse one, and comes back', () => {
    expect(findClockStepS(() => 5)).toBe(0.1);
  });
});
