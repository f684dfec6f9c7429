/** What is drawn of the operator graph, from where it is seen, and in which colours. */
import type { OperatorLayout } from './operatorLayout';
import type { GraphLooks } from './operatorLooks';
import type { NodeRun } from './nodeRuler';

/** Screen position = graph position x k + (x, y). */
export interface Camera {
  readonly k: number;
  readonly x: number;
  readonly y: number;
}

export interface GraphPalette {
  /** The colour of a name: 'surface', 'ink', 'node-0', 'on-node-0', 'heat-3', 'on-heat-3' ... */
  readonly colour: (name: string) => string;
  /** Another number whenever the colours have changed. */
  readonly theme: number;
}

export interface Scene {
  readonly layout: OperatorLayout;
  readonly looks: GraphLooks;
  readonly runs: readonly NodeRun[];
  readonly nodeNames: readonly string[];
  readonly blockNames: readonly string[];
  /** Boxes that the search found. */
  readonly found: ReadonlySet<number>;
  /** Item indices; -1 for none. */
  readonly selected: number;
  readonly hovered: number;
}
