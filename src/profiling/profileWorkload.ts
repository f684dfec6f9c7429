import type { LayerGraph } from '../core/model/types';
import { workloadChain } from '../core/model/workloadChain';
import { encodeGraph } from '../core/onnx/encodeGraph';
import { isOutOfMemory, messageOf } from '../core/outOfMemory';
import type { ProfileDetails } from '../core/profile/detailsTypes';
import type { PageFacts } from '../core/profile/pageFacts';
import { stopping } from '../core/profile/stoppingRule';
import { type BlockAlone, summariseRuns } from '../core/profile/summariseRuns';
import type { Backend, ColdStart } from '../core/profile/types';
import { err, ok, type Result } from '../core/result';
import { median } from '../core/statistics';
import type {
  ProfileFailure,
  ProfileMeasurement,
  ProfileProgress,
  ProfileRequest,
} from '../protocol/profilerApi';
import { DeviceLost, type Engine } from './engine';
import { measure, type Measured } from './measure';
import { measureBlocksAlone } from './measureBlocksAlone';
import { type PreparedModel, prepareModel } from './prepareModel';
import { createReporter, type Reporter } from './reportProgress';

/** As the page asks for it, on any engine. */
export type WorkloadRequest = Omit<ProfileRequest, 'backend'> & { readonly backend: Backend };

export type AskPage = () => PageFacts | Promise<PageFacts>;

/**
 * Runs a model whole on this device and reads each block's time from the runtime's own profiler.
 *
 * @param onProgress - called at most every 50 ms; `fraction` never falls
 * @param askPage - asked once, when the runs are done, for what only a page knows
 */
export async function profileWorkload(
  engine: Engine,
  request: WorkloadRequest,
  onProgress: (progress: ProfileProgress) => void,
  askPage?: AskPage,
): Promise<Result<ProfileMeasurement, ProfileFailure>> {
  const report = createReporter(engine, onProgress);
  let loaded: LoadedRuntime;
  try {
    report.phase('loading-runtime');
    loaded = await loadRuntime(engine);
  } catch (error) {
    return err(failureOf(error, loadingFailed(request.backend)));
  }
  try {
    return await profilePrepared(engine, request, report, loaded.start, askPage);
  } catch (error) {
    return err(failureOf(error, 'session-failed'));
  } finally {
    await loaded.release().catch(() => undefined);
  }
}

async function profilePrepared(
  engine: Engine,
  request: WorkloadRequest,
  report: Reporter,
  start: LoadedRuntime['start'],
  askPage: AskPage | undefined,
): Promise<Result<ProfileMeasurement, ProfileFailure>> {
  report.phase('building-model');
  await engine.breathe();
  const prepared = await prepareModel(request.source);
  if (!prepared.ok) return err({ kind: 'model-fault', fault: prepared.error });
  const { blocks, model } = prepared.value;
  // Our own models on the CPU have a kernel for every block; of others the runtime may fold some away.
  const isOurs = request.source.kind === 'catalogue' && request.backend === 'wasm';
  const blocksFound = isOurs ? 'all' : 'some';
  const { seed } = request;
  const measured = await measure(engine, { model, blocks, blocksFound, seed }, report.update);
  if (!measured.ok) return withNames(measured, prepared.value);
  const alone = await timeAlone(engine, request, measured.value, report);
  if (!alone.ok) return alone;
  const timed = { ...measured.value, alone: alone.value };
  return summarise(engine, request, prepared.value, timed, start, await ask(askPage));
}

/** The blocks timed alone where the GPU could not time them in the whole; else undefined. */
async function timeAlone(
  engine: Engine,
  { source }: WorkloadRequest,
  { endToEndS, isUntimed }: Measured,
  report: Reporter,
): Promise<Result<readonly BlockAlone[] | undefined, ProfileFailure>> {
  if (!isUntimed) return ok(undefined);
  const update = {
    phase: 'measuring',
    endToEndS,
    runs: endToEndS.length,
    halfWidth: null,
    blockRuns: [],
  } as const;
  return measureBlocksAlone(engine, source, (done, count) =>
    report.update({ ...update, fraction: (1 + done / count) / 2 }),
  );
}

function summarise(
  engine: Engine,
  request: WorkloadRequest,
  { nameOf }: PreparedModel,
  measured: Measured & { readonly alone: readonly BlockAlone[] | undefined },
  start: LoadedRuntime['start'],
  page: PageFacts | undefined,
): Result<ProfileMeasurement, ProfileFailure> {
  const { backend, date, oneThreadS, seed } = request;
  const { alone, blockClockS, blockRuns, coldStart, copies, endToEndS, fallbacks, isUntimed, readBackS } =
    measured;
  const { threads } = engine;
  const adapter = engine.adapter();
  const [from, to] = measured.spellS;
  const summarised = summariseRuns({
    blockRuns,
    endToEndS,
    clockS: blockClockS,
    threads,
    seed,
    backend,
    alone,
    conditions: {
      spellS: [engine.originS + from, engine.originS + to],
      longestPauseS: measured.longestPauseS,
      oneThreadS,
      page,
      fallbacks: fallbacks.length,
      copies,
      isSoftwareGpu: adapter?.isFallback,
    },
  });
  if (!summarised.ok) return summarised;
  const { blocks, reasons, ...summary } = summarised.value;
  // What is moved to another layout gets a number of its own behind the name.
  const shown = (kernel: string): string => nameOf(kernel.replace(/_token_\d+$/, ''));
  const details: ProfileDetails = {
    // Without time stamps they would say what handing them over took.
    kernels: (isUntimed ? [] : measured.kernels).map((kernel) => ({ ...kernel, name: shown(kernel.name) })),
    fallbacks: fallbacks.map(({ kind, operator }) => ({ kind, operator: shown(operator) })),
    copies,
    adapter,
    endToEndRunsS: endToEndS.slice(0, stopping.maximumSmallRuns),
    heapBytes: engine.heapBytes(),
    reasons,
    foldedBlocks: measured.foldedBlocks,
    readBackS: readBackS.length === 0 ? null : median(readBackS),
  };
  return ok({
    modelKey: workloadChain(request.source.workload).modelKey,
    blocks,
    source: {
      kind: 'measured',
      date,
      backend,
      threads,
      runs: isUntimed ? endToEndS.length : blockRuns.length,
      clockS: blockClockS,
      coldStart: { ...start, ...coldStart },
      ...(isUntimed && { estimated: true }),
      ...summary,
    },
    details,
  });
}

/** A page that does not answer must not cost a measurement. */
async function ask(askPage: AskPage | undefined): Promise<PageFacts | undefined> {
  try {
    return await askPage?.();
  } catch {
    return undefined;
  }
}

function withNames(
  { error }: { readonly error: ProfileFailure },
  { nameOf }: PreparedModel,
): Result<never, ProfileFailure> {
  return err(
    error.kind === 'blocks-not-found' ? { kind: error.kind, blocks: error.blocks.map(nameOf) } : error,
  );
}

/** The smallest model there is. Its session makes the runtime load, apart from the model that matters. */
const nothing: LayerGraph = {
  name: 'nothing',
  input: 'x',
  output: 'y',
  tensors: { x: { id: 'x', shape: [1, 1] }, y: { id: 'y', shape: [1, 1] } },
  operators: [{ name: 'y', kind: 'Relu', inputs: ['x'], output: 'y', weights: [], attributes: {}, macs: 0 }],
};

interface LoadedRuntime {
  /** `loadS`: from the start of the engine until the runtime was ready; null where it was ready before. */
  readonly start: Pick<ColdStart, 'loadS' | 'downloadS'>;
  /** Only when all is done: with its last session a GPU's device goes away. */
  readonly release: () => Promise<void>;
}

async function loadRuntime(engine: Engine): Promise<LoadedRuntime> {
  const bytes = encodeGraph(nothing, { seed: 1, weights: 'cheap' });
  const feed = { name: 'x', type: 'float32', shape: [1, 1], data: new Uint8Array(4) } as const;
  const model = { bytes, external: [], feeds: [feed], resultTypes: ['float32'] } as const;
  const { release } = await engine.createSession(model, { profiled: false });
  if (engine.startedS === null) return { start: { loadS: null }, release };
  const loadS = Math.max(engine.now() - engine.startedS, engine.clockS);
  const downloadS = engine.downloadS();
  return {
    start: { loadS, ...(downloadS !== null && { downloadS: Math.min(downloadS, loadS) }) },
    release,
  };
}

type FailureKind = 'runtime-failed' | 'session-failed' | 'no-device';

/** With an adapter at hand, what keeps the runtime from starting on a GPU is its device. */
const loadingFailed = (backend: Backend): FailureKind =>
  backend === 'webgpu' ? 'no-device' : 'runtime-failed';

function failureOf(error: unknown, kind: FailureKind): ProfileFailure {
  const message = messageOf(error);
  if (error instanceof DeviceLost) return { kind: 'no-gpu', reason: 'device-lost', message };
  if (isOutOfMemory(message)) return { kind: 'out-of-memory', message };
  if (kind !== 'no-device') return { kind, message };
  return /gpu|adapter|device/i.test(message)
    ? { kind: 'no-gpu', reason: 'no-device', message }
    : { kind: 'runtime-failed', message };
}
