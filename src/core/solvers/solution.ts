/** What is asked about a whole scenario, and what is answered. */
import type { LinkDirection, LinkId } from '../network/types';
import type { Problem } from '../scenario/problems';
import type { OwnSplit, Scenario } from '../scenario/types';
import type { Outcome, Plan, StrategyOutcome } from './types';

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
