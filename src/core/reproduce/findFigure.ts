import { figures } from './figures';
import type { Figure, FigureId, FigureText } from './types';

/** What the figures say and rest on, in the paper's order: plain data. */
export function figureTexts(): readonly FigureText[] {
  return figures.map(({ id, title, claim, claims, assumptions, stated }) => ({
    id,
    title,
    claim,
    claims,
    assumptions,
    stated,
  }));
}

/** The experiment of a figure; an id that the list does not have is a bug. */
export function findFigure(id: FigureId): Figure {
  const found = figures.find((figure) => figure.id === id);
  if (found === undefined) throw new Error(`there is no figure ${id}`);
  return found;
}
