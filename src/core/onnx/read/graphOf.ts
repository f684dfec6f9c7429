import { liveTensors } from '../../model/imported/liveTensors';
import type { ElementType, GraphOperator, GraphTensor, ModelGraph } from '../../model/imported/types';
import { err, ok, type Result } from '../../result';
import { limits } from '../../scenario/limits';
import type { ModelFault } from '../modelFacts';
import { groupOperators } from './groupOperators';
import { macsOf } from './macsOf';
import type { OnnxModel } from './onnxModel';
import { countWeights } from './weights';

/** What running the model told of its tensors, by name. Those that are no tensors of numbers are missing. */
export type MeasuredTensors = ReadonlyMap<
  string,
  { readonly type: ElementType; readonly shape: readonly number[] }
>;

/**
 * A model's structure as a document keeps it: operators in the order in which the runtime runs them, and the blocks it fuses.
 * Every end of a block is a legal cut: all that is live there was measured, and it is not just the model's inputs.
 *
 * @param measured - inputs, results and whatever `tensorsToMeasure` named
 * @param kernels - names of the kernels of one profiled run; null where there is none
 */
export function graphOf(
  model: OnnxModel,
  measured: MeasuredTensors,
  kernels: readonly string[] | null,
): Result<ModelGraph, ModelFault> {
  const { operators, constants } = model;
  if (operators.length > limits.operators) {
    const verdict = { kind: 'too-many-operators', found: operators.length, limit: limits.operators } as const;
    return err({ kind: 'cannot-run', verdict });
  }
  const results = [...new Set(model.outputs.map(({ name }) => name))].filter((name) => !constants.has(name));
  const unknown = [...model.inputs.map(({ name }) => name), ...results].find((name) => !measured.has(name));
  if (unknown !== undefined)
    return err({ kind: 'cannot-run', verdict: { kind: 'not-a-tensor', value: unknown } });

  const tensors: GraphTensor[] = [];
  const indexOf = new Map<string, number>();
  const indicesOf = (names: readonly string[]): number[] =>
    names.flatMap((name) => {
      const known = indexOf.get(name);
      if (known !== undefined) return known;
      const found = measured.get(name);
      if (found === undefined) return [];
      indexOf.set(name, tensors.length);
      tensors.push({ name, type: found.type, shape: found.shape });
      return tensors.length - 1;
    });
  const inputs = indicesOf(model.inputs.map(({ name }) => name));
  const shapeOf = (name: string): readonly number[] | undefined =>
    measured.get(name)?.shape ?? constants.get(name)?.shape ?? undefined;
  const seen = new Set<string>();
  // A weight that several operators share belongs to the first of the file's order, whatever order they run in.
  const counted = operators.map((operator) => countWeights(operator, constants, seen));
  const groups = groupOperators(operators, kernels);
  const order = groups.flat();
  const listed = order.map((index): GraphOperator => {
    const operator = operators[index]!;
    return {
      name: operator.name,
      kind: operator.kind,
      inputs: indicesOf(operator.inputs),
      outputs: indicesOf(operator.outputs),
      macs: macsOf(operator, shapeOf),
      ...counted[index]!,
    };
  });
  if (tensors.length > limits.tensors) {
    const verdict = { kind: 'too-many-tensors', found: tensors.length, limit: limits.tensors } as const;
    return err({ kind: 'cannot-run', verdict });
  }
  const graph = { tensors, inputs, outputs: indicesOf(results), operators: listed };
  let position = 0;
  const ends = groups.map((group) => (position += group.length));
  const blockEnds = legalEnds(graph, ends, unmeasuredSpans(model, order, measured));
  return ok({ ...graph, blockEnds: fewEnough(blockEnds, listed) });
}

/** Positions (operators done) from which on a tensor that cannot cross is there, up to which it is read. */
interface Span {
  readonly from: number;
  readonly to: number;
}

function unmeasuredSpans(
  { operators }: OnnxModel,
  order: readonly number[],
  measured: MeasuredTensors,
): readonly Span[] {
  const spans = new Map<string, { from: number; to: number }>();
  for (const [position, index] of order.entries()) {
    const { inputs, outputs } = operators[index]!;
    for (const name of outputs)
      if (!measured.has(name)) spans.set(name, { from: position + 1, to: position + 1 });
    for (const name of inputs) {
      const span = spans.get(name);
      if (span !== undefined) span.to = position + 1;
    }
  }
  return [...spans.values()];
}

function legalEnds(
  graph: Omit<ModelGraph, 'blockEnds'>,
  ends: readonly number[],
  spans: readonly Span[],
): readonly number[] {
  const live = liveTensors({ ...graph, blockEnds: ends });
  const isInput = new Set(graph.inputs);
  /** Where a tensor that cannot cross is live. */
  const blocked = new Uint8Array(graph.operators.length + 1);
  for (const { from, to } of spans) blocked.fill(1, from, to);
  return ends.filter(
    (end) =>
      end === graph.operators.length ||
      (blocked[end] === 0 && live[end]!.some((tensor) => !isInput.has(tensor))),
  );
}

/** A document holds so many blocks: beyond, those that work least join the block after them. */
function fewEnough(ends: readonly number[], operators: readonly GraphOperator[]): readonly number[] {
  if (ends.length <= limits.blocks) return ends;
  const inner = ends.slice(0, -1).map((end, block) => {
    const start = block === 0 ? 0 : ends[block - 1]!;
    return { end, macs: operators.slice(start, end).reduce((sum, { macs }) => sum + macs, 0) };
  });
  const kept = inner.toSorted((a, b) => b.macs - a.macs || a.end - b.end).slice(0, limits.blocks - 1);
  return [...kept.map(({ end }) => end), operators.length].toSorted((a, b) => a - b);
}
