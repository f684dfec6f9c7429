/** The way of the UE over the plan, and which cell serves it. */

export interface PlanPoint {
  /** On the plan [m]; x to the right, y down. */
  readonly xM: number;
  readonly yM: number;
}

/** What the UE does at the end of its way. */
export const wayEnds = ['stop', 'turn', 'loop'] as const;
export type WayEnd = (typeof wayEnds)[number];

export const cellChoices = ['strongest', 'nearest'] as const;
export type CellChoice = (typeof cellChoices)[number];

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
  /** [s] */
  readonly atS: number;
  /** Indices of cells. */
  readonly from: number;
  readonly to: number;
}

/** Where the UE is and who serves it, one entry a step, 0 <= step * stepS <= duration. */
export interface Journey {
  readonly stepS: number;
  readonly xM: Float32Array;
  readonly yM: Float32Array;
  /** Index of the serving cell. */
  readonly cell: Int16Array;
  /** Of the serving cell. */
  readonly snrDb: Float32Array;
  readonly handovers: readonly Handover[];
}
