/** An engine whose clock moves only when it runs, with run times the test chooses, and in steps as a browser's does. */
import type { AdapterFacts } from '../../core/profile/detailsTypes';
import type { Engine } from '../engine';

export interface FakeOptions {
  readonly blocks: readonly string[];
  /** Seconds of block `block` in run `run` of all runs so far, warm-up included. */
  readonly blockS: (run: number, block: number) => number;
  readonly clockS?: number;
  /** Rejects session number `session` (0 = the first). */
  readonly refuse?: (session: number) => string | null;
  /** What the browser says of downloading the runtime [s]; unless told, nothing. */
  readonly downloadS?: number | null;
  /** Replaces the printed profile. */
  readonly print?: (text: string) => string;
  /** Makes it a GPU. */
  readonly gpu?: FakeGpu;
  /** Rejects run number `run` of all runs. */
  readonly fail?: (run: number) => Error | null;
}

export interface FakeGpu {
  readonly adapter: AdapterFacts;
  /** Step of its time stamps [s]; null: it has none. */
  readonly stampS: number | null;
  /** What handing over one run takes and copying its results back [s]; several runs handed over together wait once. */
  readonly waitS: number;
  /** Operators that run on the CPU, by block; each costs two copies. */
  readonly onCpu?: readonly number[];
}

export interface FakeEngine extends Engine {
  readonly log: { sessions: number; released: number; runs: number; profiles: number; queues: number };
}

export function createFakeEngine(options: FakeOptions): FakeEngine {
  const { blocks, blockS, clockS = 5e-6, downloadS = null, fail, gpu, print, refuse } = options;
  const log = { sessions: 0, released: 0, runs: 0, profiles: 0, queues: 0 };
  let nowS = 0;
  // A hair more: a time that is a whole number of steps must not fall to the one before by rounding.
  const stepped = (seconds: number, stepS: number): number => Math.floor(seconds / stepS + 1e-6) * stepS;
  const readS = (): number => stepped(nowS, clockS);
  /** One run of all blocks, as events. */
  const runBlocks = (events: object[], programs: object[]): void => {
    const failure = fail?.(log.runs) ?? null;
    if (failure !== null) throw failure;
    const run = log.runs;
    log.runs += 1;
    blocks.forEach((name, block) => {
      const [startS, from] = [readS(), nowS];
      nowS += blockS(run, block);
      const isOnCpu = gpu === undefined || gpu.onCpu?.includes(block) === true;
      const provider = isOnCpu ? 'CPUExecutionProvider' : 'WebGpuExecutionProvider';
      const event = (kernel: string, op: string, seconds: number) => ({
        cat: 'Node',
        name: `${kernel}_kernel_time`,
        dur: Math.round(seconds * 1e6),
        ts: startS * 1e6,
        args: { op_name: op, provider },
      });
      if (isOnCpu && gpu !== undefined) events.push(event(`Memcpy_token_${block}`, 'MemcpyToHost', 1));
      // What a GPU's kernel reports is how long handing it over took.
      events.push(event(name, 'Conv', isOnCpu ? readS() - startS : 1e-6));
      if (isOnCpu && gpu !== undefined) events.push(event(`Memcpy_token_${block}`, 'MemcpyFromHost', 1));
      if (isOnCpu || gpu.stampS === null) return;
      const dur = Math.round((stepped(nowS, gpu.stampS) - stepped(from, gpu.stampS)) * 1e6);
      programs.push({ cat: 'Api', name: `${name}&Conv&Conv2dMM`, dur, ts: 0 });
    });
    events.push({ cat: 'Session', name: 'model_run', dur: 0, ts: nowS * 1e6 });
  };
  return {
    log,
    clockS,
    threads: 1,
    originS: 1000,
    startedS: 0,
    downloadS: () => downloadS,
    adapter: () => gpu?.adapter ?? null,
    heapBytes: () => null,
    now: readS,
    breathe: () => Promise.resolve(),
    createSession(_model, { profiled }) {
      const refusal = refuse?.(log.sessions) ?? null;
      log.sessions += 1;
      if (refusal !== null) return Promise.reject(new Error(refusal));
      const events: object[] = [];
      const programs: object[] = [];
      const run = (): Promise<void> => Promise.resolve().then(() => runBlocks(events, programs));
      return Promise.resolve({
        run: async () => {
          await run();
          nowS += gpu?.waitS ?? 0;
        },
        runQueued:
          gpu === undefined || profiled
            ? null
            : async (runs: number) => {
                log.queues += 1;
                for (let i = 0; i < runs; i += 1) await run();
                nowS += gpu.waitS;
              },
        endProfiling() {
          log.profiles += 1;
          const text = profiled ? JSON.stringify([...events, ...programs]) : '';
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
