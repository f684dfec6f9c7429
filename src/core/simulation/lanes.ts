/** Who decides in a run. All lanes see the same task at the same time; each pays for its own plan. */
import { strategies, type Strategy } from '../solvers/registry';
import type { CapacityTable } from './capacityTable';
import { createProblems, decide, type Decision } from './decider';
import { createForecaster, lastKnown, type DecidedFor, type Forecaster, type Knowledge } from './knowledge';
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
  /** Whether a decision of the last lane, taken now, is on more than the last values. */
  looksAhead(decidedFor: DecidedFor): boolean;
  /** Decides anew, in every lane; where the leader has hindsight its decision is the best of a static network. */
  decide(routes: CellRoutes, atS: number, decidedFor: DecidedFor): readonly Decision[];
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
  const most = Math.max(0, ...network.routes.map(({ arcs }) => arcs.length));
  const onLast = createDeciders(known, laneStrategies, most);
  const onForecasts = forecaster === null ? null : createDeciders(forecaster.knowledge, [best], most);
  const leaderHasHindsight = prediction.kind === 'perfect' && sciMs === 0;
  return {
    ids: [...laneStrategies.map(({ id }) => id), ...(isPredicting ? (['best-predicted'] as const) : [])],
    leaderHasHindsight,
    started: (atS) => forecaster?.started(atS),
    looksAhead: (decidedFor) => leaderHasHindsight || forecaster?.looksAhead(decidedFor) === true,
    decide: (routes, atS, decidedFor) => {
      const decisions = onLast(routes, atS, decidedFor);
      return onForecasts === null ? decisions : [...decisions, ...onForecasts(routes, atS, decidedFor)];
    },
  };
}

/**
 * Deciders that share what they know. Where they know of every arc what they knew the last time, on the same cell, the decisions
 * are those of the last time: solvers give the same answer to the same problem. Tasks are often shorter than a coherence time.
 */
function createDeciders(
  knowledge: Knowledge,
  deciders: readonly Strategy[],
  mostArcs: number,
): (routes: CellRoutes, atS: number, decidedFor: DecidedFor) => readonly Decision[] {
  const problemOf = createProblems();
  let mbps = new Float64Array(mostArcs);
  let before = new Float64Array(mostArcs);
  let routesBefore: CellRoutes | null = null;
  let decisions: readonly Decision[] = [];
  return (routes, atS, decidedFor) => {
    knowledge(routes, atS, mbps, decidedFor);
    if (routes === routesBefore && startsAlike(mbps, before, routes.arcs.length)) return decisions;
    const problem = problemOf(routes, mbps);
    decisions = deciders.map((strategy) => decide(strategy, problem));
    [mbps, before] = [before, mbps];
    routesBefore = routes;
    return decisions;
  };
}

function startsAlike(one: Float64Array, other: Float64Array, count: number): boolean {
  for (let k = 0; k < count; k++) if (one[k] !== other[k]) return false;
  return true;
}
