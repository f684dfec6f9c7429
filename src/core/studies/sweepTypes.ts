/** One or two parameters of the scenario moved over a range: lines of every strategy, or a map of the best plans. */
import type { LinkId, NodeId } from '../network/types';
import type { InfeasibleReason, StrategyId } from '../solvers/types';
import type { StudyTrouble } from './types';

export type SweepParameter =
  | { readonly kind: 'capacity'; readonly link: LinkId; readonly direction: 'both' | 'aToB' | 'bToA' }
  /** One-way propagation; the overhead of a transfer stays. */
  | { readonly kind: 'delay'; readonly link: LinkId }
  /** Divides the block times of the node: 2 is twice as fast. */
  | { readonly kind: 'speed'; readonly node: NodeId }
  | { readonly kind: 'memory'; readonly node: NodeId }
  /** Catalogue models only; the times of every size are modelled. */
  | { readonly kind: 'input-px' };

export interface SweepAxis {
  readonly parameter: SweepParameter;
  /** In the parameter's own unit: Mbit/s, ms, factor on the node's speed, MB, px. */
  readonly from: number;
  readonly to: number;
  readonly steps: number;
  readonly scale: 'linear' | 'log';
}

export interface SweepOptions {
  readonly x: SweepAxis;
  /** null: lines over x; else a map over x and y. */
  readonly y: SweepAxis | null;
}

/** A best plan as a region of the map: where it computes and cuts. */
export interface SweepRegion {
  readonly nodes: readonly NodeId[];
  /** The boundary after each computing node's blocks but the last one's. */
  readonly cuts: readonly number[];
}

/** A value of x at which the best plan changes. */
export interface SweepBreakpoint {
  /** In the unit of x. */
  readonly at: number;
  /** Best total just there [s]; null where a side has no plan. */
  readonly totalS: number | null;
  /** Index into regions at smaller and at larger x; -1 = no plan. */
  readonly below: number;
  readonly above: number;
  /**
   * Calculated from plans that are proved best (a capacity, a delay, a speed: the total is linear in a function of it).
   * false: only known to lie between two values that were solved.
   */
  readonly exact: boolean;
}

interface Swept {
  /** Values that were solved, rising; all of the axis where `complete`. */
  readonly xs: readonly number[];
  readonly regions: readonly SweepRegion[];
  /** Why there is no plan where there is none; null where there is always one, or nothing was met yet. */
  readonly because: InfeasibleReason | null;
  /** false: a best plan on it was not proved. */
  readonly proven: boolean;
  /** false: the time was up; fewer values than asked, spread over the whole range. */
  readonly complete: boolean;
}

export interface SweepLines extends Swept {
  readonly kind: 'lines';
  readonly lines: readonly {
    readonly strategy: StrategyId;
    /** Seconds; null = infeasible there. */
    readonly totalS: readonly (number | null)[];
  }[];
  /** Index into regions at each x; -1 = no plan. */
  readonly region: readonly number[];
  readonly breakpoints: readonly SweepBreakpoint[];
}

export interface SweepMap extends Swept {
  readonly kind: 'map';
  readonly ys: readonly number[];
  /** [y][x] index into regions; -1 = no plan. */
  readonly region: readonly (readonly number[])[];
  /** [y][x] best seconds; null = no plan. */
  readonly totalS: readonly (readonly (number | null)[])[];
  /** Of each row. */
  readonly breakpoints: readonly (readonly SweepBreakpoint[])[];
}

export type SweepAnswer =
  SweepLines | SweepMap | { readonly kind: 'trouble'; readonly trouble: StudyTrouble };
