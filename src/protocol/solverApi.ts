/** Contract between the page and the solver worker. Plain data only; expected failures are part of the answer. */
import type { LinkDirection, LinkId } from '../core/network/types';
import type { Problem } from '../core/scenario/problems';
import type { OwnSplit, Scenario } from '../core/scenario/types';
import type { Breakpoint, Outcome, Plan, StrategyOutcome } from '../core/solvers/types';

/** Everything the page shows about one scenario. */
export interface Solution {
  readonly strategies: readonly StrategyOutcome[];
  /** The best split's plan; null when nothing works (see `problems`). */
  readonly best: Plan | null;
  /**
   * Computing nodes in the order the visitor's own split uses them: those on, or attached to, the cheapest route from
   * source to sink. `ownStart` is the best plan expressed on them where it can be, else all blocks on the UE.
   */
  readonly ownStart: OwnSplit;
  /** The visitor's own split costed; null when the scenario has none. */
  readonly own: Outcome | null;
  readonly problems: readonly Problem[];
}

export interface TicksRequest {
  readonly scenario: Scenario;
  readonly link: LinkId;
  /** Which capacity moves; 'both' when the link is symmetric. */
  readonly direction: LinkDirection | 'both';
}

export interface SolverApi {
  solve(scenario: Scenario): Solution;
  ticks(request: TicksRequest): readonly Breakpoint[];
}
