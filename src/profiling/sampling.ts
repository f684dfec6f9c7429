/** Timing plain runs: when the model is warm, how many runs the clock can time as one, and one sample after the other. */
import { isWarm } from '../core/profile/stoppingRule';
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
  /** Of an engine with a queue: single runs whose results are copied back, one a sample [s]. */
  readonly readBackS: readonly number[];
  /** How much longer than the usual the slowest sample took [s]. */
  longestStallS(): number;
}

/** null where even the most runs are too short for the clock. */
export async function createSampler(
  engine: Engine,
  session: EngineSession,
  isSoftwareGpu: boolean,
): Promise<Sampler | null> {
  const { runQueued } = session;
  const timed = async (run: () => Promise<void>): Promise<number> => {
    const startS = engine.now();
    await run();
    return engine.now() - startS;
  };
  const together = (runs: number): Promise<number> =>
    timed(() => (runQueued === null ? repeat(session, runs) : runQueued(runs)));
  const runs =
    runQueued === null
      ? await runsThatFill(engine, session)
      : await queueThatFills(engine, isSoftwareGpu ? 1 : queuedRuns, together);
  if (runs === null) return null;
  const samplesS: number[] = [];
  const readBackS: number[] = [];
  return {
    runs,
    isQueued: runQueued !== null,
    readBackS,
    sample: async () => {
      const sampleS = await together(runs);
      samplesS.push(sampleS);
      if (runQueued !== null) readBackS.push(await timed(() => session.run()));
      return sampleS / runs;
    },
    longestStallS: () => Math.max(...samplesS) - median(samplesS),
  };
}

async function runsThatFill(engine: Engine, session: EngineSession): Promise<number | null> {
  const startS = engine.now();
  for (let runs = 1; runs <= mostPerSample; runs += 1) {
    await session.run();
    if (engine.now() - startS >= stepsPerSample * engine.clockS) return runs;
  }
  return null;
}

async function queueThatFills(
  engine: Engine,
  fewest: number,
  together: (runs: number) => Promise<number>,
): Promise<number | null> {
  for (let runs = fewest; runs <= mostPerSample * fewest; runs *= 2)
    if ((await together(runs)) >= stepsPerSample * engine.clockS) return runs;
  return null;
}
