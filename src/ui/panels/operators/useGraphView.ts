import { useState } from 'react';
import type { OperatorsView } from '../../../core/studies/operatorsTypes';
import { blocksOpenAtFirst } from './graphFolding';
import type { Shading } from './operatorLooks';

/** How a graph is looked at. */
export interface GraphView {
  readonly graph: string;
  readonly open: ReadonlySet<number>;
  /** The block that was opened or folded last; null after all were. */
  readonly toggled: number | null;
  /** Key of the selected box, and whether the search jumped to it. */
  readonly selected: { readonly key: string | null; readonly near: boolean };
  readonly shading: Shading;
  readonly search: { readonly text: string; readonly at: number };
}

/** Another graph is another drawing: what was open, found or selected means nothing there. One change an event. */
export function useGraphView(
  view: OperatorsView,
  graph: string,
): readonly [GraphView, (change: Partial<GraphView>) => void] {
  const [last, setLast] = useState(() => atFirst(view, graph));
  const current = last.graph === graph ? last : atFirst(view, graph);
  if (current !== last) setLast(current);
  return [current, (change) => setLast({ ...current, ...change })];
}

function atFirst(view: OperatorsView, graph: string): GraphView {
  return {
    graph,
    open: blocksOpenAtFirst(view),
    toggled: null,
    selected: { key: null, near: false },
    shading: 'node',
    search: { text: '', at: -1 },
  };
}
