import type { LayerGraph } from '../types';

/** What an architecture file offers to the catalogue. */
export interface ArchitectureFile {
  /** As people write it: "ResNet-18". */
  readonly name: string;
  /** One line for whoever chooses a model. */
  readonly description: string;
  /** The graph for a square RGB picture of `inputPx`, batch 1, 1000 classes; `width` scales every hidden channel. */
  readonly build: (graphName: string, inputPx: number, width: number) => LayerGraph;
}

export const classes = 1000;
