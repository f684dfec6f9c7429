import type { ScaleKind } from '../../charts/scales';
import type { NodeColour } from '../../nodeColours';
import type { AxisRange, ParetoAxis } from './paretoAxis';

/** A plan as a point: seconds to the right, the other criterion upwards, less is better in both. */
export interface ParetoPoint {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  /** A third criterion, shown as size; null where none is asked for. */
  readonly third: number | null;
  /** Hue of the node that runs the last block. */
  readonly colour: NodeColour;
  /** How many nodes compute: the shape. */
  readonly nodes: number;
  /** A usual strategy that some plan of the front beats: faint, and not on the staircase. */
  readonly isBeaten: boolean;
  /** It breaks a limit, be it one that no axis shows. */
  readonly isOver: boolean;
}

/** What one or several methods answer: a ring with a name. */
export interface ParetoMark {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly label: string;
  /** It breaks a limit. */
  readonly isBroken: boolean;
}

export interface ParetoData {
  readonly points: readonly ParetoPoint[];
  readonly marks: readonly ParetoMark[];
  /** SI units; null: no limit. */
  readonly limits: { readonly x: number | null; readonly y: number | null };
  readonly scale: { readonly x: ScaleKind; readonly y: ScaleKind };
  readonly formatX: (value: number) => string;
  readonly formatY: (value: number) => string;
}

export interface ParetoRanges {
  readonly x: AxisRange;
  readonly y: AxisRange;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export type Direction = 'x' | 'y';

export interface LaidLimit {
  readonly value: number | null;
  /** Place of the line: x of a vertical one, y of a horizontal one; the far end where it is not in the plot. */
  readonly at: number;
  /** `none`: no limit, the grip waits at the far end; `outside`: a limit beyond what the axis shows. */
  readonly state: 'none' | 'inside' | 'outside';
  /** "60 ms", beside the grip; empty without a limit. */
  readonly label: string;
}

export interface LaidMark extends ParetoMark {
  readonly at: { readonly x: number; readonly y: number };
  readonly text: {
    readonly x: number;
    readonly anchor: 'start' | 'middle' | 'end';
    /** Of its names, top down; y is the middle of the line. */
    readonly lines: readonly { readonly text: string; readonly y: number }[];
  };
  /** From the ring to its name. */
  readonly leader: string;
}

export interface LaidPoint extends ParetoPoint {
  readonly at: { readonly x: number; readonly y: number };
  readonly radius: number;
  /** Around (0, 0). */
  readonly path: string;
}

export interface ParetoLayout {
  readonly width: number;
  readonly height: number;
  readonly plot: Box;
  readonly ranges: ParetoRanges;
  readonly axes: { readonly x: ParetoAxis; readonly y: ParetoAxis };
  readonly xTicks: readonly { readonly at: number; readonly label: string }[];
  readonly yTicks: readonly { readonly at: number; readonly label: string }[];
  readonly points: readonly LaidPoint[];
  /** Points that lie on another one to the pixel, and are not drawn. */
  readonly covered: number;
  /** What is attainable lies above and to the right of this staircase. */
  readonly frontPath: string;
  readonly marks: readonly LaidMark[];
  readonly limits: { readonly x: LaidLimit; readonly y: LaidLimit };
  /** What the limits rule out. */
  readonly beyond: readonly Box[];
  /** Points that are not finite. */
  readonly missing: number;
}
