/** The adaptive measuring loop: warm up, then plain and profiled runs in turn until the interval is narrow. */
import type { BlockNames, MapOptions } from '../core/profile/mapKernelsToBlocks';
import {
  isCoarse,
  isSettled,
  shouldStop,
  stopping,
  stopLimits,
  type StopLimits,
} from '../core/profile/stoppingRule';
import type { ColdStart } from '../core/profile/types';
import { err, ok, type Result } from '../core/result';
import type { ProfileFailure } from '../protocol/profilerApi';
import type { Engine, EngineSession, RunnableModel } from './engine';
import { createSampler, repeat, type Sampler, warmUp } from './sampling';
import { createProfileReader, type ReadProfiles } from './readProfiles';

export interface MeasureRequest extends MapOptions {
  readonly model: RunnableModel;
  readonly blocks: readonly BlockNames[];
  readonly seed: number;
}

export type MeasureUpdate =
  | { readonly phase: 'creating-session' }
  | { readonly phase: 'first-run' }
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

export interface Measured extends ReadProfiles {
  /** Seconds a plain run, one entry a sample. */
  readonly endToEndS: readonly number[];
  /** GPU only: single runs whose results are copied back, one a sample [s]. */
  readonly readBackS: readonly number[];
  readonly coldStart: Omit<ColdStart, 'loadS'>;
  /** Readings of the engine's clock before the first and after the last sample [s]. */
  readonly spellS: readonly [number, number];
  /** Longest time in which nothing ran though something should have [s]. */
  readonly longestPauseS: number;
}

/**
 * A session's profile can be read once, at its end. So the profiled runs come in batches of a fresh session each: a short
 * one first, so that there is something to look at soon, then longer ones. Ends after so many runs altogether:
 */
const batchEnds: readonly number[] = [5, 15, 30, 60, 120, 240];
const longestBatch = 120;
/** A profile is text of about half a kilobyte a kernel: more of it than this at once is a burden on memory. */
const mostKernelsInBatch = 50_000;

/** A session that takes longer [s] is told of: a bar that stands still for longer looks stuck. */
const noticeableS = 0.5;

/** The first run of a fresh session allocates its buffers: it is not counted. */
const coldRuns = 1;

/** GPU time stamps that browsers made coarse are averaged over 50 profiled runs at least: so many a sample. */
const coarseGpuRuns = Math.ceil(50 / stopping.minimumRuns) + 1;

export async function measure(
  engine: Engine,
  request: MeasureRequest,
  onUpdate: (update: MeasureUpdate) => void,
): Promise<Result<Measured, ProfileFailure>> {
  const { coldStart, plain } = await openPlain(engine, request, onUpdate);
  const isSoftwareGpu = engine.adapter()?.isFallback === true;
  const sampler = await createSampler(engine, plain, isSoftwareGpu);
  if (!sampler.ok) {
    await plain.release();
    return err({ kind: 'clock-too-coarse', clockS: engine.clockS });
  }
  const loop = createLoop(engine, request, sampler.value, stopLimits(engine.clockS, isSoftwareGpu), onUpdate);
  const startS = engine.now();
  for (;;) {
    const batch = await loop.runBatch();
    if (!batch.ok) return batch;
    if (batch.value === 'more') continue;
    await plain.release();
    loop.report(1);
    return ok({ ...loop.measured(), coldStart, spellS: [startS, engine.now()] });
  }
}

/** The first session of the model and its first run are the cold start: nothing of the model was there before. */
async function openPlain(
  engine: Engine,
  { model }: MeasureRequest,
  onUpdate: (update: MeasureUpdate) => void,
): Promise<{ readonly plain: EngineSession; readonly coldStart: Omit<ColdStart, 'loadS'> }> {
  onUpdate({ phase: 'creating-session' });
  await engine.breathe();
  const startS = engine.now();
  const plain = await engine.createSession(model, { profiled: false });
  const createdS = engine.now();
  onUpdate({ phase: 'first-run' });
  await engine.breathe();
  const runFromS = engine.now();
  await plain.run();
  const firstRunS = engine.now() - runFromS;
  await warmUp(engine, plain, firstRunS, (runs) => onUpdate({ phase: 'warming-up', runs }));
  // What took less than a step of the clock took a step at most.
  const atLeast = (seconds: number): number => Math.max(seconds, engine.clockS);
  return { plain, coldStart: { createS: atLeast(createdS - startS), firstRunS: atLeast(firstRunS) } };
}

interface Loop {
  /** A batch of samples with a profiled session of its own; whether more are wanted. */
  runBatch(): Promise<Result<'more' | 'done', ProfileFailure>>;
  report(fraction: number): void;
  measured(): Omit<Measured, 'coldStart' | 'spellS'>;
}

function createLoop(
  engine: Engine,
  request: MeasureRequest,
  sampler: Sampler,
  limits: StopLimits,
  onUpdate: (update: MeasureUpdate) => void,
): Loop {
  const endToEndS: number[] = [];
  const profiles = createProfileReader(request);
  // Making the sessions is not measuring: of a large model it takes as long as several runs.
  let elapsedS = 0;
  /** What the latest profiled session took before it could measure; the first is always worth a word. */
  let toOpenS = Infinity;
  let halfWidth: number | null = null;
  let longestBreathS = 0;
  /** Waited for fresh sessions so far. */
  let settledS = 0;
  const runs = (): number => endToEndS.length * sampler.runs;
  const breathe = async (): Promise<void> => {
    const startS = engine.now();
    await engine.breathe();
    longestBreathS = Math.max(longestBreathS, engine.now() - startS);
  };
  const report = (fraction: number): void =>
    onUpdate({
      phase: 'measuring',
      // Where blocks cannot be timed in the whole, the other half is for timing each alone.
      fraction: profiles.isUntimed() ? fraction / 2 : fraction,
      runs: runs(),
      endToEndS,
      halfWidth,
      blockRuns: profiles.isUntimed() ? [] : profiles.blockRuns,
    });
  const profiledRuns = (): number => {
    if (!sampler.isQueued) return sampler.runs;
    return isCoarse(profiles.clockS(engine.clockS)) && limits.minimumRuns >= stopping.minimumRuns
      ? coarseGpuRuns
      : 1;
  };

  const openProfiled = async (): Promise<EngineSession> => {
    if (toOpenS >= noticeableS) {
      onUpdate({ phase: 'creating-session' });
      await engine.breathe();
    }
    const openedS = engine.now();
    const profiled = await engine.createSession(request.model, { profiled: true });
    await repeat(profiled, coldRuns);
    toOpenS = engine.now() - openedS;
    report(progressOf(endToEndS.length, elapsedS, limits));
    await breathe();
    return profiled;
  };

  /** Both in turn, as they will be measured. Where a GPU runs them there is nothing to wait for. */
  const settle = async (profiled: EngineSession): Promise<number> => {
    if (sampler.isQueued) return 0;
    const runsS: number[] = [];
    while (!isSettled(runsS, sampler.fastestS(), settledS)) {
      runsS.push(await sampler.trial());
      await repeat(profiled, sampler.runs);
      await breathe();
    }
    settledS += runsS.reduce((sum, runS) => sum + runS, 0);
    return runsS.length * sampler.runs;
  };

  return {
    report,
    runBatch: async () => {
      const profiled = await openProfiled();
      const uncounted = coldRuns + (await settle(profiled));
      const perSample = profiledRuns();
      const kernels = profiles.kernelsPerRun();
      const most = Math.max(1, Math.floor(mostKernelsInBatch / (kernels * perSample)));
      const untilEnd = (batchEnds.find((end) => end > runs()) ?? runs() + longestBatch) - runs();
      const batchEnd = endToEndS.length + Math.min(most, Math.ceil(untilEnd / sampler.runs));
      let stop = false;
      while (!stop && endToEndS.length < batchEnd) {
        const startS = engine.now();
        // Whoever runs first after a pause may have to wait for a core: by turns, so that neither looks slower for it.
        const isPlainFirst = endToEndS.length % 2 === 0;
        if (!isPlainFirst) await repeat(profiled, perSample);
        endToEndS.push(await sampler.sample());
        if (isPlainFirst) await repeat(profiled, perSample);
        elapsedS += engine.now() - startS;
        const decision = shouldStop(endToEndS, elapsedS, limits, request.seed);
        stop = decision.stop;
        halfWidth = decision.halfWidth ?? halfWidth;
        report(progressOf(endToEndS.length, elapsedS, limits));
        await breathe();
      }
      const read = profiles.read(await profiled.endProfiling(), uncounted);
      await profiled.release();
      if (!read.ok) return read;
      return ok(stop ? 'done' : 'more');
    },
    measured: () => ({
      ...profiles.all(engine.clockS),
      endToEndS,
      readBackS: sampler.readBackS,
      longestPauseS: Math.max(longestBreathS, sampler.longestStallS()),
    }),
  };
}

/** Below 1: towards the earliest possible stop first, then towards the limits: the bar slows down but never stands still. */
function progressOf(runs: number, elapsedS: number, { maximumS, minimumRuns }: StopLimits): number {
  const early = Math.max(runs / minimumRuns, elapsedS / maximumS);
  const late = Math.max((runs - minimumRuns) / (stopping.maximumRuns - minimumRuns), elapsedS / maximumS);
  return Math.min(0.99, runs < minimumRuns ? 0.7 * early : 0.7 + 0.3 * late);
}
