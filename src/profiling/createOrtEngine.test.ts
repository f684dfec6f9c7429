import { describe, expect, it, vi } from 'vitest';
import { captureConsole } from './capturePrint';
import { clockStepS } from './createOrtEngine';

/** A clock that advances 0.7 us per reading, seen in steps. */
const steppedClock = (stepMs: number) => {
  let reading = 0;
  return () => Math.floor((reading += 0.0007) / stepMs) * stepMs;
};

describe('the step of the clock', () => {
  it.each([
    [0.1, 1e-4],
    [0.02, 2e-5],
    [0.005, 5e-6],
    [1, 1e-3],
  ])('of %d ms is seen', (stepMs, seconds) => {
    expect(clockStepS(steppedClock(stepMs))).toBeCloseTo(seconds, 9);
  });

  it('is never finer than the time stamps of the profile, one microsecond', () => {
    expect(clockStepS(steppedClock(0.0001))).toBe(1e-6);
  });
});

describe('printing', () => {
  it('is collected during a capture and passes through before and after', () => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    try {
      const capture = captureConsole();
      console.log('before');
      const text = capture(() => {
        console.log('[');
        console.log('{"a":', 1, '}');
      });
      console.log('after');
      expect(text).toBe('[\n{"a": 1 }');
      expect(log.mock.calls).toEqual([['before'], ['after']]);
    } finally {
      log.mockRestore();
    }
  });

  it('passes through again even if the captured action throws', () => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    try {
      const capture = captureConsole();
      expect(() =>
        capture(() => {
          throw new Error('single use');
        }),
      ).toThrow('single use');
      console.log('after');
      expect(log).toHaveBeenCalledWith('after');
    } finally {
      log.mockRestore();
    }
  });
});
