/** The way of the UE over the plan, and which cell serves it. */

export interface PlanPoint {
  /** On the plan [m]; x to the right, y down. */
  readonly xM: number;
  readonly yM: number;
}

/** What the UE does at the end of its way; `loop`: goes straight back to its start and on. */
export const wayEnds = ['stop', 'turn', 'loop'] as const;
export type WayEnd = (typeof wayEnds)[number];

export const cellChoices = ['strongest', 'nearest'] as const;
type CellChoice = (typeof cellChoices)[number];

export interface MobilitySettings {
  /** Corners of the way; empty: the UE stays where it is drawn. With one the UE stays there. */
  readonly way: readonly PlanPoint[];
  readonly speedKmh: number;
  readonly end: WayEnd;
  readonly choice: CellChoice;
  /** So much better must another cell be [dB]; of `nearest`: on the path loss of the distance. */
  readonly hysteresisDb: number;
  /** And for so long [ms] (TS 38.331, event A3). */
  readonly timeToTriggerMs: number;
  /** Nothing is sent for so long at a handover [ms]. */
  readonly interruptionMs: number;
}

export interface Handover {
  /** [s]; nothing is sent from here on for the time of the interruption. */
  readonly atS: number;
  /** Indices of cells. */
  readonly from: number;
  readonly to: number;
}

/** Where the UE is and who serves it: entry k holds from k * stepS to the next. */
export interface Journey {
  readonly stepS: number;
  readonly xM: Float32Array;
  readonly yM: Float32Array;
  /** Index of the serving cell; -1 where there are none. */
  readonly cell: Int16Array;
  /** Of the serving cell; NaN where there are none. */
  readonly snrDb: Float32Array;
  /** [cell] of every cell: a task keeps the one it started with. */
  readonly cellSnrDb: readonly Float32Array[];
  /** Part of the step in which the UE can send, 0..1: less than 1 after a handover. */
  readonly open: Float32Array;
  readonly handovers: readonly Handover[];
}
