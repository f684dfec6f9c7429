import { buildGraph } from '../core/model/catalogue/catalogue';
import { toBlockChain } from '../core/model/blocks';
import type { LayerGraph } from '../core/model/types';
import { workloadChain } from '../core/model/workloadChain';
import { encodeGraph } from '../core/onnx/encodeGraph';
import { runningCentres, summariseRuns } from '../core/profile/summariseRuns';
import { err, ok, type Result } from '../core/result';
import { median } from '../core/statistics';
import type {
  ProfileFailure,
  ProfileMeasurement,
  ProfilePhase,
  ProfileProgress,
  ProfileRequest,
} from '../protocol/profilerApi';
import type { Engine, ModelInput } from './engine';
import { measure, type MeasureUpdate } from './measure';

/**
 * Runs a catalogue model whole on this device and reads each block's time from the runtime's own profiler.
 *
 * @param onProgress - called at most every 50 ms; `fraction` never falls
 */
export async function profileWorkload(
  engine: Engine,
  request: ProfileRequest,
  onProgress: (progress: ProfileProgress) => void,
): Promise<Result<ProfileMeasurement, ProfileFailure>> {
  const report = createReporter(engine, onProgress);
  try {
    report.phase('loading-runtime');
    await loadRuntime(engine);
  } catch (error) {
    return err(failureOf(error, 'runtime-failed'));
  }
  try {
    report.phase('building-model');
    await engine.breathe();
    const { source } = request;
    if (source.kind !== 'catalogue')
      return err({ kind: 'session-failed', message: 'Imported models are not measured yet.' });
    const { workload } = source;
    const { architecture, inputPx, width } = workload;
    const graph = buildGraph(architecture, inputPx, width);
    const { blocks } = toBlockChain(graph);
    const model = encodeGraph(graph, { seed: request.seed, weights: 'cheap' });
    const measured = await measure(
      engine,
      { model, input: inputOf(graph), blocks, seed: request.seed },
      report.update,
    );
    if (!measured.ok) return measured;
    const { endToEndS, blockRuns } = measured.value;
    const { clockS, threads } = engine;
    const summarised = summariseRuns({ blockRuns, endToEndS, clockS, threads, seed: request.seed });
    if (!summarised.ok) return summarised;
    const { blocks: samples, ...summary } = summarised.value;
    return ok({
      modelKey: workloadChain(workload).modelKey,
      blocks: samples,
      source: {
        kind: 'measured',
        date: request.date,
        backend: request.backend,
        threads,
        runs: blockRuns.length,
        clockS,
        ...summary,
      },
      details: {
        kernels: [],
        fallbacks: [],
        copies: 0,
        adapter: null,
        endToEndRunsS: endToEndS,
        heapBytes: null,
        reasons: [],
        foldedBlocks: [],
        readBackS: null,
      },
    });
  } catch (error) {
    return err(failureOf(error, 'session-failed'));
  }
}

/** The smallest model there is. Its session makes the runtime load, apart from the model that matters. */
const nothing: LayerGraph = {
  name: 'nothing',
  input: 'x',
  output: 'y',
  tensors: { x: { id: 'x', shape: [1, 1] }, y: { id: 'y', shape: [1, 1] } },
  operators: [{ name: 'y', kind: 'Relu', inputs: ['x'], output: 'y', weights: [], attributes: {}, macs: 0 }],
};

async function loadRuntime(engine: Engine): Promise<void> {
  const model = encodeGraph(nothing, { seed: 1, weights: 'cheap' });
  const session = await engine.createSession(model, { profiled: false, input: inputOf(nothing) });
  await session.release();
}

function inputOf(graph: LayerGraph): ModelInput {
  return { name: graph.input, shape: graph.tensors[graph.input]!.shape };
}

/** What WebAssembly and the browsers say when memory runs out. */
const outOfMemory = /bad_alloc|out of memory|failed to allocate|could not allocate|allocation failed/i;

function failureOf(error: unknown, kind: 'runtime-failed' | 'session-failed'): ProfileFailure {
  const message = error instanceof Error ? error.message : String(error);
  return { kind: outOfMemory.test(message) ? 'out-of-memory' : kind, message };
}

/** Where each phase starts on the whole bar. */
const phaseStart: Readonly<Record<ProfilePhase, number>> = {
  'loading-runtime': 0,
  'building-model': 0.1,
  'creating-session': 0.13,
  'first-run': 0.16,
  'warming-up': 0.18,
  measuring: 0.3,
};
/** Where warm-up ends: what is left until measuring is for opening the first profiled session. */
const warmUpEnd = 0.25;
/** Warm-up usually takes this many runs. */
const expectedWarmUpRuns = 10;
/** Progress at most this often [s]. */
const intervalS = 0.05;

function createReporter(engine: Engine, onProgress: (progress: ProfileProgress) => void) {
  let fraction = 0;
  let lastS = -Infinity;
  let lastPhase: ProfilePhase | null = null;
  /** What was measured so far stays on screen while another session is made. */
  let measured: Partial<ProfileProgress> = {};
  /** Progress is built only when it is due: medians of many blocks are not free. */
  const send = (phase: ProfilePhase, at: number, details: () => Partial<ProfileProgress>): void => {
    fraction = Math.max(fraction, at);
    const now = engine.now();
    if (now - lastS < intervalS && fraction < 1 && phase === lastPhase) return;
    lastS = now;
    lastPhase = phase;
    onProgress({
      phase,
      fraction,
      runs: 0,
      halfWidth: null,
      blockMediansS: [],
      endToEndMedianS: null,
      ...details(),
    });
  };
  return {
    phase: (phase: ProfilePhase): void => send(phase, phaseStart[phase], () => ({})),
    update: (update: MeasureUpdate): void => {
      const start = phaseStart[update.phase];
      if (update.phase === 'creating-session') send(update.phase, start, () => measured);
      else if (update.phase === 'warming-up') {
        const share = Math.min(1, update.runs / expectedWarmUpRuns);
        send(update.phase, start + (warmUpEnd - start) * share, () => ({}));
      } else {
        send(update.phase, start + (1 - start) * update.fraction, () => {
          measured = {
            runs: update.runs,
            halfWidth: update.halfWidth,
            blockMediansS: runningCentres(update.blockRuns, engine.clockS),
            endToEndMedianS: update.runs === 0 ? null : median(update.endToEndS),
          };
          return measured;
        });
      }
    },
  };
}
