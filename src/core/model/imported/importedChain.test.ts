import { describe, expect, it } from 'vitest';
import { importedExample, importedGraph } from '../../scenario/testing/importedExample';
import type { ImportedWorkload } from '../../scenario/types';
import { workloadChain } from '../workloadChain';
import { hashGraph } from './hashGraph';
import { liveTensors } from './liveTensors';
import type { ModelGraph } from './types';

describe('the chain of an imported model', () => {
  it('ships every live tensor once at each boundary: floats at the workload’s precision, others as they are', () => {
    expect(liveTensors(importedGraph)).toEqual([[0, 1], [1, 2], [1, 3], [3, 4], [5]]);
    const { boundaryBytes, boundaryTensors } = workloadChain(importedExample);
    expect(boundaryTensors).toEqual([['picture', 'ids'], ['ids', 'relu'], ['relu', 'half'], ['answer']]);
    const [ids, half] = [8 * 8, 256 * 2];
    expect(boundaryBytes).toEqual([192 * 4 + ids, ids + 256 * 4, 256 * 4 + half, 4]);
    const small = workloadChain({ ...importedExample, shipped: 'int8', rawInput: 'uint8' });
    expect(small.boundaryBytes).toEqual([192 + ids, ids + 256, 256 + half, 1]);
  });

  it('adds up each block, and counts what it reads and what is read after it', () => {
    const { blocks } = workloadChain(importedExample);
    expect(blocks).toMatchObject([
      { name: 'conv1', label: 'Conv', macs: 6912, parameters: 112, weightBytes: 448, kernels: 2 },
      { name: 'branch', label: 'If', macs: 0 },
      { name: 'head', label: 'Gemm', macs: 250, weightBytes: 500 },
    ]);
    expect(blocks.map(({ activationBytes }) => activationBytes)).toEqual([
      4 * (192 + 256),
      4 * 256 + 64 + 512,
      4 * 256 + 512 + 4,
    ]);
  });

  it('is the same object for equal workloads, as a worker receives them', () => {
    const copies = [structuredClone(importedExample), structuredClone(importedExample)] as const;
    expect(workloadChain(copies[0])).toBe(workloadChain(copies[1]));
    const renamed: ImportedWorkload = { ...importedExample, name: 'other' };
    expect(workloadChain(renamed).name).toBe('other');
    expect(workloadChain(renamed).modelKey).toBe(workloadChain(importedExample).modelKey);
  });

  it('has another key whenever anything in the graph changes', () => {
    const change = (patch: Partial<ModelGraph>): number => hashGraph({ ...importedGraph, ...patch });
    const [tensor, ...tensors] = importedGraph.tensors;
    const [operator, ...operators] = importedGraph.operators;
    const hashes = [
      hashGraph(importedGraph),
      change({ blockEnds: [1, 3, 4] }),
      change({ blockEnds: [2, 4] }),
      change({ inputs: [1, 0] }),
      change({ outputs: [4] }),
      change({ tensors: [{ ...tensor!, shape: [3, 1, 8, 8] }, ...tensors] }),
      change({ tensors: [{ ...tensor!, type: 'int32' }, ...tensors] }),
      change({ tensors: [{ ...tensor!, name: 'picturf' }, ...tensors] }),
      change({ operators: [{ ...operator!, macs: 6912 + 2 ** 40 }, ...operators] }),
      change({ operators: [{ ...operator!, macs: 6912.5 }, ...operators] }),
      change({ operators: [{ ...operator!, parameters: 113 }, ...operators] }),
      change({ operators: [{ ...operator!, kind: 'Cons' }, ...operators] }),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
    expect(hashGraph(structuredClone(importedGraph))).toBe(hashes[0]);
  });
});
