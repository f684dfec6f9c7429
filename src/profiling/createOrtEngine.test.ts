import * as ort from 'onnxruntime-web';
import { describe, expect, it, vi } from 'vitest';
import { model, node, value } from '../core/onnx/read/testing/makeModel';
import { captureConsole } from './capturePrint';
import { createOrtEngine } from './createOrtEngine';
import { createNodeEngine } from './testing/nodeEngine';

/** A clock that advances 0.7 us per reading, seen in steps. */
const steppedClock = (stepMs: number) => {
  let reading = 0;
  return () => Math.floor((reading += 0.0007) / stepMs) * stepMs;
};

describe('the step of the clock', () => {
  const clockS = (stepMs: number): number =>
    createOrtEngine({
      ort,
      sessionOptions: {},
      threads: 1,
      readProfile: () => '',
      nowMs: steppedClock(stepMs),
      originMs: 0,
      startedMs: null,
      breathe: () => Promise.resolve(),
    }).clockS;

  it('is what the page’s clock shows', () => {
    expect(clockS(0.1)).toBe(1e-4);
  });

  it('is never finer than the time stamps of the profile, one microsecond', () => {
    expect(clockS(0.0001)).toBe(1e-6);
  });
});

it('an input is fed whatever it is called', async () => {
  const bytes = model({
    input: [value('__proto__', [2])],
    output: [value('y', [2])],
    node: [node('Relu', ['__proto__'], ['y'])],
  });
  const feed = { name: '__proto__', type: 'float32', shape: [2], data: new Uint8Array(8) } as const;
  const runnable = { bytes, external: [], feeds: [feed], resultTypes: ['float32' as const] };
  const session = await createNodeEngine().createSession(runnable, { profiled: false });
  try {
    await expect(session.run()).resolves.toBeUndefined();
  } finally {
    await session.release();
  }
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
