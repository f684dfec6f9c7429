/** Geometry of the small multiples over one axis of time. */
import type { NodeId } from '../../../../core/network/types';
import type { LaneId } from '../../../../core/simulation/types';
import type { LineLook } from './laneLooks';
import type { RowTitle } from './rowTitle';

export type Window = readonly [fromS: number, toS: number];

/** A capacity to draw: of the air to or from whoever serves the UE, or of an arc of the run. */
export type ArcPick = 'air-up' | 'air-down' | number;

export interface TimeLine {
  readonly key: string;
  readonly name: string;
  readonly look: LineLook;
  readonly dash: number;
  readonly path: string;
}

export interface TimeRow {
  readonly key: 'latency' | 'energy' | 'snr' | 'capacity';
  readonly title: RowTitle;
  readonly top: number;
  readonly bottom: number;
  readonly yTicks: readonly { readonly y: number; readonly label: string }[];
  readonly lines: readonly TimeLine[];
  /** Where the main line has no finite value but no end: x of marks at the top. */
  readonly endless: readonly number[];
  /** Values of the row that are not drawn as points. */
  readonly endlessCount: number;
  /** In place of lines, where there is nothing to draw. */
  readonly note: string | null;
}

interface Strip {
  readonly title: RowTitle;
  readonly top: number;
  readonly height: number;
}

export interface CellBand extends Strip {
  /** Every stretch of one cell as one shape; `pattern` tells cells apart. */
  readonly shapes: readonly { readonly cell: number; readonly pattern: number; readonly path: string }[];
  readonly labels: readonly { readonly x: number; readonly text: string; readonly width: number }[];
}

export interface SplitStrip extends Strip {
  /** Every part that a node has of any split as one shape; null: no plan. */
  readonly shapes: readonly { readonly node: NodeId | null; readonly path: string }[];
  readonly labels: readonly {
    readonly x: number;
    readonly y: number;
    readonly text: string;
    readonly node: NodeId;
  }[];
}

export interface TimeSeriesLayout {
  /** The stretch that is drawn. */
  readonly window: Window;
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  /** What lies over the axis of time, top to bottom: the cursor is drawn in these, not over their titles. */
  readonly plots: readonly { readonly top: number; readonly bottom: number }[];
  readonly bottom: number;
  readonly xTicks: readonly { readonly x: number; readonly label: string }[];
  readonly rows: readonly TimeRow[];
  readonly cells: CellBand | null;
  readonly split: SplitStrip;
  readonly xOf: (timeS: number) => number;
  readonly timeAt: (px: number) => number;
}

export interface TimeSeriesInput {
  readonly lane: LaneId;
  readonly window: Window;
  readonly arcs: readonly ArcPick[];
  readonly nodeName: (node: NodeId) => string;
  readonly arcName: (pick: ArcPick) => string;
}

export interface Columns {
  readonly window: Window;
  /** Pixel columns of the plot. */
  readonly count: number;
  readonly left: number;
  readonly right: number;
  readonly textPx: number;
  readonly xOf: (timeS: number) => number;
}
