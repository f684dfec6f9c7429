/** Who decides in a run. All lanes see the same task at the same time; each pays for its own plan. */
import { strategies } from '../solvers/registry';
import type { CapacityTable } from './capacityTable';
import { createProblems, decide, type Decision } from './decider';
import { createForecaster, lastKnown, type Forecaster, type Knowledge } from './knowledge';
import type { SimulationSettings } from './settings';
import type { CellRoutes, SimulatedNetwork } from './simulatedNetwork';
import type { LaneId } from './types';

const laneStrategies = strategies.filter(({ id }) => id !== 'greedy' && id !== 'proportional');
const best = strategies.find(({ id }) => id === 'best')!;

export interface Lanes {
  /** The last one leads: back-to-back tasks follow each other as it gets done with them. */
  readonly ids: readonly LaneId[];
  /**
   * The last lane knows everything, so it takes the plan of hindsight: prediction is perfect and news is not late. A forecast of
   * one capacity for each arc, however true, could not tell that it changes during a task.
   */
  readonly leaderHasHindsight: boolean;
  started(atS: number): void;
  /** Decides anew, in every lane; where the leader has hindsight its decision is the best of a static network. */
  decide(routes: CellRoutes, atS: number): readonly Decision[];
}

export function createLanes(
  network: SimulatedNetwork,
  capacities: CapacityTable,
  { prediction, sciMs }: SimulationSettings,
  seed: number,
): Lanes {
  const isPredicting = prediction.kind !== 'last';
  const known = lastKnown(capacities, sciMs / 1e3);
  const forecaster: Forecaster | null = isPredicting
    ? createForecaster(capacities, prediction, sciMs / 1e3, seed)
    : null;
  const problemsOf = createProblems();
  const most = Math.max(0, ...network.routes.map(({ arcs }) => arcs.length));
  const mbps = new Float64Array(most);
  const problem = (knowledge: Knowledge, routes: CellRoutes, atS: number) => {
    knowledge(routes, atS, mbps);
    return problemsOf(routes, mbps);
  };
  return {
    ids: [...laneStrategies.map(({ id }) => id), ...(isPredicting ? (['best-predicted'] as const) : [])],
    leaderHasHindsight: prediction.kind === 'perfect' && sciMs === 0,
    started: (atS) => forecaster?.started(atS),
    decide: (routes, atS) => {
      const now = problem(known, routes, atS);
      const decisions = laneStrategies.map((strategy) => decide(strategy, now));
      if (forecaster === null) return decisions;
      return [...decisions, decide(best, problem(forecaster.knowledge, routes, atS))];
    },
  };
}
