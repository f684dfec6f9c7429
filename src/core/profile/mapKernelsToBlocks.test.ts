import { describe, expect, it } from 'vitest';
import { mapKernelsToBlocks } from './mapKernelsToBlocks';
import type { KernelRun } from './parseOrtProfile';

const blocks = [
  { name: 'conv1', operators: ['conv1', 'bn1', 'relu'] },
  { name: 'layer1.0.conv1', operators: ['layer1.0.conv1'] },
  { name: 'a/b', operators: ['a/b'] },
  { name: 'fc', operators: ['fc'] },
];
const runOf = (...calls: (readonly [string, number])[]): KernelRun => ({
  calls: calls.map(([name, seconds]) => ({ name, seconds, kind: '', provider: '' })),
  seconds: 0,
  clock: 'cpu',
  copies: 0,
});
const whole = runOf(['conv1', 1], ['layer1.0.conv1', 2], ['a/b', 3], ['fc', 4]);

describe('kernels', () => {
  it('belong to the block that has an operator of their name', () => {
    const mapped = mapKernelsToBlocks(
      [whole, runOf(...whole.calls.map((c) => [c.name, 10] as const))],
      blocks,
    );
    if (!mapped.ok) throw new Error('not mapped');
    expect(mapped.value.runs.map((run) => [...run])).toEqual([
      [1, 2, 3, 4],
      [10, 10, 10, 10],
    ]);
    expect(mapped.value.lostNames).toEqual([]);
  });

  it('inside a body count once: the time of their loop covers them', () => {
    const looped = [
      { name: 'N0', operators: ['N0'] },
      { name: 'N1', operators: ['N1'] },
    ];
    const mapped = mapKernelsToBlocks([runOf(['N0', 1], ['B1.0', 2], ['B1.1', 3], ['N1', 6])], looped);
    expect(mapped.ok && [...mapped.value.runs[0]!]).toEqual([1, 6]);
    const onlyInside = mapKernelsToBlocks([runOf(['N0', 1], ['B1.0', 2])], looped);
    expect(onlyInside.ok && [...onlyInside.value.runs[0]!]).toEqual([1, 2]);
  });

  it.each([
    'fused fc',
    'fc/MatMulAddFusion',
    'fc/MatMulScaleFusion/',
    'fc_new_reshape',
    'fc_token_12',
    'fc/Fusion_token_3',
  ])('keep their block under the name %s', (name) => {
    const mapped = mapKernelsToBlocks(
      [runOf(...whole.calls.map((c) => [c.name, c.seconds] as const), [name, 5])],
      blocks,
    );
    expect(mapped.ok && [mapped.value.runs[0]![3], mapped.value.lostNames]).toEqual([9, []]);
  });

  it('without a name of ours go to the block before them, or to the first', () => {
    const run = runOf(
      ['Transpose', 0.5],
      ['conv1', 1],
      ['relu', 1],
      ['layer1.0.conv1', 2],
      ['gemm_input_reshape', 0.25],
      ['a/b', 3],
      ['fc', 4],
    );
    const mapped = mapKernelsToBlocks([run], blocks);
    expect(mapped.ok && [...mapped.value.runs[0]!]).toEqual([2.5, 2.25, 3, 4]);
    expect(mapped.ok && mapped.value.lostNames).toEqual(['Transpose', 'gemm_input_reshape']);
  });

  it('that never ran are named: the profile is of another model', () => {
    expect(mapKernelsToBlocks([runOf(['conv1', 1], ['fc', 1])], blocks)).toEqual({
      ok: false,
      error: { kind: 'blocks-not-found', blocks: ['layer1.0.conv1', 'a/b'] },
    });
  });
});

describe('kernels of other runtimes and of models with numbered nodes', () => {
  const numbered = [
    { name: 'N0', operators: ['N1'], tensors: ['Relu_1_out'] },
    { name: 'N2', operators: [], tensors: ['x'] },
    { name: 'N3', operators: [], tensors: [] },
  ];

  it('are found by the tensor they make in a blocked layout, and inside the body of an operator', () => {
    const run = runOf(['Relu_1_out_nchwc', 1], ['ReorderOutput', 0.5], ['B2.7', 2], ['N3_token_4_nhwc', 3]);
    const mapped = mapKernelsToBlocks([run], numbered);
    expect(mapped.ok && [...mapped.value.runs[0]!]).toEqual([1.5, 2, 3]);
    expect(mapped.ok && [...mapped.value.blockOfCall[0]!]).toEqual([0, 0, 1, 2]);
  });

  it('may leave blocks without one where that is allowed, but not all of them', () => {
    const mapped = mapKernelsToBlocks([runOf(['N0', 1])], numbered, { blocksFound: 'some' });
    expect(mapped.ok && mapped.value.folded).toEqual([1, 2]);
    expect(mapKernelsToBlocks([runOf(['N0', 1])], numbered).ok).toBe(false);
    expect(mapKernelsToBlocks([runOf(['y', 1])], numbered, { blocksFound: 'some' }).ok).toBe(false);
  });
});
