/** One or two parameters of the scenario moved over a range: lines of every strategy, or a map of the best plans. */
import type { LinkId, NodeId } from '../network/types';
import type { Breakpoint, StrategyId } from '../solvers/types';

export type SweepParameter =
  | { readonly kind: 'capacity'; readonly link: LinkId; readonly direction: 'both' | 'aToB' | 'bToA' }
  | { readonly kind: 'delay'; readonly link: LinkId }
  | { readonly kind: 'speed'; readonly node: NodeId }
  | { readonly kind: 'memory'; readonly node: NodeId }
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
  readonly cuts: readonly number[];
}

export type SweepAnswer =
  | {
      readonly kind: 'lines';
      readonly xs: readonly number[];
      readonly lines: readonly {
        readonly strategy: StrategyId;
        /** Seconds; null = infeasible there. */
        readonly totalS: readonly (number | null)[];
      }[];
      readonly regions: readonly SweepRegion[];
      /** Index into regions at each x; -1 = no plan. */
      readonly region: readonly number[];
      /** Exact for a capacity; null where only the grid is known. */
      readonly breakpoints: readonly Breakpoint[] | null;
      readonly complete: boolean;
    }
  | {
      readonly kind: 'map';
      readonly xs: readonly number[];
      readonly ys: readonly number[];
      readonly regions: readonly SweepRegion[];
      /** [y][x] index into regions; -1 = no plan. */
      readonly region: readonly (readonly number[])[];
      /** [y][x] best seconds; null = no plan. */
      readonly totalS: readonly (readonly (number | null)[])[];
      /** Where x is a capacity: exact breakpoints of each row; else null. */
      readonly breakpoints: readonly (readonly Breakpoint[])[] | null;
      readonly complete: boolean;
    };
