/** One task after the other: decided, paid, held against hindsight, logged. */
import { overfullNode, weightOf } from '../solvers/plans';
import { fits } from '../solvers/sweepWindow';
import { leakReason } from '../solvers/trust';
import type { RouteProblem, Step } from '../solvers/types';
import type { CapacityTable } from './capacityTable';
import type { Decision } from './decider';
import { createForecastCount, type ForecastCount } from './forecastUse';
import { createHindsightSpace, earliestEnd, earliestPlan, type HindsightSpace } from './hindsight';
import { createLanes, type Lanes } from './lanes';
import { endOf, energyOf } from './pay';
import { createPlanTable, type PlanTable } from './planTable';
import type { SimulationSettings } from './settings';
import type { CellRoutes, SimulatedNetwork } from './simulatedNetwork';
import { createTaskLog, type TaskLogWriter } from './taskLog';

/** Differences of times are not exact in binary: tasks every 100 ms decide anew every 100 ms [s]. */
const rounding = 1e-9;

/** A decision while it stands, with the number of its plan. */
interface Standing extends Decision {
  readonly plan: number;
}

interface Hindsight {
  readonly endS: number;
  /** null: not asked for, or none. */
  readonly steps: readonly Step[] | null;
}

export class TaskRunner {
  readonly lanes: Lanes;
  readonly plans: PlanTable;
  readonly log: TaskLogWriter;
  /** null: no lane is on forecasts. */
  readonly forecasts: ForecastCount | null;
  /** Tasks whose hindsight would break a limit of memory or trust. */
  hindsightBounds = 0;
  private readonly space: HindsightSpace;
  private readonly mayBind: readonly boolean[];
  private readonly endS: Float64Array;
  private readonly lead: number;
  private readonly onLast: number;
  private readonly redecideS: number;
  private readonly decidesAhead: boolean;
  private standing: Standing[] = [];
  private decidedS = -Infinity;
  private decidedCell = -1;
  private startedS = -Infinity;
  private looksAhead = false;

  constructor(
    private readonly network: SimulatedNetwork,
    private readonly capacities: CapacityTable,
    settings: SimulationSettings,
    seed: number,
  ) {
    this.lanes = createLanes(network, capacities, settings, seed);
    this.plans = createPlanTable(network.nodeIds);
    this.log = createTaskLog(this.lanes.ids);
    this.space = createHindsightSpace(network.routes[0]!.problem);
    this.mayBind = network.routes.map(({ problem }) => mayBind(problem));
    this.endS = new Float64Array(this.lanes.ids.length);
    this.lead = this.lanes.ids.length - 1;
    this.onLast = this.lanes.ids.indexOf('best');
    const isForecasting = this.lanes.ids[this.lead] === 'best-predicted';
    this.forecasts = isForecasting ? createForecastCount(this.lanes.leaderHasHindsight) : null;
    this.redecideS = settings.redecideMs / 1e3;
    this.decidesAhead = settings.decision === 'one-task-ahead';
  }

  /** Runs a task on a cell (-1: there are none); says when the leading lane is done [s]. */
  run(startS: number, cell: number): number {
    const index = Math.max(0, cell);
    const routes = this.network.routes[index]!;
    const isNew = cell !== this.decidedCell || startS - this.decidedS >= this.redecideS - rounding;
    if (isNew) {
      // A handover leaves no time to decide ahead, nor does the first task.
      const isAhead = this.decidesAhead && cell === this.decidedCell && this.startedS > -Infinity;
      const decidedFor = isAhead ? 'next' : 'now';
      const decisions = this.lanes.decide(routes, isAhead ? this.startedS : startS, decidedFor);
      this.standing = decisions.map((decision) => this.numbered(routes, decision));
      this.decidedS = startS;
      this.decidedCell = cell;
      this.looksAhead = this.lanes.looksAhead(decidedFor);
    }
    this.lanes.started(startS);
    this.startedS = startS;
    const leadsByHindsight = isNew && this.lanes.leaderHasHindsight;
    for (let k = 0; k <= this.lead; k++) {
      this.endS[k] = k === this.lead && leadsByHindsight ? Infinity : this.payOf(routes, k, startS);
    }
    const hindsight = this.lookBack(routes, startS, leadsByHindsight || this.mayBind[index]!);
    const isBound = hindsight.steps !== null && breaksLimit(routes.problem, hindsight.steps);
    if (isBound) this.hindsightBounds += 1;
    if (leadsByHindsight) {
      if (hindsight.steps !== null && !isBound) {
        const decision = { steps: hindsight.steps, expectedS: hindsight.endS - startS };
        this.standing[this.lead] = this.numbered(routes, decision);
      }
      this.endS[this.lead] = this.payOf(routes, this.lead, startS);
      if (isBound) this.leadWithFastest(startS);
    }
    this.forecasts?.task(
      this.looksAhead,
      this.choiceOf(this.onLast, startS),
      this.choiceOf(this.lead, startS),
    );
    this.write(routes, startS, cell, hindsight.endS);
    return this.endS[this.lead]!;
  }

  /** Who knows everything knows what every lane will pay: where hindsight keeps no limit, the best of their plans does. */
  private leadWithFastest(startS: number): void {
    for (let k = 0; k < this.lead; k++) {
      const endS = this.endS[k]!;
      if (endS >= this.endS[this.lead]!) continue;
      this.endS[this.lead] = endS;
      this.standing[this.lead] = { ...this.standing[k]!, expectedS: endS - startS };
    }
  }

  private numbered(routes: CellRoutes, decision: Decision): Standing {
    const { steps } = decision;
    return { ...decision, plan: steps === null ? -1 : this.plans.indexOf(routes, steps) };
  }

  private choiceOf(k: number, startS: number): { plan: number; latencyS: number } {
    return { plan: this.standing[k]!.plan, latencyS: this.endS[k]! - startS };
  }

  private payOf(routes: CellRoutes, k: number, startS: number): number {
    const { steps } = this.standing[k]!;
    return steps === null ? Infinity : endOf(routes, this.capacities, steps, startS);
  }

  private lookBack(routes: CellRoutes, startS: number, needsPlan: boolean): Hindsight {
    let latestS = Infinity;
    for (const endS of this.endS) latestS = Math.min(latestS, endS);
    const endS = earliestEnd(routes, this.capacities, this.space, startS, latestS);
    return { endS, steps: needsPlan && endS < Infinity ? earliestPlan(routes, this.space) : null };
  }

  private write(routes: CellRoutes, startS: number, cell: number, hindsightEndS: number): void {
    this.log.task(startS, cell, hindsightEndS - startS);
    for (const [k, { steps, expectedS, plan }] of this.standing.entries()) {
      const endS = this.endS[k]!;
      const isPaid = steps !== null && endS < Infinity;
      this.log.lane(k, {
        latencyS: endS - startS,
        expectedS,
        ueEnergyJ: isPaid ? energyOf(routes, routes.ueEnergy, this.capacities, steps, startS) : NaN,
        edgeEnergyJ: isPaid ? energyOf(routes, routes.edgeEnergy, this.capacities, steps, startS) : NaN,
        plan,
      });
    }
  }
}

/** Whether a plan could break a limit that the search for the least time leaves aside. */
function mayBind(problem: RouteProblem): boolean {
  const allBytes = weightOf(problem, 0, problem.blockCount);
  const isTight = problem.memoryBytes.some((bytes, v) => problem.computes[v] === 1 && !fits(allBytes, bytes));
  return isTight || problem.trust !== undefined;
}

function breaksLimit(problem: RouteProblem, steps: readonly Step[]): boolean {
  return overfullNode(problem, steps) !== null || leakReason(problem, steps) !== null;
}
