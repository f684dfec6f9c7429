/** The adaptive measuring loop: warm up, then plain and profiled runs in turn until the interval is narrow. */
import { mapKernelsToBlocks, type BlockNames } from '../core/profile/mapKernelsToBlocks';
import { parseOrtProfile } from '../core/profile/parseOrtProfile';
import { isWarm, minimumRuns, shouldStop, stopping } from '../core/profile/stoppingRule';
import { err, ok, type Result } from '../core/result';
import type { ProfileFailure } from '../protocol/profilerApi';
import type { Engine, EngineSession, ModelInput } from './engine';

export interface MeasureRequest {
  readonly model: Uint8Array;
  readonly input: ModelInput;
  readonly blocks: readonly BlockNames[];
  readonly seed: number;
}

export type MeasureUpdate =
  | { readonly phase: 'creating-session' }
  | { readonly phase: 'warming-up'; readonly runs: number }
  | {
      readonly phase: 'measuring';
      /** 0..1 of the expected number of samples. */
      readonly fraction: number;
      /** Seconds a plain run, one entry a sample; none while the first pair runs. */
      readonly endToEndS: readonly number[];
      /** Plain runs so far: several a sample where the clock is coarse. */
      readonly runs: number;
      readonly halfWidth: number | null;
      /** [run][block] seconds, as far as read. */
      readonly blockRuns: readonly Float64Array[];
    };

export interface Measured {
  /** Seconds a plain run, one entry a sample. */
  readonly endToEndS: readonly number[];
  /** Profiled runs: [run][block] seconds. */
  readonly blockRuns: readonly Float64Array[];
}

/**
 * A session's profile can be read once, at its end. So the profiled runs come in batches of a fresh session each: a short
 * one first, so that there is something to look at soon, then longer ones. Ends after so many runs altogether:
 */
const batchEnds: readonly number[] = [5, 15, 30, 60, 120, 240];
const longestBatch = 120;

/**
 * A sample takes as many runs as fill so many steps of the clock: then the step is at most 5 % of what is read. One run in
 * an isolated page; a clock that takes more than the most would tell nothing of a single block.
 */
const stepsPerSample = 20;
const mostPerSample = 20;

/** A session that takes longer [s] is told of: a bar that stands still for longer looks stuck. */
const noticeableS = 0.5;

/** The first run of a fresh session allocates its buffers: it is not counted. */
const coldRuns = 1;

export async function measure(
  engine: Engine,
  request: MeasureRequest,
  onUpdate: (update: MeasureUpdate) => void,
): Promise<Result<Measured, ProfileFailure>> {
  const open = (profiled: boolean): Promise<EngineSession> =>
    engine.createSession(request.model, { profiled, input: request.input });
  onUpdate({ phase: 'creating-session' });
  const plain = await open(false);
  await warmUp(engine, plain, onUpdate);
  const perSample = await runsPerSample(engine, plain);
  if (perSample === null) {
    await plain.release();
    return err({ kind: 'clock-too-coarse', clockS: engine.clockS });
  }

  const endToEndS: number[] = [];
  const blockRuns: Float64Array[] = [];
  // Making the sessions is not measuring: of a large model it takes as long as several runs.
  let elapsedS = 0;
  /** What the latest profiled session took before it could measure; the first is always worth a word. */
  let toOpenS = Infinity;
  let halfWidth: number | null = null;
  const runs = (): number => endToEndS.length * perSample;
  const report = (fraction: number): void =>
    onUpdate({ phase: 'measuring', fraction, runs: runs(), endToEndS, halfWidth, blockRuns });
  for (;;) {
    if (toOpenS >= noticeableS) {
      onUpdate({ phase: 'creating-session' });
      await engine.breathe();
    }
    const openedS = engine.now();
    const profiled = await open(true);
    await repeat(profiled, coldRuns);
    toOpenS = engine.now() - openedS;
    report(progressOf(endToEndS.length, elapsedS, engine.clockS));
    await engine.breathe();
    const batchEnd = batchEnds.find((end) => end > runs()) ?? runs() + longestBatch;
    let stop = false;
    while (!stop && runs() < batchEnd) {
      const startS = engine.now();
      endToEndS.push(await timed(engine, plain, perSample));
      await repeat(profiled, perSample);
      elapsedS += engine.now() - startS;
      const decision = shouldStop(endToEndS, elapsedS, engine.clockS, request.seed);
      stop = decision.stop;
      halfWidth = decision.halfWidth ?? halfWidth;
      report(progressOf(endToEndS.length, elapsedS, engine.clockS));
      await engine.breathe();
    }
    const batch = readBatch(profiled.endProfiling(), request.blocks);
    await profiled.release();
    if (!batch.ok) return batch;
    blockRuns.push(...batch.value);
    if (stop) {
      await plain.release();
      report(1);
      return ok({ endToEndS, blockRuns });
    }
  }
}

async function warmUp(
  engine: Engine,
  session: EngineSession,
  onUpdate: (update: MeasureUpdate) => void,
): Promise<void> {
  const runsS: number[] = [];
  while (!isWarm(runsS)) {
    onUpdate({ phase: 'warming-up', runs: runsS.length });
    runsS.push(await timed(engine, session, 1));
    await engine.breathe();
  }
  onUpdate({ phase: 'warming-up', runs: runsS.length });
  await engine.breathe();
}

/** How many runs the clock can time together; null where even the most are too short for it. */
async function runsPerSample(engine: Engine, session: EngineSession): Promise<number | null> {
  const startS = engine.now();
  for (let runs = 1; runs <= mostPerSample; runs += 1) {
    await session.run();
    if (engine.now() - startS >= stepsPerSample * engine.clockS) return runs;
  }
  return null;
}

/** Seconds a run, of several timed as one. */
async function timed(engine: Engine, session: EngineSession, runs: number): Promise<number> {
  const startS = engine.now();
  await repeat(session, runs);
  return (engine.now() - startS) / runs;
}

async function repeat(session: EngineSession, runs: number): Promise<void> {
  for (let run = 0; run < runs; run += 1) await session.run();
}

function readBatch(
  text: string,
  blocks: readonly BlockNames[],
): Result<readonly Float64Array[], ProfileFailure> {
  const parsed = parseOrtProfile(text);
  if (!parsed.ok) {
    return err({
      kind: 'session-failed',
      message: `ONNX Runtime printed no profile (${parsed.error.kind}).`,
    });
  }
  const mapped = mapKernelsToBlocks(parsed.value.slice(coldRuns), blocks);
  return mapped.ok ? ok(mapped.value.runs) : mapped;
}

/** Below 1: towards the earliest possible stop first, then towards the limits: the bar slows down but never stands still. */
function progressOf(runs: number, elapsedS: number, clockS: number): number {
  const minimum = minimumRuns(clockS);
  const early = Math.max(runs / minimum, elapsedS / stopping.maximumS);
  const late = Math.max((runs - minimum) / (stopping.maximumRuns - minimum), elapsedS / stopping.maximumS);
  return Math.min(0.99, runs < minimum ? 0.7 * early : 0.7 + 0.3 * late);
}
