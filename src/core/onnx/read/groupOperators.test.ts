import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupOperators } from './groupOperators';
import type { OnnxOperator } from './onnxModel';
import { node } from './testing/makeModel';

function operator(kind: string, inputs: readonly string[], output: string): OnnxOperator {
  return {
    name: output,
    kind,
    node: node(kind, inputs, [output]),
    inputs,
    constants: [],
    outputs: [output],
    inside: [],
    whole: kind === 'If',
  };
}

describe('operators and the kernels that ran', () => {
  it('joins what follows a convolution to it where it has no kernel', () => {
    const chain = [
      operator('Conv', ['x'], 'a'),
      operator('BatchNormalization', ['a'], 'b'),
      operator('Relu', ['b'], 'c'),
      operator('MaxPool', ['c'], 'd'),
    ];
    expect(groupOperators(chain, ['N0', 'N3'])).toEqual([[0, 1, 2], [3]]);
    expect(groupOperators(chain, ['N0', 'N1', 'N2', 'N3'])).toEqual([[0], [1], [2], [3]]);
    expect(groupOperators(chain, null)).toEqual([[0, 1, 2], [3]]);
  });

  it('gives a sum to the convolution that ran last, and takes the order of the run', () => {
    const residual = [
      operator('Conv', ['x'], 'a'),
      operator('Conv', ['x'], 'b'),
      operator('Add', ['a', 'b'], 'c'),
      operator('Relu', ['c'], 'd'),
    ];
    expect(groupOperators(residual, ['N1', 'N0'])).toEqual([[1], [0, 2, 3]]);
    expect(groupOperators(residual, ['N0', 'N1'])).toEqual([[0], [1, 2, 3]]);
  });

  it('gives a pattern to the kernel called after its end, or to one that lost its name', () => {
    const pattern = [
      operator('Relu', ['x'], 'a'),
      operator('ReduceMean', ['a'], 'b'),
      operator('Sub', ['a', 'b'], 'c'),
      operator('Mul', ['c'], 'd'),
      operator('Neg', ['d'], 'e'),
    ];
    expect(groupOperators(pattern, ['N0', 'N3/LayerNormFusion/', 'N4'])).toEqual([[0], [1, 2, 3], [4]]);
    expect(groupOperators(pattern, ['N0', 'LayerNormalization', 'N4'])).toEqual([[0], [1, 2, 3], [4]]);
  });

  it('puts what was optimised away to what comes before it, and helpers nowhere', () => {
    const chain = [
      operator('Relu', ['x'], 'a'),
      operator('Identity', ['a'], 'b'),
      operator('MatMul', ['b'], 'c'),
      operator('Identity', ['x'], 'i'),
      operator('Add', ['c', 'i'], 'd'),
    ];
    const kernels = ['Transpose_token_1', 'N0', 'gemm_input_reshape', 'N2/MatMulScaleFusion/', 'N4'];
    expect(groupOperators(chain, kernels)).toEqual([[0, 1], [2], [3, 4]]);
  });

  it('merges what a boundary could not divide', () => {
    const chain = [operator('Relu', ['x'], 'a'), operator('Neg', ['a'], 'b'), operator('Abs', ['b'], 'c')];
    expect(groupOperators(chain, ['N1', 'N0', 'N2'])).toEqual([[0, 1], [2]]);
    expect(groupOperators(chain, ['N2', 'N1', 'N0'])).toEqual([[0, 1, 2]]);
  });

  it('keeps kernels inside bodies apart', () => {
    const chain = [operator('If', ['x'], 'a'), operator('Relu', ['a'], 'b')];
    expect(groupOperators(chain, ['B0.1', 'N0', 'N1'])).toEqual([[0], [1]]);
  });

  it('gives every operator one group, and every group only what ran before it, whatever the kernels', () => {
    const kinds = ['Conv', 'Add', 'Relu', 'Identity', 'Mul', 'MatMul', 'If'];
    const graph = fc.array(
      fc.record({
        kind: fc.constantFrom(...kinds),
        reads: fc.array(fc.nat(30), { minLength: 1, maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 25 },
    );
    const kernel = fc.oneof(
      fc.nat(26).map((index) => `N${index}`),
      fc.nat(26).map((index) => `N${index}/LayerNormFusion/`),
      fc.constantFrom('Gelu', 'Gelu_token_1', 'Transpose', 'B2.0', ''),
    );
    fc.assert(
      fc.property(graph, fc.option(fc.array(kernel, { maxLength: 40 })), (nodes, kernels) => {
        const operators = nodes.map(({ kind, reads }, index) =>
          operator(kind, [...new Set(reads.map((read) => (read < index ? `t${read}` : 'x')))], `t${index}`),
        );
        const groups = groupOperators(operators, kernels);
        expect(groups.flat().toSorted((a, b) => a - b)).toEqual([...operators.keys()]);
        const made = new Set(['x']);
        for (const index of groups.flat()) {
          for (const read of operators[index]!.inputs) expect(made.has(read)).toBe(true);
          made.add(`t${index}`);
        }
      }),
      { seed: 5, numRuns: 2000 },
    );
  });
});
