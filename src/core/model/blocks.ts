import { boundariesOf } from './boundaries';
import { elementsOf } from './elementsOf';
import { labelOf } from './labels';
import type { Block, BlockChain, LayerGraph, Operator, OperatorKind } from './types';

/** float32, the precision in which models run. */
const bytesPerElement = 4;

/** What a leading operator takes in, in this order, each at most once (`|` = one of them). */
const fusions: Partial<Record<OperatorKind, readonly (readonly OperatorKind[])[]>> = {
  Conv: [['BatchNormalization'], ['Add'], ['Relu', 'Clip']],
  Gemm: [['Relu']],
};

/**
 * Groups the operators as ONNX Runtime Web's CPU backend fuses them at optimisation level 'all': Conv (+ batch
 * normalisation) (+ residual addition) (+ ReLU or clip), Gemm (+ ReLU), anything else alone. A dropout is the identity and joins
 * whatever comes before it. Only a tensor with one reader can disappear inside a block.
 *
 * @returns the operators of every block, as contiguous runs of the graph's order
 */
export function fusionGroups(graph: LayerGraph): readonly (readonly Operator[])[] {
  const readers = new Map<string, number>();
  for (const { inputs } of graph.operators)
    for (const tensor of inputs) readers.set(tensor, (readers.get(tensor) ?? 0) + 1);
  // Whoever asked for the answer reads it too.
  readers.set(graph.output, (readers.get(graph.output) ?? 0) + 1);

  const groups: Operator[][] = [];
  let awaited: readonly (readonly OperatorKind[])[] = [];
  for (const operator of graph.operators) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const continues =
      last !== undefined && operator.inputs.includes(last.output) && readers.get(last.output) === 1;
    const slot = awaited.findIndex((kinds) => kinds.includes(operator.kind));
    if (group !== undefined && continues && (slot >= 0 || operator.kind === 'Dropout')) {
      group.push(operator);
      if (operator.kind !== 'Dropout') awaited = awaited.slice(slot + 1);
    } else {
      groups.push([operator]);
      awaited = fusions[operator.kind] ?? [];
    }
  }
  return groups;
}

/** The model as solvers see it: its fusion groups and the live tensors between them. */
export function toBlockChain(graph: LayerGraph): BlockChain {
  const groups = fusionGroups(graph);
  const atOperator = boundariesOf(graph);
  let position = 0;
  const ends = groups.map((group) => (position += group.length));
  return {
    name: graph.name,
    blocks: groups.map((group) => blockOf(graph, group)),
    boundaries: [0, ...ends].map((end) => atOperator[end]!),
  };
}

/**
 * Kernels that a framework without fusion starts for these operators: one each, except for a dropout (identity in
 * inference) and a flatten (a new view of the same memory).
 */
export function kernelsOf(operators: readonly Operator[]): number {
  return operators.filter(({ kind }) => kind !== 'Dropout' && kind !== 'Flatten').length;
}

function blockOf(graph: LayerGraph, operators: readonly Operator[]): Block {
  const lead = operators[0]!;
  const weights = operators.flatMap((operator) => operator.weights);
  const elements = (shapes: readonly { readonly shape: readonly number[] }[]): number =>
    shapes.reduce((sum, { shape }) => sum + elementsOf(shape), 0);
  const made = new Set(operators.map(({ output }) => output));
  const read = new Set(operators.flatMap(({ inputs }) => inputs).filter((tensor) => !made.has(tensor)));
  const touched = [...read, operators.at(-1)!.output].map((tensor) => graph.tensors[tensor]!);
  return {
    name: lead.name,
    label: labelOf(graph, lead),
    operators: operators.map(({ name }) => name),
    macs: operators.reduce((sum, { macs }) => sum + macs, 0),
    parameters: elements(weights.filter(({ role }) => role === 'learned')),
    weightBytes: elements(weights) * bytesPerElement,
    activationBytes: elements(touched) * bytesPerElement,
  };
}
