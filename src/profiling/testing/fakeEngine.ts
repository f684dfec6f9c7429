/** An engine whose clock moves only when it runs, with run times the test chooses, and in steps as a browser's does. */
import type { Engine } from '../engine';

export interface FakeOptions {
  readonly blocks: readonly string[];
  /** Seconds of block `block` in run `run` of all runs so far, warm-up included. */
  readonly blockS: (run: number, block: number) => number;
  readonly clockS?: number;
  /** Rejects session number `session` (0 = the first). */
  readonly refuse?: (session: number) => string | null;
  /** Replaces the printed profile. */
  readonly print?: (text: string) => string;
}

export interface FakeEngine extends Engine {
  readonly log: { sessions: number; released: number; runs: number; profiles: number };
}

export function createFakeEngine({ blocks, blockS, clockS = 5e-6, refuse, print }: FakeOptions): FakeEngine {
  const log = { sessions: 0, released: 0, runs: 0, profiles: 0 };
  let nowS = 0;
  // A hair more: a time that is a whole number of steps must not fall to the one before by rounding.
  const readS = (): number => Math.floor(nowS / clockS + 1e-6) * clockS;
  return {
    log,
    clockS,
    threads: 1,
    originS: 0,
    startedS: 0,
    adapter: () => null,
    heapBytes: () => null,
    now: readS,
    breathe: () => Promise.resolve(),
    createSession(_model, { profiled }) {
      const refusal = refuse?.(log.sessions) ?? null;
      log.sessions += 1;
      if (refusal !== null) return Promise.reject(new Error(refusal));
      const events: object[] = [];
      return Promise.resolve({
        run() {
          const run = log.runs;
          log.runs += 1;
          blocks.forEach((name, block) => {
            const startS = readS();
            nowS += blockS(run, block);
            const dur = Math.round((readS() - startS) * 1e6);
            events.push({ cat: 'Node', name: `${name}_kernel_time`, dur, ts: startS * 1e6 });
          });
          events.push({ cat: 'Session', name: 'model_run', dur: 0, ts: nowS * 1e6 });
          return Promise.resolve();
        },
        runQueued: null,
        endProfiling() {
          log.profiles += 1;
          const text = profiled ? JSON.stringify(events) : '';
          return print?.(text) ?? text;
        },
        release() {
          log.released += 1;
          return Promise.resolve();
        },
      });
    },
  };
}
