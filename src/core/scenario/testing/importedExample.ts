import type { ModelGraph } from '../../model/imported/types';
import type { ImportedWorkload } from '../types';

/** A small graph with a branch, two inputs of different types, and blocks of more than one operator. */
export const importedGraph: ModelGraph = {
  tensors: [
    { name: 'picture', type: 'float32', shape: [1, 3, 8, 8] },
    { name: 'ids', type: 'int64', shape: [1, 8] },
    { name: 'conv', type: 'float32', shape: [1, 4, 8, 8] },
    { name: 'relu', type: 'float32', shape: [1, 4, 8, 8] },
    { name: 'half', type: 'float16', shape: [1, 256] },
    { name: 'answer', type: 'float32', shape: [] },
  ],
  inputs: [0, 1],
  outputs: [5],
  operators: [
    { name: 'conv1', kind: 'Conv', inputs: [0], outputs: [2], macs: 6912, parameters: 112, weightBytes: 448 },
    { name: 'relu1', kind: 'Relu', inputs: [2], outputs: [3], macs: 0, parameters: 0, weightBytes: 0 },
    { name: 'branch', kind: 'If', inputs: [3, 1], outputs: [4], macs: 0, parameters: 0, weightBytes: 0 },
    {
      name: 'head',
      kind: 'Gemm',
      inputs: [3, 4],
      outputs: [5],
      macs: 250,
      parameters: 250,
      weightBytes: 500,
    },
  ],
  blockEnds: [2, 3, 4],
};

export const importedExample: ImportedWorkload = {
  kind: 'imported',
  name: 'Small import',
  fingerprint: '0123456789abcdef0123456789abcdef',
  dims: { batch: 1, 'ids:1': 8 },
  graph: importedGraph,
  shipped: 'fp32',
  rawInput: 'fp32',
};
