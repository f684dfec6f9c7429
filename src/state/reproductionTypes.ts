/** The paper's figures, as the page has them: which is shown, what it rests on, and what came out. */
import type { FigureQuestion } from '../core/reproduce/figureQuestion';
import type { FigureId, FigureResult, FigureText } from '../core/reproduce/types';
import type { WorkerFailure } from '../services/types';

export type FigureRun =
  | { readonly status: 'idle' }
  /** Another figure is run before it. The question is the one that is asked now, whatever it was when it was queued. */
  | { readonly status: 'waiting'; readonly question: FigureQuestion }
  /** `part`: 0..1. */
  | { readonly status: 'running'; readonly question: FigureQuestion; readonly part: number }
  | { readonly status: 'failed'; readonly question: FigureQuestion; readonly failure: WorkerFailure };

export interface AnsweredFigure {
  readonly question: FigureQuestion;
  readonly result: FigureResult;
}

export interface ShownFigure {
  /** What is asked now; the result may be of an earlier question (`isSameQuestion`). */
  readonly question: FigureQuestion;
  readonly run: FigureRun;
  /** The result for what is asked now where one is kept, else the latest; null: none yet. */
  readonly last: AnsweredFigure | null;
  /** The newest few results, newest first: who goes back to an earlier question need not wait again. */
  readonly kept: readonly AnsweredFigure[];
}

export interface ReproductionState {
  /** What the figures claim and rest on; null until the worker has said it. */
  readonly texts: readonly FigureText[] | null;
  /** Why the texts could not be had; `loadFigures` tries again. */
  readonly textsFailure: WorkerFailure | null;
  /** The figure that is looked at. */
  readonly shown: FigureId;
  readonly figures: Readonly<Record<FigureId, ShownFigure>>;
}

export interface ReproductionActions {
  /** Fetches the texts, where they are not there yet and not on their way. */
  readonly loadFigures: () => Promise<void>;
  readonly showFigure: (figure: FigureId) => void;
  /** Seed and preset are of all figures at once, so that their results can be held side by side. A seed that is none is refused. */
  readonly changeReproduction: (patch: Partial<Pick<FigureQuestion, 'seed' | 'preset'>>) => void;
  /** Kept within its bounds; null: back to the preset's. Nothing happens for what is no number or no assumption of the figure. */
  readonly changeAssumption: (figure: FigureId, id: string, value: number | null) => void;
  readonly resetAssumptions: (figure: FigureId) => void;
  /** Next, where another figure is running; a run of the same figure that is on is stopped. Settles when it is over. */
  readonly runFigure: (figure: FigureId) => Promise<void>;
  /** Those without a result for what is asked now, one after the other, the shown one first. Settles when all are over. */
  readonly runAllFigures: () => Promise<void>;
  /** All that is running or waiting, at once. */
  readonly cancelReproduction: () => void;
  /** The page's address with figure, seed, preset and changed assumptions in it. */
  readonly figureUrl: (figure: FigureId) => string;
  /**
   * Opens the fragment of such an address: the figure, run with what it says unless that has been done. While the texts are on their way only the
   * place is shown, and the link opens when they are there. One that cannot be read changes nothing but shows a notice.
   */
  readonly openFigureLink: (fragment: string) => Promise<void>;
}
