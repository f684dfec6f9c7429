/** The paper's figures, as the page has them: which is shown, what it rests on, and what came out. */
import type { AssumptionPreset, FigureId, FigureResult, FigureText } from '../core/reproduce/types';
import type { WorkerFailure } from '../services/types';

/** What a figure is run with: the same answer gives the same result, bit by bit. */
export interface FigureQuestion {
  readonly seed: number;
  readonly preset: AssumptionPreset;
  /** By id of the assumption: numbers put in place of the preset's. */
  readonly overrides: Readonly<Record<string, number>>;
}

export type FigureRun =
  | { readonly status: 'idle' }
  | { readonly status: 'waiting'; readonly question: FigureQuestion }
  /** `part`: 0..1. */
  | { readonly status: 'running'; readonly question: FigureQuestion; readonly part: number }
  | { readonly status: 'failed'; readonly question: FigureQuestion; readonly failure: WorkerFailure };

export interface ShownFigure {
  /** What is asked now; the result may be of an earlier question. */
  readonly question: FigureQuestion;
  readonly run: FigureRun;
  /** The latest result and its question; null: none yet. */
  readonly last: { readonly question: FigureQuestion; readonly result: FigureResult } | null;
}

export interface ReproductionState {
  /** What the figures claim and rest on; null until the worker has said it. */
  readonly texts: readonly FigureText[] | null;
  /** Why the texts could not be had. */
  readonly textsFailure: WorkerFailure | null;
  /** The figure that is looked at. */
  readonly shown: FigureId;
  readonly figures: Readonly<Record<FigureId, ShownFigure>>;
}

export interface ReproductionActions {
  /** Fetches the texts, where they are not there yet. */
  readonly loadFigures: () => Promise<void>;
  readonly showFigure: (figure: FigureId) => void;
  /** Seed and preset are of all figures at once, so that their results can be held side by side. */
  readonly changeReproduction: (patch: Partial<Pick<FigureQuestion, 'seed' | 'preset'>>) => void;
  /** null: back to the preset's. */
  readonly changeAssumption: (figure: FigureId, id: string, value: number | null) => void;
  readonly resetAssumptions: (figure: FigureId) => void;
  /** A run of the same figure that is on is stopped. */
  readonly runFigure: (figure: FigureId) => Promise<void>;
  /** Those without a result for what is asked now, one after the other, the shown one first. */
  readonly runAllFigures: () => Promise<void>;
  /** All that is running or waiting, at once. */
  readonly cancelReproduction: () => void;
  /** The page's address with figure, seed, preset and changed assumptions in it. */
  readonly figureUrl: (figure: FigureId) => string;
}
