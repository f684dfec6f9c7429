/** Contract between the page and the worker that runs the paper's figures. Terminated to cancel. */
import type { FigureQuestion } from '../core/reproduce/figureQuestion';
import type { FigureId, FigureResult, FigureText } from '../core/reproduce/types';

export interface ReproducerApi {
  /** What the figures claim and rest on, in the paper's order; nothing is run. */
  figures(): readonly FigureText[];
  /** One figure, all of its simulated time. `onPart`: part done, 0..1, at most every 50 ms. */
  run(figure: FigureId, question: FigureQuestion, onPart?: (part: number) => void): FigureResult;
}
