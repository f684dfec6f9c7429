/** Contract between the page and the solver worker. Plain data only; expected failures are part of the answer. */
import type { Scenario } from '../core/scenario/types';
import type { Solution, TicksRequest } from '../core/solvers/solution';
import type { Breakpoint } from '../core/solvers/types';

export type { Solution, TicksRequest };

export interface SolverApi {
  solve(scenario: Scenario): Solution;
  ticks(request: TicksRequest): readonly Breakpoint[];
}
