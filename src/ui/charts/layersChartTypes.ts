/** What the layer strip is given, and where everything in it lies. */
import type { NodeColour } from '../nodeColours';
import type { ScaleKind } from './scales';

interface LayersRow {
  readonly id: string;
  readonly name: string;
  readonly colour: NodeColour;
  /** Seconds per block; not finite where the node has no figure. */
  readonly seconds: readonly number[];
}

/** Blocks from+1 .. to run in this row (an index into the rows). */
export interface LayersRun {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

export interface LayersData {
  readonly blockNames: readonly string[];
  readonly rows: readonly LayersRow[];
  /** Bytes at every boundary, one more than blocks. */
  readonly boundaryBytes: readonly number[];
  /** The row where the input is; null where the source has no row. */
  readonly sourceRow: number | null;
  /** The shown plan. */
  readonly runs: readonly LayersRun[];
  /** The visitor's own split: row of each of its nodes, and the boundary each ends at. Empty without one. */
  readonly own: { readonly rows: readonly number[]; readonly boundaries: readonly number[] } | null;
}

export interface LayersSize {
  readonly width: number;
  readonly textPx: number;
  /** Height the chart would like to fill; it takes more where the rows would be too low. */
  readonly height: number;
  readonly scale: ScaleKind;
}

interface AxisTick {
  readonly y: number;
  readonly label: string;
}

export interface LaidRow {
  readonly name: string;
  readonly total: string;
  readonly colour: NodeColour;
  readonly labelY: number;
  readonly top: number;
  /** Foot of the bars. */
  readonly base: number;
  readonly ticks: readonly AxisTick[];
  /** Bars of the blocks that run here in the shown plan, and of those that do not. */
  readonly runningPath: string;
  readonly idlePath: string;
  readonly bands: readonly { readonly x: number; readonly width: number; readonly label: string }[];
}

/** A cut of the shown plan: the data goes from one row down (or up) to another. */
export interface LaidCut {
  readonly x: number;
  readonly y1: number;
  readonly y2: number;
  readonly label: string;
  /** The label is written to the left of the mark where there is no room to its right. */
  readonly anchor: 'start' | 'end';
}

export interface LaidHandle {
  readonly index: number;
  readonly boundary: number;
  readonly x: number;
  readonly y: number;
}

export interface LayersLayout {
  readonly labels: 'left' | 'above';
  /** What the lengths of bars mean: "log scale". */
  readonly scaleLabel: string;
  readonly axisWidth: number;
  readonly plotWidth: number;
  readonly height: number;
  readonly columnWidth: number;
  /** Left end of the first column inside the plot: room for a grip at boundary 0. */
  readonly inset: number;
  readonly blockCount: number;
  /** Base of the lowest row. */
  readonly foot: number;
  readonly rows: readonly LaidRow[];
  readonly cuts: readonly LaidCut[];
  readonly handles: readonly LaidHandle[];
  readonly ownPath: string;
  readonly bytes: {
    readonly labelY: number;
    readonly top: number;
    readonly base: number;
    readonly ticks: readonly AxisTick[];
    /** What the shown plan sends; of the rest, what is smaller than the input, and the input with what is not. */
    readonly sentPath: string;
    readonly smallerPath: string;
    readonly otherPath: string;
    /** Height of the raw input's bytes; null when they are not known. */
    readonly referenceY: number | null;
    readonly referenceLabel: string;
  };
  readonly columnLabels: readonly { readonly x: number; readonly text: string }[];
  readonly columnLabelY: number;
}
