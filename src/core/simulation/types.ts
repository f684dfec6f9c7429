/** What a simulation gives: plain data and typed arrays, all transferable. Everything in it is simulated. */
import type { LinkDirection, LinkId, NodeId } from '../network/types';
import type { RadioFault } from '../radio/types';
import type { StrategyId } from '../solvers/types';

/** One direction of a link as it is simulated: drawn, or the air between the UE and a cell. */
export type SimulatedArc =
  | { readonly kind: 'link'; readonly link: LinkId; readonly direction: LinkDirection }
  | { readonly kind: 'access'; readonly cell: NodeId; readonly direction: 'up' | 'down' };

/** Who decides: a strategy on the last values known, or the best split on forecasts. */
export type LaneId = StrategyId | 'best-predicted';

/** A plan that some task followed. `nodes[k]` runs blocks boundaries[k-1]+1 .. boundaries[k]; `arcs` in order of time. */
export interface SimulatedPlan {
  readonly nodes: readonly NodeId[];
  readonly boundaries: readonly number[];
  /** Each with the boundary it carries. */
  readonly transfers: readonly { readonly arc: number; readonly boundary: number }[];
}

/** One entry a task in every array. */
export interface LaneLog {
  readonly lane: LaneId;
  /** What it took [s]; Infinity: no plan, or a link that stayed down. */
  readonly latencyS: Float64Array;
  /** What it was decided to take [s]. */
  readonly expectedS: Float64Array;
  /** NaN where power figures are missing, and where the task has no end [J]. */
  readonly ueEnergyJ: Float64Array;
  readonly edgeEnergyJ: Float64Array;
  /** Index into `plans`; -1 = none. */
  readonly plan: Int32Array;
}

export interface TaskLog {
  readonly startS: Float64Array;
  /** Index of the serving cell; -1 where there are none. */
  readonly cell: Int16Array;
  /** The least any split could have taken, on the cell that the task started with [s]. */
  readonly hindsightS: Float64Array;
  readonly lanes: readonly LaneLog[];
}

export type SimulationEvent =
  | { readonly kind: 'handover'; readonly atS: number; readonly from: NodeId; readonly to: NodeId }
  /**
   * Other nodes or other boundaries; another route alone is none. Of the best split (or of the one on forecasts, where there is
   * one): plans by index, -1 = none.
   */
  | {
      readonly kind: 'split-change';
      readonly atS: number;
      readonly lane: LaneId;
      readonly from: number;
      readonly to: number;
    }
  /** A task of the same lane took longer than the scenario's latency limit. */
  | { readonly kind: 'limit-broken'; readonly atS: number; readonly lane: LaneId; readonly latencyS: number }
  | { readonly kind: 'out-of-range'; readonly atS: number; readonly untilS: number };

export interface LaneSummary {
  readonly lane: LaneId;
  readonly tasks: number;
  /** Tasks without a plan or an end. */
  readonly failed: number;
  /** Of those that ended [s]; null where none did. */
  readonly meanS: number | null;
  readonly medianS: number | null;
  readonly p90S: number | null;
  readonly p99S: number | null;
  readonly worstS: number | null;
  readonly meanRegretS: number | null;
  readonly meanUeEnergyJ: number | null;
  readonly meanEdgeEnergyJ: number | null;
  /** Tasks above the scenario's latency limit, failed ones among them; null: it has none. */
  readonly limitBroken: number | null;
  readonly splitChanges: number;
}

/** What the best split on forecasts did with them, over all tasks. */
export interface ForecastUse {
  /** It knew everything, and took the plan of hindsight however short the gaps were. */
  readonly byHindsight: boolean;
  /** Tasks that were decided on a forecast; for the others the last values stood (see `horizon.ts`). */
  readonly made: number;
  /** Of these, tasks with another plan than the best split on the last values: other nodes, boundaries or route. */
  readonly changed: number;
  /** Mean of what these took less than on the last values, where both ended [s]; below 0: they took more. null: there are none. */
  readonly meanGainS: number | null;
}

export interface SimulationRun {
  readonly durationS: number;
  readonly seed: number;
  readonly cells: readonly NodeId[];
  /** Where the UE was, one entry every `stepS`. */
  readonly stepS: number;
  readonly xM: Float32Array;
  readonly yM: Float32Array;
  /** Index of the serving cell; -1 where there are none. */
  readonly cell: Int16Array;
  /** NaN where there are none. */
  readonly snrDb: Float32Array;
  /** [cell], one entry every `stepS`. */
  readonly activeUes: readonly Uint32Array[];
  readonly arcs: readonly SimulatedArc[];
  /** [arc] mean capacity over each `capacityStepS` [Mbit/s]. */
  readonly capacityMbps: readonly Float32Array[];
  readonly capacityStepS: number;
  readonly plans: readonly SimulatedPlan[];
  readonly tasks: TaskLog;
  readonly events: readonly SimulationEvent[];
  /** More happened than is listed: handovers and times out of range are listed first, then the rest as it came. */
  readonly eventsLeftOut: number;
  readonly summaries: readonly LaneSummary[];
  /** null: nobody decided on forecasts. */
  readonly forecasts: ForecastUse | null;
  /** Tasks whose `hindsightS` is a lower bound only: the least one would break a limit of memory or trust. */
  readonly hindsightBounds: number;
  /** The log of tasks was full before the time was up [s]; null: it was not. */
  readonly endedEarlyS: number | null;
  /**
   * SHA-256 of the result log, hexadecimal: the same for the same scenario and seed in every engine. It is of what came out, not of
   * what was asked: settings that change no result leave it as it is.
   */
  readonly hash: string;
}

export type SimulationFault =
  | { readonly kind: 'source-has-no-device' }
  /** Not on any cell, even if every link were as drawn. */
  | { readonly kind: 'no-plan' }
  /** No 5G carrier has these settings. */
  | { readonly kind: 'no-such-carrier'; readonly fault: RadioFault }
  /** More coherence times than memory is set aside for: simulate shorter, or with a longer coherence time. */
  | { readonly kind: 'too-many-steps'; readonly steps: number; readonly most: number };
