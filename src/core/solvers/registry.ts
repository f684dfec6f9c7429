/** Every strategy of the comparison, in the order it is shown. A new solver is its own file and one entry here. */
import { solveGreedy } from './greedy';
import { solveOneCutCloud, solveOneCutEdge } from './oneCut';
import { solveProportional } from './proportional';
import { solveRouteAndSplit } from './routeAndSplit';
import { solveCloudOnly, solveEdgeOnly, solveUeOnly } from './singleNode';
import type { IndexOutcome, RouteProblem, ShouldStop, StrategyId } from './types';

export interface Strategy {
  /** Stable: it appears in links and files. */
  readonly id: StrategyId;
  readonly name: string;
  /** What the strategy takes for granted, in one sentence. */
  readonly assumes: string;
  /** A search that can take long asks `shouldStop`; without it, it is limited by its work alone. */
  readonly solve: (problem: RouteProblem, shouldStop?: ShouldStop) => IndexOutcome;
}

export const strategies: readonly Strategy[] = [
  {
    id: 'ue-only',
    name: 'All on the UE',
    assumes: 'Every block runs on the UE.',
    solve: solveUeOnly,
  },
  {
    id: 'cloud-only',
    name: 'All in the cloud',
    assumes: 'The raw input travels to the sink over its cheapest route and every block runs there.',
    solve: solveCloudOnly,
  },
  {
    id: 'edge-only',
    name: 'All on the edge',
    assumes: 'The raw input travels to the best single edge host and every block runs there.',
    solve: solveEdgeOnly,
  },
  {
    id: 'one-cut-cloud',
    name: 'One cut, UE and cloud',
    assumes: 'The first blocks run on the UE, the rest on the sink, with at most one cut anywhere.',
    solve: solveOneCutCloud,
  },
  {
    id: 'one-cut-edge',
    name: 'One cut, UE and edge',
    assumes: 'The first blocks run on the UE, the rest on the best single edge host.',
    solve: solveOneCutEdge,
  },
  {
    id: 'greedy',
    name: 'Greedy, hop by hop',
    assumes:
      'Each node on the row, from the UE on, splits what is left between itself and the next one as if nothing lay beyond.',
    solve: solveGreedy,
  },
  {
    id: 'proportional',
    name: 'In proportion to speed',
    assumes:
      'Each computing node on the row runs a share of the blocks in proportion to its speed; links are not looked at.',
    solve: solveProportional,
  },
  {
    id: 'best',
    name: 'Best split',
    assumes:
      'Blocks run one after another on any computing nodes, each as often as it pays, over any links that are up.',
    solve: solveRouteAndSplit,
  },
];
