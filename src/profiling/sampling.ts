/** Timing plain runs: when the model is warm, how many runs the clock can time as one, and one sample after the other. */
import { isWarm } from '../core/profile/stoppingRule';
import { err, ok, type Result } from '../core/result';
import { median } from '../core/statistics';
import type { Engine, EngineSession } from './engine';

/**
 * A sample takes as many runs as fill so many steps of the clock: then the step is at most 5 % of what is read. One run in
 * an isolated page; a clock that takes more than the most would tell nothing of a single block.
 */
const stepsPerSample = 20;
const mostPerSample = 20;
/** Runs that are handed to a GPU together, so that waiting for it counts once; in software there is nothing to win. */
const queuedRuns = 5;

/** Runs until lazy compilation has settled; the first run was made already. */
export async function warmUp(
  engine: Engine,
  session: EngineSession,
  firstRunS: number,
  onRun: (runs: number) => void,
): Promise<void> {
  const runsS = [firstRunS];
  for (;;) {
    onRun(runsS.length);
    await engine.breathe();
    if (isWarm(runsS)) return;
    const startS = engine.now();
    await session.run();
    runsS.push(engine.now() - startS);
  }
}

export async function repeat(session: EngineSession, runs: number): Promise<void> {
  for (let run = 0; run < runs; run += 1) await session.run();
}

export interface Sampler {
  /** Runs in a sample. */
  readonly runs: number;
  /** Whether they are handed over together, their results left where they are. */
  readonly isQueued: boolean;
  /** Seconds a run, of several timed as one. */
  sample(): Promise<number>;
  /** The same, not counted. */
  trial(): Promise<number>;
  /** Of all samples and trials so far [s]; Infinity before the first. */
  fastestS(): number;
  /** Of an engine with a queue: single runs whose results are copied back, one a sample [s]. */
  readonly readBackS: readonly number[];
  /** How much longer than the usual the slowest sample took [s]. */
  longestStallS(): number;
}

/** Even the most runs took less than the clock needs. */
export interface TooShort {
  /** What one run took is less than this [s]. */
  readonly belowS: number;
}

export async function createSampler(
  engine: Engine,
  session: EngineSession,
  isSoftwareGpu: boolean,
): Promise<Result<Sampler, TooShort>> {
  const { runQueued } = session;
  const timed = async (run: () => Promise<void>): Promise<number> => {
    const startS = engine.now();
    await run();
    return engine.now() - startS;
  };
  const together = (runs: number): Promise<number> =>
    timed(() => (runQueued === null ? repeat(session, runs) : runQueued(runs)));
  const filling =
    runQueued === null
      ? await runsThatFill(engine, session)
      : await queueThatFills(engine, isSoftwareGpu ? 1 : queuedRuns, together);
  if (!filling.ok) return filling;
  const runs = filling.value;
  let fastestS = Infinity;
  const trial = async (): Promise<number> => {
    const runS = (await together(runs)) / runs;
    fastestS = Math.min(fastestS, runS);
    return runS;
  };
  const samplesS: number[] = [];
  const readBackS: number[] = [];
  return ok({
    runs,
    isQueued: runQueued !== null,
    readBackS,
    trial,
    fastestS: () => fastestS,
    sample: async () => {
      const runS = await trial();
      samplesS.push(runS * runs);
      if (runQueued !== null) readBackS.push(await timed(() => session.run()));
      return runS;
    },
    longestStallS: () => Math.max(...samplesS) - median(samplesS),
  });
}

async function runsThatFill(engine: Engine, session: EngineSession): Promise<Result<number, TooShort>> {
  const startS = engine.now();
  for (let runs = 1; runs <= mostPerSample; runs += 1) {
    await session.run();
    if (engine.now() - startS >= stepsPerSample * engine.clockS) return ok(runs);
  }
  return tooShort(engine, mostPerSample);
}

async function queueThatFills(
  engine: Engine,
  fewest: number,
  together: (runs: number) => Promise<number>,
): Promise<Result<number, TooShort>> {
  let runs = fewest;
  while ((await together(runs)) < stepsPerSample * engine.clockS) {
    if (2 * runs > mostPerSample * fewest) return tooShort(engine, runs);
    runs *= 2;
  }
  return ok(runs);
}

/** So many runs together did not fill what a sample needs. */
const tooShort = ({ clockS }: Engine, runs: number): Result<never, TooShort> =>
  err({ belowS: (stepsPerSample * clockS) / runs });
