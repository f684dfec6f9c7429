import { describe, expect, it } from 'vitest';
import { inOneGo, inSlices, type Slices } from './slices';

function* steps(count: number, onStep?: (step: number) => void): Slices<number> {
  for (let step = 0; step < count; step += 1) {
    onStep?.(step);
    yield;
  }
  return count;
}

describe('work in slices', () => {
  it('comes to the same as in one go', async () => {
    expect(inOneGo(steps(5))).toBe(5);
    expect(await inSlices(steps(5), new AbortController().signal)).toBe(5);
  });

  it('begins when the caller is done', async () => {
    let last = -1;
    const work = inSlices(
      steps(5, (step) => (last = step)),
      new AbortController().signal,
    );
    expect(last).toBe(-1);
    await work;
    expect(last).toBe(4);
  });

  it('ends at once when it is aborted, and does nothing more', async () => {
    const controller = new AbortController();
    let last = -1;
    const work = inSlices(
      steps(1000, (step) => {
        last = step;
        if (step === 3) controller.abort();
      }),
      controller.signal,
    );
    expect(await work).toBeNull();
    expect(last).toBe(3);
  });

  it('passes on what goes wrong', async () => {
    const failing = steps(3, () => {
      throw new Error('no room');
    });
    await expect(inSlices(failing, new AbortController().signal)).rejects.toThrow('no room');
  });
});
