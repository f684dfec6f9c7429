/** HiveMind's evaluation, figure by figure: what is claimed, what is assumed, and what came out. Plain data that can be cloned. */

export const figureIds = [2, 6, 11, 12, 13, 14, 15, 16, 17, 18, 19] as const;
/** The number of the figure in the paper (IEEE JSAC 2022). */
export type FigureId = (typeof figureIds)[number];

/** HiveMind-calibrated: pictures of 88 px, at which ResNet-18's layers are as large as the paper says; honest: 224 px. */
export const assumptionPresets = ['calibrated', 'honest'] as const;
export type AssumptionPreset = (typeof assumptionPresets)[number];

/** A number that an experiment rests on, which can be changed. */
export interface Assumption {
  /** Key of `RunOptions.overrides`; unique within a figure. */
  readonly id: string;
  readonly name: string;
  /** Empty: none. */
  readonly unit: string;
  /** false: the paper says so. */
  readonly ours: boolean;
  /** Where it comes from, or why. */
  readonly note: string;
  readonly values: Readonly<Record<AssumptionPreset, number>>;
  /** Bounds of what may be put in its place, both included. */
  readonly min: number;
  readonly max: number;
  /** Whole numbers only. */
  readonly isWhole: boolean;
}

/** What is assumed and cannot be changed by a number. */
export interface StatedAssumption {
  readonly name: string;
  readonly ours: boolean;
  readonly text: string;
}

/** What the paper reports, and the rule by which ours is held against it; the rule does not look at what came out. */
export interface ClaimText {
  readonly id: string;
  /** In our words, with the paper's numbers. */
  readonly text: string;
  /** When it counts as agreeing. */
  readonly rule: string;
}

export type Verdict = 'agrees' | 'differs' | 'cannot-be-checked';

export interface ClaimVerdict extends ClaimText {
  readonly verdict: Verdict;
  /** With the figures. */
  readonly reason: string;
  /** It agrees, but what it compares, or a part of that, does not change here: little is shown by it. */
  readonly nothingMoves: boolean;
}

export interface Axis {
  readonly name: string;
  /** Empty: none. */
  readonly unit: string;
}

/** A series in the form of the paper's figure. null: no value (a task without an end, say). */
export type FigureChart =
  | {
      readonly kind: 'lines';
      readonly title: string;
      readonly x: Axis;
      readonly y: Axis;
      readonly series: readonly {
        readonly name: string;
        readonly x: readonly number[];
        readonly y: readonly (number | null)[];
      }[];
      /** What happened where along x: lines across the plot. */
      readonly events?: readonly ChartEvent[];
    }
  | {
      readonly kind: 'bars';
      readonly title: string;
      readonly x: Axis;
      readonly y: Axis;
      readonly groups: readonly string[];
      /** `values[g]` stands in group g. */
      readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
    }
  | {
      readonly kind: 'boxes';
      readonly title: string;
      readonly x: Axis;
      readonly y: Axis;
      readonly boxes: readonly Box[];
    }
  | {
      readonly kind: 'cdf';
      readonly title: string;
      readonly x: Axis;
      /** Rising values and the part of all that is at most so much, 0..1. */
      readonly series: readonly {
        readonly name: string;
        readonly x: readonly number[];
        readonly part: readonly number[];
      }[];
    }
  | {
      readonly kind: 'table';
      readonly title: string;
      readonly columns: readonly Axis[];
      readonly rows: readonly (readonly (string | number | null)[])[];
    };

export interface ChartEvent {
  readonly x: number;
  readonly name: string;
}

export interface Box {
  readonly name: string;
  readonly p5: number;
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
  readonly p95: number;
}

/** One of our numbers beside the paper's. */
export interface ComparedNumber {
  readonly name: string;
  readonly unit: string;
  /** null: there is none. */
  readonly ours: number | null;
  /** As printed ("≤ 79"); null: the paper gives none. */
  readonly paper: string | null;
}

export interface FigureResult {
  readonly figure: FigureId;
  readonly seed: number;
  readonly preset: AssumptionPreset;
  readonly scale: number;
  /** By id, what each assumption was. */
  readonly assumed: Readonly<Record<string, number>>;
  readonly charts: readonly FigureChart[];
  readonly numbers: readonly ComparedNumber[];
  readonly verdicts: readonly ClaimVerdict[];
}

export interface RunOptions {
  readonly seed: number;
  readonly preset: AssumptionPreset;
  /** By id of the assumption; kept within its bounds, unknown ids do nothing. */
  readonly overrides: Readonly<Record<string, number>>;
  /** Of simulated time: 1 as usual, less for a quick look, 0.02..10. Too little of it makes numbers that mean little. */
  readonly scale: number;
  /** Hears how much is done, 0..1. */
  readonly onPart?: (part: number) => void;
}

/** What a figure says and rests on, without the experiment. */
export interface FigureText {
  readonly id: FigureId;
  readonly title: string;
  /** What the figure is about and what the paper reports, in our words. */
  readonly claim: string;
  readonly claims: readonly ClaimText[];
  readonly assumptions: readonly Assumption[];
  readonly stated: readonly StatedAssumption[];
}

export interface Figure extends FigureText {
  /** The same options give the same bits in every engine. Everything in it is simulated or computed. */
  readonly run: (options: RunOptions) => FigureResult;
}
