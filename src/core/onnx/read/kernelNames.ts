/** From ONNX Runtime's kernels back to the operators of a model in normal form, whose nodes are called N0, N1, ... */
import type { ModelGraph } from '../../model/imported/types';
import type { OnnxModel } from './onnxModel';

/**
 * The operator whose node a kernel names: "N12", "fused N12", "N12/MatMulAddFusion", "N12_new_reshape", "N12_nchwc"; null for
 * kernels that lost their names in a fusion ("Gelu") and for those inside a body ("B12.3").
 */
export function operatorOfKernel(kernel: string): number | null {
  const found = /^(?:fused )?N(\d{1,7})(?:$|[/_ ])/.exec(kernel)?.[1];
  return found === undefined ? null : Number(found);
}

/** Inside the body of If, Loop or Scan: its time is in that operator's own kernel already. */
export function isBodyKernel(kernel: string): boolean {
  return /(?:^|[/ ])B\d+\.\d+/.test(kernel);
}

/** The names that the nodes of each block of a graph bear in the normal form of its model, for reading a profile by block. */
export function blockNamesOf(
  model: OnnxModel,
  graph: ModelGraph,
): readonly { readonly name: string; readonly operators: readonly string[] }[] {
  const nodes = new Map(model.operators.map(({ name, node }) => [name, node.name]));
  return graph.blockEnds.map((end, block) => {
    const start = block === 0 ? 0 : graph.blockEnds[block - 1]!;
    const operators = graph.operators.slice(start, end).map(({ name }) => nodes.get(name) ?? name);
    return { name: operators[0]!, operators };
  });
}
