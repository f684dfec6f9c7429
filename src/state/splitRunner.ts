/** Runs the shown plan: cuts the model, loads the parts, measures, and holds the prediction against it. Loaded on demand. */
import { compareResults, type Difference } from '../core/split/compareResults';
import { cutsOf } from '../core/split/executionPlan';
import { seededInputs } from '../core/split/seededInputs';
import type { ExecutionPlan } from '../core/split/types';
import { err, ok } from '../core/result';
import type { PartHost } from '../services/splitTypes';
import { runWholeOnce } from './splitCalibration';
import { copyOf, type LoadedPlan } from './splitExecution';
import { differenceOf, measurePlan } from './splitMeasuring';
import { lossyOn, prepareSplit, type Prepared } from './splitPreparation';
import { selectAnswer, selectShownPlan } from './selectors';
import { createReporting, type Running } from './splitReporting';
import type { SplitRun } from './splitRunTypes';
import { loadParts, sourceOf, type Session, type SessionAnswer, type SplitContext } from './splitSession';
import { warmUpPlan } from './splitWarmUp';
import { profiledS, runsBefore, runWhole, startWhole, type Whole } from './splitWhole';

/** @param onRunning - told at most every 50 ms, and when a phase begins */
export async function runShownSplit(
  signal: AbortSignal,
  context: SplitContext,
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
      pageThreads: null,
      edgeThreads: null,
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

/** Where the bar stands when the first plan is cut. */
const preparedAt = 0.15;

async function execute(session: Session): SessionAnswer<null> {
  const { prepared, reporting } = session;
  const whole = await startWhole(session, (phase, part) => reporting.at(phase, preparedAt * part));
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

async function runPlan(
  session: Session,
  whole: Whole,
  plan: ExecutionPlan,
  at: (part: number) => number,
): SessionAnswer<null> {
  const { signal, context, prepared, options, reporting, inputs } = session;
  const { report, change } = reporting;
  reporting.at('cutting', at(0));
  const boundaries = cutsOf(plan);
  const cut = await context.services.models.cut(signal, { source: session.source, boundaries });
  if (!cut.ok) return cut;
  const parts = cut.value;
  change({ modelBytes: parts.map(({ model }) => model.byteLength) });
  reporting.at('loading', at(0.05));
  const hostsBefore = session.hosts.size;
  const loaded = await loadParts(session, plan, parts, 'all');
  if (!loaded.ok) return loaded;
  const warm = await warmUpPlan(signal, {
    loaded: loaded.value,
    inputs,
    isFresh: session.hosts.size > hostsBefore,
    runWhole: () => runWholeOnce(signal, whole.calibration, inputs, whole.costs.message, true),
    profileS: profiledS(session),
    at: (part) => reporting.at('warming-up', at(0.1 + 0.1 * part)),
  });
  if (!warm.ok) return warm;
  reporting.at('calibrating', at(0.2));
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
    runWhole: () => runWhole(session, whole, plan),
    at: (phase, part) => reporting.at(phase, at(0.25 + 0.65 * part)),
    // Before the results are checked: whatever becomes of that, the times are kept.
    keep: ({ costs, cells }) => change({ costs, cells: [...report().cells, ...cells] }),
  });
  if (measured !== null) return err(measured);
  reporting.at('checking', at(0.9));
  const exact = await checkExactly(session, whole, loaded.value);
  if (!exact.ok) return exact;
  const timed = compareResults(whole.outputs, warm.value);
  change({ checks: [...report().checks, { cuts: boundaries, timed, exact: exact.value }] });
  return ok(null);
}

/** With no optimisation and nothing rounded on the links the results must be the same, bit by bit. */
async function checkExactly(
  session: Session,
  whole: Whole,
  timed: LoadedPlan,
): SessionAnswer<Difference | null> {
  const { signal, prepared, engine, inputs } = session;
  const { workload, plans } = prepared;
  const isLossy = lossyOn(workload, timed.plan).length > 0;
  if (isLossy || plans.length > 1 || timed.isRemote.includes(true)) return ok(null);
  const loaded = await loadParts(session, timed.plan, timed.parts, 'disabled');
  if (!loaded.ok) return loaded;
  const reloaded = await whole.host.load(signal, { part: whole.part, ...engine, optimisation: 'disabled' });
  if (!reloaded.ok) return reloaded;
  const ran = await whole.host.run(signal, inputs.map(copyOf));
  if (!ran.ok) return ran;
  return differenceOf(signal, loaded.value, inputs, ran.value.outputs);
}
