/** What views read out of the state. Every selector returns a reference that is stable while its inputs are. */
import type { InfeasibleReason, Outcome, Plan } from '../core/solvers/types';
import { methodIds, type MethodId, type MethodOutcome } from '../core/studies/methodsTypes';
import type { Solution } from '../protocol/solverApi';
import { samePlaces } from './solverInput';
import type { Answer, AppState, ShownPlan } from './types';

/** The latest answer, dimmed by views while `run.status` is 'running'; null before the first one. */
export function selectAnswer({ run }: AppState): Answer | null {
  return run.status === 'idle' ? null : run.last;
}

/**
 * The plan drawn on the canvas: the visitor's choice; the best one where the document has no own split; null where the
 * chosen strategy is not possible, or a chosen method is not answered for this document yet.
 */
export function selectShownPlan(state: AppState): Plan | null {
  const answer = selectAnswer(state);
  if (answer === null) return null;
  const { solution, scenario } = answer;
  const { shownPlan, studied } = state.view;
  if (shownPlan === 'best' || (shownPlan === 'own' && solution.own === null)) return solution.best;
  // A plan of another network would be drawn over the wrong nodes.
  if (shownPlan === 'studied')
    return studied !== null && samePlaces(studied.scenario, scenario) ? studied.plan : solution.best;
  const outcome = outcomeOf(state, solution, shownPlan);
  return outcome?.kind === 'plan' ? outcome.plan : null;
}

/** Why no plan is drawn; null where one is, or where the chosen method is not answered yet. */
export function selectShownReason(state: AppState): InfeasibleReason | null {
  const answer = selectAnswer(state);
  if (answer === null || selectShownPlan(state) !== null) return null;
  const { solution } = answer;
  const { shownPlan } = state.view;
  const isOther = shownPlan === 'studied' || (shownPlan === 'own' && solution.own === null);
  const outcome = outcomeOf(state, solution, isOther ? 'best' : shownPlan);
  return outcome?.kind === 'infeasible' ? outcome.reason : null;
}

function outcomeOf(
  state: AppState,
  solution: Solution,
  shown: Exclude<ShownPlan, 'studied'>,
): Outcome | null | undefined {
  if (isMethodId(shown)) return selectMethod(state, shown)?.outcome;
  if (shown === 'own') return solution.own;
  return solution.strategies.find(({ strategy }) => strategy === shown)?.outcome;
}

/** What a method answered for the network on screen, a frame of a drag old at most; null while that is unknown. */
export function selectMethod(state: AppState, method: MethodId): MethodOutcome | null {
  const answer = selectAnswer(state);
  const { methods } = state.studies;
  if (answer === null || methods.status === 'idle' || methods.last === null) return null;
  if (!samePlaces(methods.last.scenario, answer.scenario)) return null;
  return methods.last.answer.methods.find((entry) => entry.method === method) ?? null;
}

export function isMethodId(shown: ShownPlan): shown is MethodId {
  return (methodIds as readonly ShownPlan[]).includes(shown);
}
