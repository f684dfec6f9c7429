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
      /** 0..1 of the expected number of runs. */
      readonly fraction: number;
      readonly endToEndS: readonly number[];
      readonly halfWidth: number | null;
      /** [run][block] seconds, as far as read. */
      readonly blockRuns: readonly Float64Array[];
    };

export interface Measured {
  /** Plain runs [s]. */
  readonly endToEndS: readonly number[];
  /** Profiled runs: [run][block] seconds. */
  readonly blockRuns: readonly Float64Array[];
}

/**
 * A session's profile can be read once, at its end. So the profiled runs come in batches of a fresh session each: a short
 * one first, so that there is something to look at soon, then longer ones. Ends after so many runs altogether:
 */
const batchEnds: readonly number[] = [5, 15, 30, 60, 120, stopping.maximumSmallRuns];

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

  const endToEndS: number[] = [];
  const blockRuns: Float64Array[] = [];
  // Making the sessions is not measuring: of a large model it takes as long as several runs.
  let elapsedS = 0;
  let lastHalfWidth: number | null = null;
  for (;;) {
    const profiled = await open(true);
    for (let run = 0; run < coldRuns; run += 1) await profiled.run();
    const batchEnd = batchEnds.find((end) => end > endToEndS.length) ?? stopping.maximumSmallRuns;
    let stop = false;
    while (!stop && endToEndS.length < batchEnd) {
      const startS = engine.now();
      endToEndS.push(await timed(engine, plain));
      await profiled.run();
      elapsedS += engine.now() - startS;
      const decision = shouldStop(endToEndS, elapsedS, engine.clockS, request.seed);
      stop = decision.stop;
      lastHalfWidth = decision.halfWidth ?? lastHalfWidth;
      const fraction = progressOf(endToEndS.length, elapsedS, engine.clockS);
      onUpdate({ phase: 'measuring', fraction, endToEndS, halfWidth: lastHalfWidth, blockRuns });
      await engine.breathe();
    }
    const batch = readBatch(profiled.endProfiling(), request.blocks);
    await profiled.release();
    if (!batch.ok) return batch;
    blockRuns.push(...batch.value);
    if (stop) {
      await plain.release();
      onUpdate({ phase: 'measuring', fraction: 1, endToEndS, halfWidth: lastHalfWidth, blockRuns });
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
    runsS.push(await timed(engine, session));
    await engine.breathe();
  }
}

async function timed(engine: Engine, session: EngineSession): Promise<number> {
  const startS = engine.now();
  await session.run();
  return engine.now() - startS;
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
