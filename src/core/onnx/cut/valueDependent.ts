import { readsOf } from '../read/graphIndex';
import { bodiesOf, type GraphProto, type NodeProto } from '../read/protoModel';

/** Operators whose results have shapes that depend on the values they are given, not only on their shapes. */
const dependingKinds = new Set(['Compress', 'NonMaxSuppression', 'NonZero', 'Unique']);

function dependsOnValues(node: NodeProto): boolean {
  // Which branch of an If runs, or how often a Loop does, is known only when it runs.
  return dependingKinds.has(node.opType) || bodiesOf(node).length > 0;
}

/**
 * Tensors whose shape may differ from one input of the model to another of the same size: those that such an operator makes,
 * and all that are made from them.
 *
 * @param graph - its nodes in running order
 */
export function valueDependent({ node: nodes }: GraphProto): ReadonlySet<string> {
  const found = new Set<string>();
  for (const node of nodes) {
    if (!dependsOnValues(node) && !readsOf(node).some((name) => found.has(name))) continue;
    for (const name of node.output) found.add(name);
  }
  return found;
}
