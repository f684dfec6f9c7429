/** Keeps the plan that is drawn one that belongs to the shown document. */
import type { MethodId } from '../core/studies/methodsTypes';
import { isMethodId } from './selectors';
import type { SliceContext } from './slice';
import { sameStudyInput } from './solverInput';
import type { AppState } from './types';
import { selectShown } from './useStore';

/**
 * To be called after every change of the store. While a method's plan is drawn its study is kept asked, whichever tab is
 * open; a method that no longer works gives way to the best plan, as a strategy does; a plan picked in a study is of the
 * document it was found for, and goes with the first change that can move it.
 */
export function createShownPlan({ get }: SliceContext): (state: AppState, previous: AppState) => void {
  return (state, previous) => {
    const { shownPlan } = state.view;
    const shownChanged = selectShown(state) !== selectShown(previous);
    if (shownChanged || state.view.studied !== previous.view.studied) dropStudied(get);
    if (!isMethodId(shownPlan)) return;
    if (shownChanged || shownPlan !== previous.view.shownPlan) get().study('methods', {});
    if (state.studies.methods !== previous.studies.methods) dropImpossible(get, shownPlan);
  };
}

function dropStudied(get: SliceContext['get']): void {
  const state = get();
  const { studied, shownPlan } = state.view;
  if (studied === null || sameStudyInput(studied.scenario, selectShown(state))) return;
  state.changeView({ studied: null, shownPlan: shownPlan === 'studied' ? 'best' : shownPlan });
}

function dropImpossible(get: SliceContext['get'], method: MethodId): void {
  const { studies, changeView } = get();
  if (studies.methods.status !== 'done') return;
  const found = studies.methods.last.answer.methods.find((entry) => entry.method === method);
  if (found?.outcome.kind === 'infeasible') changeView({ shownPlan: 'best' });
}
