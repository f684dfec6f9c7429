import { expose } from 'comlink';
import { figureTexts, findFigure } from '../src/core/reproduce/findFigure';
import type { ReproducerApi } from '../src/protocol/reproducerApi';

/** The page hears of progress no more often than this [ms]. */
const progressMs = 50;

const api: ReproducerApi = {
  figures: figureTexts,
  run: (figure, question, onPart) => {
    let toldMs = -Infinity;
    return findFigure(figure).run({
      ...question,
      scale: 1,
      onPart: (part) => {
        const nowMs = performance.now();
        if (nowMs - toldMs < progressMs) return;
        toldMs = nowMs;
        onPart?.(part);
      },
    });
  },
};

expose(api);
