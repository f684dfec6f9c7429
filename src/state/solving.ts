/** Keeps `run` and `ticks` answering the document that is shown. Superseded work is never shown as the answer. */
import type { Scenario } from '../core/scenario/types';
import type { Solution } from '../protocol/solverApi';
import type { SliceContext } from './slice';
import { sameSolverInput } from './solverInput';
import { createTicks, noTicks } from './ticks';
import type { Answer, AppState, ViewState } from './types';
import { selectShown } from './useStore';

type SolvingSlice = Pick<AppState, 'run' | 'ticks' | 'retry'>;

export interface Solving {
  readonly slice: SolvingSlice;
  /** To be called after every change of the store. */
  readonly update: (state: AppState, previous: AppState) => void;
  /** Solves the document as it is. */
  readonly start: () => void;
}

/** The service drops what a newer request replaces, so nothing here ever needs to abort. */
const keep = new AbortController().signal;

export function createSolving({ set, get, services }: SliceContext): Solving {
  const plans = createPlans({ set, get, services });
  const ticks = createTicks({ set, get, services });
  return {
    slice: {
      run: { status: 'idle' },
      ticks: noTicks,
      retry: () => {
        plans.ask();
        ticks.ask();
      },
    },
    update: (state, previous) => {
      if (selectShown(state) !== selectShown(previous)) {
        plans.shownChanged(inOneGesture(state, previous));
        ticks.update();
      } else if (state.view.selectedLinks !== previous.view.selectedLinks) {
        ticks.update();
      }
    },
    start: () => {
      plans.ask();
      ticks.update();
    },
  };
}

/** Both states preview the same document: the answer to the earlier one is a frame of this gesture. */
function inOneGesture(state: AppState, previous: AppState): boolean {
  return state.draft !== null && previous.draft !== null && state.scenario === previous.scenario;
}

interface Plans {
  ask(): void;
  shownChanged(inGesture: boolean): void;
}

function createPlans({ set, get, services }: SliceContext): Plans {
  /** Undo, redo and Escape return to documents already solved: their answer is there in the same frame. */
  const known = new WeakMap<Scenario, Solution>();
  let asked = 0;
  /** The newest request that was answered; an older answer never replaces it. */
  let answered = 0;
  /** Requests before this one belong to something that is no longer being edited; their answers are dropped. */
  let oldestRelevant = 0;

  const lastAnswer = (): Answer | null => {
    const { run } = get();
    return run.status === 'idle' ? null : run.last;
  };

  const answer = (request: number, scenario: Scenario, solution: Solution): void => {
    known.set(scenario, solution);
    if (request <= answered || request < oldestRelevant) return;
    answered = request;
    const last = { scenario, solution };
    const view = viewWith(solution, get().view);
    set({ run: request === asked ? { status: 'done', last } : { status: 'running', last }, view });
  };

  const ask = async (): Promise<void> => {
    const request = ++asked;
    const shown = selectShown(get());
    set({ run: { status: 'running', last: lastAnswer() } });
    const result = await services.solver.solve(keep, shown);
    if (result.ok) answer(request, shown, result.value);
    else if (result.error.kind === 'worker-failed' && request === asked) {
      set({ run: { status: 'failed', last: lastAnswer(), failure: result.error } });
    }
  };

  return {
    ask: () => void ask(),
    shownChanged: (inGesture) => {
      if (!inGesture) oldestRelevant = asked + 1;
      const shown = selectShown(get());
      const solution = known.get(shown) ?? solutionOfEqual(lastAnswer(), shown);
      if (solution === null) void ask();
      else answer(++asked, shown, solution);
    },
  };
}

/** A chosen strategy that no longer works gives way to the best plan; the same object while it works. */
function viewWith(solution: Solution, view: ViewState): ViewState {
  const chosen = solution.strategies.find(({ strategy }) => strategy === view.shownPlan);
  return chosen?.outcome.kind === 'infeasible' ? { ...view, shownPlan: 'best' } : view;
}

/** Moving a node sixty times a second must not ask the solver sixty times. */
function solutionOfEqual(last: Answer | null, shown: Scenario): Solution | null {
  return last !== null && sameSolverInput(last.scenario, shown) ? last.solution : null;
}
