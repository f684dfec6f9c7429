/** The plan of each strategy from what is known of the network. */
import type { Strategy } from '../solvers/registry';
import type { RouteProblem, Step } from '../solvers/types';
import type { CellRoutes } from './simulatedNetwork';

export interface Decision {
  /** null: no plan. */
  readonly steps: readonly Step[] | null;
  /** Infinity where there is none [s]. */
  readonly expectedS: number;
}

/** A search under memory limits is asked this often whether it should stop: a few milliseconds, and the same in every engine. */
const mostAsks = 20;

/**
 * The problem with these capacities [Mbit/s], one for each arc of it: its arrays are written anew each time, the object is
 * a new one, because solvers keep what they derive with it. An arc at 0 is closed.
 */
export function createProblems(): (routes: CellRoutes, mbps: Float64Array) => RouteProblem {
  const buffers = new Map<CellRoutes, Pick<RouteProblem, 'arcSecondsPerByte' | 'arcFixedS'>>();
  return (routes, mbps) => {
    const { problem } = routes;
    let arrays = buffers.get(routes);
    if (arrays === undefined) {
      const size = problem.arcFrom.length;
      arrays = { arcSecondsPerByte: new Float64Array(size), arcFixedS: new Float64Array(size) };
      buffers.set(routes, arrays);
    }
    for (let a = 0; a < problem.arcFrom.length; a++) {
      const isUp = mbps[a]! > 0;
      // Not Infinity for each byte: of no bytes that would be no number.
      arrays.arcSecondsPerByte[a] = isUp ? 8e-6 / mbps[a]! : 0;
      arrays.arcFixedS[a] = isUp ? problem.arcFixedS[a]! : Infinity;
    }
    return { ...problem, ...arrays };
  };
}

export function decide({ solve }: Pick<Strategy, 'solve'>, problem: RouteProblem): Decision {
  let asks = 0;
  const outcome = solve(problem, () => ++asks > mostAsks);
  if (outcome.kind === 'infeasible') return { steps: null, expectedS: Infinity };
  return { steps: outcome.plan.steps, expectedS: outcome.plan.totalS };
}
