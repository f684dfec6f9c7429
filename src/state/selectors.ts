/** What views read out of the state. Every selector returns a reference that is stable while its inputs are. */
import type { Plan } from '../core/solvers/types';
import type { Answer, AppState } from './types';

/** The latest answer, dimmed by views while `run.status` is 'running'; null before the first one. */
export function selectAnswer({ run }: AppState): Answer | null {
  return run.status === 'idle' ? null : run.last;
}

/**
 * The plan drawn on the canvas: the visitor's choice; the best one where the document has no own split; null where the
 * chosen strategy is not possible.
 */
export function selectShownPlan(state: AppState): Plan | null {
  const solution = selectAnswer(state)?.solution;
  if (solution === undefined) return null;
  const { shownPlan } = state.view;
  if (shownPlan === 'best' || (shownPlan === 'own' && solution.own === null)) return solution.best;
  if (shownPlan === 'studied') return state.view.studied?.plan ?? null;
  const { methods } = state.studies;
  const method =
    methods.status === 'idle'
      ? undefined
      : methods.last?.answer.methods.find((entry) => entry.method === shownPlan);
  if (method !== undefined) return method.outcome.kind === 'plan' ? method.outcome.plan : null;
  const outcome =
    shownPlan === 'own'
      ? solution.own
      : solution.strategies.find(({ strategy }) => strategy === shownPlan)?.outcome;
  return outcome?.kind === 'plan' ? outcome.plan : null;
}
