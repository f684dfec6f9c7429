/** Runs the shown plan: cuts the model, loads the parts, measures, and holds the prediction against it. Loaded on demand. */
import { compareResults } from '../core/split/compareResults';
import { cutsOf, partsOf } from '../core/split/executionPlan';
import { blocksOf } from '../core/split/predictRun';
import { seededInputs } from '../core/split/seededInputs';
import type { CopyCosts, ExecutionPlan } from '../core/split/types';
import type { WirePrecision } from '../core/onnx/cut/shipTensor';
import { err, ok, type Result } from '../core/result';
import { bootstrapInterval, median } from '../core/statistics';
import type { ModelPart } from '../protocol/modelApi';
import type { ModelSource } from '../protocol/modelFiles';
import type { PartLoad, WireTensor } from '../protocol/partApi';
import type { LinkHost, PartHost } from '../services/splitTypes';
import type { Cancelled, Services } from '../services/types';
import { calibrate, timeWhole, type Calibration } from './splitCalibration';
import { copyOf, type ExecutionFailure, type LoadedPlan } from './splitExecution';
import { differenceOf, measurePlan, type WholeRuns } from './splitMeasuring';
import { inputNamesOf, prepareSplit, resultsOf, type Prepared } from './splitPreparation';
import { selectAnswer, selectShownPlan } from './selectors';
import { createReporting, type Running, type SplitReporting } from './splitReporting';
import type { SplitFailure, SplitRun, SplitRunOptions } from './splitRunTypes';
import type { AppState } from './types';

interface Context {
  readonly get: () => AppState;
  readonly services: Services;
}
type Failure = SplitFailure | Cancelled;
type Answer<T> = Promise<Result<T, Failure>>;

/** Everything that one run needs, and the hosts that it must end. */
interface Session {
  readonly signal: AbortSignal;
  readonly context: Context;
  readonly prepared: Prepared;
  readonly options: SplitRunOptions;
  readonly source: ModelSource;
  readonly link: LinkHost;
  readonly reporting: SplitReporting;
  readonly engine: Pick<PartLoad, 'backend' | 'threads'>;
  /** Hosts of parts, by where they are and the part's index. */
  readonly hosts: Map<string, PartHost>;
  readonly inputs: readonly WireTensor[];
}

/** @param onRunning - told at most every 50 ms, and when a phase begins */
export async function runShownSplit(
  signal: AbortSignal,
  context: Context,
  onRunning: (running: Running) => void,
): Promise<SplitRun> {
  const state = context.get();
  const prepared = prepareSplit(state, selectAnswer(state), selectShownPlan(state));
  if ('kind' in prepared) return { status: 'failed', failure: prepared, report: null };
  const { options } = state.splitRun;
  const { splitter } = context.services;
  const engine = { backend: prepared.predictor.backend, threads: prepared.predictor.threads };
  const reporting = createReporting(
    {
      scenario: prepared.scenario,
      options,
      plan: prepared.plan,
      profile: prepared.predictor.profile,
      isMeasuredHere: prepared.predictor.isMeasuredHere,
      ...engine,
      cells: [],
      checks: [],
      costs: null,
      whole: null,
      modelBytes: [],
    },
    () => splitter.now(),
    onRunning,
  );
  const source = await sourceOf(context, prepared);
  if (source === null) {
    const failure = { kind: 'files-missing', name: nameOf(prepared) } as const;
    return { status: 'failed', failure, report: null };
  }
  const inputs = seededInputs(prepared.workload, prepared.scenario.seed);
  const link = splitter.createLink();
  const hosts = new Map<string, PartHost>();
  const session = { signal, context, prepared, options, source, link, reporting, engine, hosts, inputs };
  // Workers do not give memory back by themselves, and a fault of ours must not keep them.
  const ended = await execute(session).finally(() => {
    link.close();
    for (const host of hosts.values()) host.close();
  });
  const report = reporting.report();
  if (ended.ok) return { status: 'done', report };
  return ended.error.kind === 'cancelled'
    ? { status: 'cancelled', report }
    : { status: 'failed', failure: ended.error, report };
}

const nameOf = ({ workload }: Prepared): string => (workload.kind === 'imported' ? workload.name : '');

/** Where the weights come from; null where an imported model's files are not on this device. */
async function sourceOf({ get }: Context, { workload, scenario }: Prepared): Promise<ModelSource | null> {
  if (workload.kind === 'catalogue') {
    return { kind: 'catalogue', workload, seed: scenario.seed, weights: 'seeded' };
  }
  const files = await get().modelFiles(workload);
  return files === null ? null : { kind: 'imported', workload, files };
}

/** Where the bar stands when the first plan is cut. */
const preparedAt = 0.15;

async function execute(session: Session): Answer<null> {
  const { prepared, reporting } = session;
  const whole = await startWhole(session);
  if (!whole.ok) return whole;
  const { plans } = prepared;
  for (const [k, plan] of plans.entries()) {
    const at = (part: number): number => preparedAt + ((1 - preparedAt) * (k + part)) / plans.length;
    const measured = await runPlan(session, whole.value, plan, at);
    if (!measured.ok) return measured;
  }
  reporting.at('checking', 1);
  return ok(null);
}

/** The unsplit model in a worker of its own, and what running in parts costs here. */
interface Whole {
  readonly host: PartHost;
  readonly part: ModelPart;
  readonly outputs: readonly WireTensor[];
  readonly runsS: number[];
  readonly calibration: Calibration;
  readonly costs: Omit<CopyCosts, 'pace'>;
}

/** Runs of the whole model before one counts. */
const wholeWarmUp = 4;

async function startWhole(session: Session): Answer<Whole> {
  const { signal, context, reporting, engine, link, inputs, prepared } = session;
  const { splitter, models } = context.services;
  const host = hostOf(session, 'whole', false);
  if (!host.ok) return host;
  reporting.at('calibrating', 0);
  const calibration: Calibration = {
    host: host.value,
    link,
    engine,
    precision: prepared.workload.shipped,
    now: () => splitter.now(),
  };
  const calibrated = await calibrate(signal, calibration);
  if (!calibrated.ok) return calibrated;
  reporting.at('cutting', preparedAt / 3);
  const cut = await models.cut(signal, { source: session.source, boundaries: [] });
  if (!cut.ok) return cut;
  const part = cut.value[0]!;
  reporting.at('loading', (2 * preparedAt) / 3);
  const loaded = await host.value.load(signal, { part, ...engine, optimisation: 'all' });
  if (!loaded.ok) return loaded;
  const outputs: WireTensor[] = [];
  for (let k = 0; k < wholeWarmUp; k++) {
    const ran = await host.value.run(signal, inputs.map(copyOf));
    if (!ran.ok) return ran;
    outputs.splice(0, outputs.length, ...ran.value.outputs);
  }
  return ok({ host: host.value, part, outputs, runsS: [], calibration, costs: calibrated.value });
}

async function runPlan(
  session: Session,
  whole: Whole,
  plan: ExecutionPlan,
  at: (part: number) => number,
): Answer<null> {
  const { signal, context, prepared, options, reporting, inputs } = session;
  reporting.at('cutting', at(0));
  const boundaries = cutsOf(plan);
  const cut = await context.services.models.cut(signal, { source: session.source, boundaries });
  if (!cut.ok) return cut;
  const parts = cut.value;
  reporting.change({ modelBytes: parts.map(({ model }) => model.byteLength) });
  reporting.at('loading', at(0.05));
  const loaded = await loadParts(session, plan, parts, 'all');
  if (!loaded.ok) return loaded;
  reporting.at('calibrating', at(0.1));
  const before = await runsBefore(session, whole, plan);
  if (!before.ok) return before;
  const measured = await measurePlan(signal, {
    prepared,
    options,
    costs: whole.costs,
    before: before.value,
    parts,
    inputs,
    loaded: loaded.value,
    runWhole: () => runWhole(session, whole),
    at: (phase, part) => reporting.at(phase, at(0.15 + 0.75 * part)),
  });
  if (!measured.ok) return measured;
  reporting.at('checking', at(0.9));
  const exact = await checkExactly(session, whole, loaded.value);
  if (!exact.ok) return exact;
  const { report, change } = reporting;
  change({
    costs: measured.value.costs,
    cells: [...report().cells, ...measured.value.cells],
    checks: [
      ...report().checks,
      {
        cuts: boundaries,
        timed: compareResults(whole.outputs, measured.value.outputs),
        exact: exact.value,
      },
    ],
  });
  return ok(null);
}

/** The unsplit model in the rhythm of a run; null where no measurement of this device predicts, so that there is no pace to find. */
async function runsBefore(
  { signal, inputs, prepared }: Session,
  whole: Whole,
  plan: ExecutionPlan,
): Answer<WholeRuns | null> {
  const { profile, isMeasuredHere } = prepared.predictor;
  if (!isMeasuredHere) return ok(null);
  const timed = await timeWhole(signal, whole.calibration, inputs, plan.stages.length > 1);
  if (!timed.ok) return timed;
  return ok({ runsS: timed.value, profileS: blocksOf(profile, 0, profile.blocks.length) });
}

async function runWhole(session: Session, whole: Whole): Promise<Result<number, ExecutionFailure>> {
  const { signal, inputs, reporting, prepared } = session;
  const ran = await whole.host.run(signal, inputs.map(copyOf));
  if (!ran.ok) return ran;
  whole.runsS.push(ran.value.runS);
  reporting.change({
    whole: {
      seconds: median(whole.runsS),
      intervalS: bootstrapInterval(whole.runsS, { statistic: 'median', seed: prepared.scenario.seed }),
    },
  });
  return ok(ran.value.runS);
}

async function loadParts(
  session: Session,
  plan: ExecutionPlan,
  parts: readonly ModelPart[],
  optimisation: PartLoad['optimisation'],
): Answer<LoadedPlan> {
  const { signal, context, engine, options, prepared, link } = session;
  const hosts: PartHost[] = [];
  const isRemote = partsOf(plan).map(({ node }) => node === options.edgeNode);
  for (const [index, part] of parts.entries()) {
    const host = hostOf(session, String(index), isRemote[index]!);
    if (!host.ok) return host;
    hosts.push(host.value);
    if (part.outputs.length === 0) continue;
    const loaded = await host.value.load(signal, { part, ...engine, optimisation });
    if (!loaded.ok) return loaded;
  }
  const { workload } = prepared;
  const rawInputs = inputNamesOf(workload);
  return ok({
    plan,
    parts,
    hosts,
    isRemote,
    link,
    now: () => context.services.splitter.now(),
    precisionOf: (tensor): WirePrecision => (rawInputs.has(tensor) ? workload.rawInput : workload.shipped),
    results: resultsOf(workload),
  });
}

/** One host a part, kept from plan to plan: a fresh one would have to compile the runtime again. */
function hostOf(session: Session, name: string, isRemote: boolean): Result<PartHost, Failure> {
  const key = `${isRemote ? 'edge' : 'page'} ${name}`;
  const known = session.hosts.get(key);
  if (known !== undefined) return ok(known);
  const { get, services } = session.context;
  const host = isRemote ? get().edgeConnection()?.createHost() : services.splitter.createWorkerHost();
  if (host === undefined) return err({ kind: 'edge-gone' });
  session.hosts.set(key, host);
  return ok(host);
}

/** With no optimisation and nothing rounded on the links the results must be the same, bit by bit. */
async function checkExactly(session: Session, whole: Whole, timed: LoadedPlan) {
  const { signal, prepared, engine, inputs } = session;
  const { workload, plans } = prepared;
  const isLossless = workload.shipped === 'fp32' && workload.rawInput === 'fp32';
  if (!isLossless || plans.length > 1 || timed.isRemote.includes(true)) return ok(null);
  const loaded = await loadParts(session, timed.plan, timed.parts, 'disabled');
  if (!loaded.ok) return loaded;
  const reloaded = await whole.host.load(signal, { part: whole.part, ...engine, optimisation: 'disabled' });
  if (!reloaded.ok) return reloaded;
  const ran = await whole.host.run(signal, inputs.map(copyOf));
  if (!ran.ok) return ran;
  return differenceOf(signal, loaded.value, inputs, ran.value.outputs);
}
