import { inputPrecisions, shippedPrecisions, type ImportedWorkload } from '../../scenario/types';
import { elementsOf } from '../elementsOf';
import type { WorkloadBlock, WorkloadChain } from '../workloadChainTypes';
import { hashGraph } from './hashGraph';
import { liveTensors } from './liveTensors';
import { elementBytes, type GraphTensor, type ModelGraph } from './types';

/**
 * The chain of an imported model: its blocks, and every live tensor once at each boundary, at the workload's precisions.
 * O(operators x live tensors).
 */
export function importedChain(workload: ImportedWorkload): WorkloadChain {
  const { name, graph, shipped, rawInput } = workload;
  const live = liveTensors(graph);
  const inputs = new Set(graph.inputs);
  const bytesOf = (index: number): number =>
    shippedBytes(
      graph.tensors[index]!,
      inputs.has(index) ? inputPrecisions[rawInput] : shippedPrecisions[shipped],
    );
  const positions = [0, ...graph.blockEnds];
  const lastRead = lastReadOf(graph);
  return {
    name,
    modelKey: importedModelKey(workload),
    blocks: graph.blockEnds.map((end, block) => blockOf(graph, lastRead, positions[block]!, end)),
    boundaryBytes: positions.map((at) => live[at]!.reduce((sum, index) => sum + bytesOf(index), 0)),
    boundaryTensors: positions.map((at) => live[at]!.map((index) => graph.tensors[index]!.name)),
  };
}

/** Same key, same file opened to the same structure: sizes and blocks included. */
function importedModelKey({ fingerprint, graph }: ImportedWorkload): string {
  return `onnx:${fingerprint}#${hashGraph(graph).toString(16).padStart(8, '0')}`;
}

/** All that a chain depends on, far shorter than the workload itself. */
export function importedContentKey(workload: ImportedWorkload): string {
  const { name, shipped, rawInput } = workload;
  return `${importedModelKey(workload)} ${shipped} ${rawInput} ${name}`;
}

/** Bytes of a tensor on a link: float32 at the given bytes per element, every other type as it is. */
export function shippedBytes({ type, shape }: GraphTensor, floatBytes: number): number {
  return elementsOf(shape) * (type === 'float32' ? floatBytes : elementBytes[type]);
}

/** For every tensor, the last operator that reads it; Infinity for results, -1 where nothing does. */
function lastReadOf({ tensors, operators, outputs }: ModelGraph): Float64Array {
  const last = new Float64Array(tensors.length).fill(-1);
  operators.forEach(({ inputs }, index) => {
    for (const tensor of inputs) last[tensor] = index;
  });
  for (const tensor of outputs) last[tensor] = Infinity;
  return last;
}

/** Nothing to compute: the same memory under another shape or name. As in the catalogue, a reshape counts. */
const views = new Set(['Dropout', 'Flatten', 'Identity', 'Squeeze', 'Unsqueeze']);

function blockOf(graph: ModelGraph, lastRead: Float64Array, from: number, to: number): WorkloadBlock {
  const operators = graph.operators.slice(from, to);
  const sum = (key: 'macs' | 'parameters' | 'weightBytes'): number =>
    operators.reduce((total, operator) => total + operator[key], 0);
  const made = new Set(operators.flatMap(({ outputs }) => outputs));
  const read = new Set(operators.flatMap(({ inputs }) => inputs).filter((index) => !made.has(index)));
  const written = [...made].filter((index) => lastRead[index]! >= to);
  const touched = [...read, ...written].map((index) => graph.tensors[index]!);
  const lead = operators.reduce((most, operator) => (operator.macs > most.macs ? operator : most));
  return {
    name: operators[0]!.name,
    label: lead.kind,
    macs: sum('macs'),
    parameters: sum('parameters'),
    weightBytes: sum('weightBytes'),
    activationBytes: touched.reduce(
      (total, { type, shape }) => total + elementsOf(shape) * elementBytes[type],
      0,
    ),
    kernels: operators.filter(({ kind }) => !views.has(kind)).length,
  };
}
