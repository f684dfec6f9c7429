/** What the operators study splits: a graph with bytes on its tensors and work in its operators. */
import { buildGraph } from '../model/catalogue/catalogue';
import { generatedGraph } from '../model/generated/generatedGraphs';
import { fromLayerGraph, workOf, type OperatorGraph } from '../model/generated/operatorGraph';
import { elementsOf } from '../model/elementsOf';
import { shippedBytes } from '../model/imported/importedChain';
import { workloadChain } from '../model/workloadChain';
import {
  inputPrecisions,
  shippedPrecisions,
  type CatalogueWorkload,
  type CustomWorkload,
  type ImportedWorkload,
  type Workload,
} from '../scenario/types';
import type { GraphChoice, OperatorTimes } from './operatorsTypes';

interface WorkedOperator {
  readonly name: string;
  readonly kind: string;
  readonly block: number;
  readonly macs: number;
  readonly weightBytes: number;
  /** MACs + elements read and written; bounds no time, only compares operators. */
  readonly work: number;
}

interface SizedTensor {
  readonly name: string;
  /** Operator index; -1 = the model's input. */
  readonly producer: number;
  readonly consumers: readonly number[];
  /** As it is shipped, at the workload's precisions. */
  readonly bytes: number;
}

export interface SizedGraph {
  readonly name: string;
  readonly operators: readonly WorkedOperator[];
  readonly blocks: readonly { readonly name: string; readonly label: string }[];
  readonly tensors: readonly SizedTensor[];
  /**
   * Indices of the tensors that are the result, and their bytes together. Several are brought together on one node, which a
   * minimum cut sees as one more operator without work that reads them all; one is simply where it was made.
   */
  readonly results: readonly number[];
  readonly outputBytes: number;
  readonly times: OperatorTimes;
}

/** Bytes of fp32, in which models run and their weights are kept. */
const bytesPerElement = 4;

export function sizedGraph(workload: Workload, choice: GraphChoice): SizedGraph {
  if (choice !== 'scenario') return sized(generatedGraph(choice), workload, 'effective-rate');
  switch (workload.kind) {
    case 'catalogue':
      return sized(catalogueGraph(workload), workload, 'shares-of-blocks');
    case 'imported':
      return importedGraph(workload);
    case 'custom':
      return customGraph(workload);
  }
}

/** Work of the scenario's own model, all operators together: what a node's time for it is held against. */
export function workOfModel(workload: Workload): number {
  const { operators } = sizedGraph(workload, 'scenario');
  return operators.reduce((sum, { work }) => sum + work, 0);
}

const catalogueGraph = ({ architecture, inputPx, width }: CatalogueWorkload): OperatorGraph =>
  fromLayerGraph(buildGraph(architecture, inputPx, width));

/** A custom chain says nothing of precision: a generated graph then ships fp32 features and 8-bit pictures. */
function precisionsOf(workload: Workload): { readonly input: number; readonly features: number } {
  return workload.kind === 'custom'
    ? { input: inputPrecisions.uint8, features: shippedPrecisions.fp32 }
    : { input: inputPrecisions[workload.rawInput], features: shippedPrecisions[workload.shipped] };
}

function sized(graph: OperatorGraph, workload: Workload, times: OperatorTimes): SizedGraph {
  const { input, features } = precisionsOf(workload);
  const consumers = new Map<string, Set<number>>();
  for (const [v, { inputs }] of graph.operators.entries()) {
    for (const tensor of inputs) {
      const known = consumers.get(tensor);
      if (known === undefined) consumers.set(tensor, new Set([v]));
      else known.add(v);
    }
  }
  const bytesOf = (tensor: string): number =>
    graph.tensorElements[tensor]! *
    (tensor === graph.input ? (graph.inputBytesPerElement ?? input) : features);
  const tensor = (name: string, producer: number): SizedTensor => ({
    name,
    producer,
    consumers: [...(consumers.get(name) ?? [])],
    bytes: bytesOf(name),
  });
  return {
    name: graph.name,
    operators: graph.operators.map((operator) => ({
      name: operator.name,
      kind: operator.kind,
      block: operator.block,
      macs: operator.macs,
      weightBytes: operator.weights * bytesPerElement,
      work: workOf(operator),
    })),
    blocks: graph.blocks,
    tensors: [tensor(graph.input, -1), ...graph.operators.map(({ output }, v) => tensor(output, v))],
    // The input stands before the operators' own tensors.
    results: [1 + graph.operators.findIndex(({ output }) => output === graph.output)],
    outputBytes: bytesOf(graph.output),
    times,
  };
}

/** Kinds that only name a tensor anew: the runtime moves nothing. */
const views: ReadonlySet<string> = new Set([
  'Dropout',
  'Flatten',
  'Identity',
  'Reshape',
  'Squeeze',
  'Unsqueeze',
]);

/**
 * The operators and tensors of a visitor's model as they are: every input starts on the UE, an operator may make several
 * tensors, each crosses a hop once, and all results count.
 */
function importedGraph(workload: ImportedWorkload): SizedGraph {
  const { graph } = workload;
  const chain = workloadChain(workload);
  const inputs = new Set(graph.inputs);
  const { input, features } = precisionsOf(workload);
  const producer = new Int32Array(graph.tensors.length).fill(-1);
  const consumers: number[][] = graph.tensors.map(() => []);
  const block = new Int32Array(graph.operators.length);
  graph.blockEnds.forEach((end, b) => block.fill(b, graph.blockEnds[b - 1] ?? 0, end));
  for (const [v, operator] of graph.operators.entries()) {
    for (const tensor of operator.outputs) producer[tensor] = v;
    for (const tensor of operator.inputs) consumers[tensor]!.push(v);
  }
  const elements = (tensor: number): number => elementsOf(graph.tensors[tensor]!.shape);
  const bytesOf = (tensor: number): number =>
    shippedBytes(graph.tensors[tensor]!, inputs.has(tensor) ? input : features);
  return {
    name: workload.name,
    operators: graph.operators.map(({ name, kind, macs, weightBytes, ...operator }, v) => ({
      name,
      kind,
      block: block[v]!,
      macs,
      weightBytes,
      work: views.has(kind)
        ? 0
        : [...operator.inputs, ...operator.outputs].reduce((sum, tensor) => sum + elements(tensor), macs),
    })),
    blocks: chain.blocks.map(({ name, label }) => ({ name, label })),
    tensors: graph.tensors.map(({ name }, t) => ({
      name,
      producer: producer[t]!,
      consumers: consumers[t]!,
      bytes: bytesOf(t),
    })),
    results: graph.outputs,
    outputBytes: graph.outputs.reduce((sum, tensor) => sum + bytesOf(tensor), 0),
    times: 'shares-of-blocks',
  };
}

/** Each block is one operator that reads what the one before it wrote. */
function customGraph(workload: CustomWorkload): SizedGraph {
  const { name, blocks, boundaryBytes } = workloadChain(workload);
  const last = blocks.length - 1;
  return {
    name,
    operators: blocks.map((block, b) => ({
      name: block.name,
      kind: 'Block',
      block: b,
      macs: block.macs,
      weightBytes: block.weightBytes,
      work: block.macs + block.activationBytes / bytesPerElement,
    })),
    blocks: blocks.map((block) => ({ name: block.name, label: block.label })),
    tensors: boundaryBytes.map((bytes, i) => ({
      name: i === 0 ? 'input' : blocks[i - 1]!.name,
      producer: i - 1,
      consumers: i > last ? [] : [i],
      bytes,
    })),
    results: [last + 1],
    outputBytes: boundaryBytes[last + 1]!,
    times: 'blocks',
  };
}
