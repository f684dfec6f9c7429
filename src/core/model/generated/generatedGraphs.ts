import { resnet152 } from '../catalogue/resnet';
import type { GeneratedGraphId } from './graphIds';
import { fromLayerGraph, type OperatorGraph } from './operatorGraph';
import { buildTransformer } from './transformer';

const builders: Record<GeneratedGraphId, () => OperatorGraph> = {
  'resnet-152': () => fromLayerGraph(resnet152.build(`${resnet152.name}, 224 px`, 224, 1)),
  'transformer-12': buildTransformer,
};
const built = new Map<GeneratedGraphId, OperatorGraph>();

/** The graph; always the same object. */
export function generatedGraph(id: GeneratedGraphId): OperatorGraph {
  let graph = built.get(id);
  if (graph === undefined) {
    graph = builders[id]();
    built.set(id, graph);
  }
  return graph;
}
