import { inputPrecisions, shippedPrecisions, type ImportedWorkload } from '../../scenario/types';
import { elementsOf } from '../elementsOf';
import { hashHex } from '../hash';
import type { WorkloadBlock, WorkloadChain } from '../workloadChainTypes';
import { liveTensors } from './liveTensors';
import { elementBytes, type GraphTensor, type ModelGraph } from './types';

/** The chain of an imported model: its blocks, and every live tensor once at each boundary, at the workload's precisions. */
export function importedChain(workload: ImportedWorkload): WorkloadChain {
  const { name, fingerprint, graph, shipped, rawInput } = workload;
  const live = liveTensors(graph);
  const inputs = new Set(graph.inputs);
  const bytesOf = (index: number): number =>
    shippedBytes(
      graph.tensors[index]!,
      inputs.has(index) ? inputPrecisions[rawInput] : shippedPrecisions[shipped],
    );
  const positions = [0, ...graph.blockEnds];
  return {
    name,
    modelKey: `onnx:${fingerprint}#${hashHex(JSON.stringify(graph))}`,
    blocks: graph.blockEnds.map((end, block) => blockOf(graph, positions[block]!, end)),
    boundaryBytes: positions.map((at) => live[at]!.reduce((sum, index) => sum + bytesOf(index), 0)),
    boundaryTensors: positions.map((at) => live[at]!.map((index) => graph.tensors[index]!.name)),
  };
}

/** Bytes of a tensor on a link: float32 at the given bytes per element, every other type as it is. */
export function shippedBytes({ type, shape }: GraphTensor, floatBytes: number): number {
  return elementsOf(shape) * (type === 'float32' ? floatBytes : elementBytes[type]);
}

function blockOf(graph: ModelGraph, from: number, to: number): WorkloadBlock {
  const operators = graph.operators.slice(from, to);
  const sum = (key: 'macs' | 'parameters' | 'weightBytes'): number =>
    operators.reduce((total, operator) => total + operator[key], 0);
  const made = new Set(operators.flatMap(({ outputs }) => outputs));
  const read = new Set(operators.flatMap(({ inputs }) => inputs).filter((index) => !made.has(index)));
  const readLater = new Set([...graph.operators.slice(to).flatMap(({ inputs }) => inputs), ...graph.outputs]);
  const written = [...made].filter((index) => readLater.has(index));
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
    kernels: operators.length,
  };
}
