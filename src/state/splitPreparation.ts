/** What a run of the shown plan needs, found before anything starts: pure functions of the state. */
import { workloadChain } from '../core/model/workloadChain';
import { profileFor } from '../core/profile/profileFor';
import type { Profile } from '../core/profile/types';
import type { RunnableWorkload, Scenario } from '../core/scenario/types';
import type { Plan } from '../core/solvers/types';
import { executionPlan, partsOf, singleCuts, transfersOf } from '../core/split/executionPlan';
import { blocksOf } from '../core/split/predictRun';
import type { ExecutionPlan } from '../core/split/types';
import { fitsWorkload, isMeasured, newestFirst, preferredProfile } from './fittingProfile';
import { isMeasuredHere } from './measuredHere';
import type { Answer, AppState } from './types';

export interface Prepared {
  readonly scenario: Scenario;
  readonly workload: RunnableWorkload;
  /** The plan as shown. */
  readonly plan: ExecutionPlan;
  /** What is run, one after the other. */
  readonly plans: readonly ExecutionPlan[];
  readonly predictor: Predictor;
}

/** Whose block times predict what runs here, and how the parts run so that they are the same. */
interface Predictor {
  readonly profile: Profile;
  /** Measured in this browser; else modelled, and said so. */
  readonly isMeasuredHere: boolean;
  readonly backend: 'wasm' | 'webgpu';
  readonly threads: number;
}

export type Unprepared = { readonly kind: 'nothing-to-run' } | { readonly kind: 'no-plan' };

type PreparationState = Pick<AppState, 'localProfiles' | 'measuredHere' | 'splitRun'>;

/** @param answer - the solver's latest; @param plan - the one that is drawn */
export function prepareSplit(
  state: PreparationState,
  answer: Answer | null,
  plan: Plan | null,
): Prepared | Unprepared {
  if (answer === null || plan === null) return { kind: 'no-plan' };
  const { scenario } = answer;
  const { workload } = scenario;
  if (workload.kind === 'custom') return { kind: 'nothing-to-run' };
  const executed = executionPlan(scenario, plan);
  if (partsOf(executed).length === 0) return { kind: 'no-plan' };
  const predictor = choosePredictor(state, scenario);
  if (predictor === null) return { kind: 'no-plan' };
  const { cuts } = state.splitRun.options;
  const plans = cuts === 'shown' ? [executed] : singleCuts(scenario, executed, plannedOn(scenario));
  return { scenario, workload, plan: executed, plans: plans.length === 0 ? [executed] : plans, predictor };
}

/** Measurements of this browser that hold the times of this model, newest first. */
export function fittingMeasurements(
  { localProfiles, measuredHere }: Pick<PreparationState, 'localProfiles' | 'measuredHere'>,
  scenario: Scenario,
): readonly Profile[] {
  const fitting = new Map<string, Profile>();
  for (const profile of [...localProfiles, ...scenario.profiles]) {
    if (
      // A document that was read carries copies: the same measurement in other objects.
      !fitting.has(profile.id) &&
      isMeasured(profile) &&
      profile.source.backend !== 'native' &&
      fitsWorkload(profile, scenario.workload) &&
      isMeasuredHere(profile, measuredHere)
    )
      fitting.set(profile.id, profile);
  }
  return newestFirst([...fitting.values()]);
}

/** The measurement asked for; else the source's own, else the newest (of a matrix the fastest steady one); else its model. */
function choosePredictor(state: PreparationState, scenario: Scenario): Predictor | null {
  const source = scenario.nodes.find(({ id }) => id === scenario.sourceId);
  const spoken = source === undefined ? null : profileFor(scenario, source).profile;
  const fitting = fittingMeasurements(state, scenario).filter(isMeasured);
  const { profileId } = state.splitRun.options;
  const [newest] = fitting;
  const together = fitting.filter(({ source: { date } }) => date === newest?.source.date);
  const measured =
    fitting.find(({ id }) => id === profileId) ??
    fitting.find(({ id }) => id === spoken?.id) ??
    preferredProfile(together);
  if (measured !== null && isMeasured(measured)) {
    const { backend, threads } = measured.source;
    return {
      profile: measured,
      isMeasuredHere: true,
      backend: backend === 'webgpu' ? 'webgpu' : 'wasm',
      threads,
    };
  }
  return spoken === null ? null : { profile: spoken, isMeasuredHere: false, backend: 'wasm', threads: 1 };
}

/** What blocks take on a node by its own profile [s]. */
function plannedOn(scenario: Scenario) {
  const profiles = new Map(scenario.nodes.map((node) => [node.id, profileFor(scenario, node).profile]));
  return (id: Scenario['sourceId'], from: number, to: number): number => {
    const profile = profiles.get(id);
    return profile === undefined || profile === null ? Infinity : blocksOf(profile, from, to);
  };
}

/** Names of the tensors that are the model's results. */
export function resultsOf(workload: RunnableWorkload): readonly string[] {
  return workloadChain(workload).boundaryTensors.at(-1)!;
}

/** What crosses the plan's links in fewer bits than it has: features, the model's input, both or neither. */
export function lossyOn(workload: RunnableWorkload, plan: ExecutionPlan): readonly ('features' | 'input')[] {
  const inputs = inputNamesOf(workload);
  const shipped = transfersOf(plan).flatMap(({ tensors }) => tensors);
  const crosses = {
    features: workload.shipped !== 'fp32' && shipped.some((name) => !inputs.has(name)),
    input: workload.rawInput !== 'fp32' && shipped.some((name) => inputs.has(name)),
  };
  return (['features', 'input'] as const).filter((what) => crosses[what]);
}

/** Names of the tensors that are the model's inputs: they ship at the input's precision. */
export function inputNamesOf(workload: RunnableWorkload): ReadonlySet<string> {
  return new Set(
    workload.kind === 'imported'
      ? workload.graph.inputs.map((k) => workload.graph.tensors[k]!.name)
      : workloadChain(workload).boundaryTensors[0]!,
  );
}
