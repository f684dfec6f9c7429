import { describe, expect, it } from 'vitest';
import { fusionGroups } from '../model/blocks';
import { buildGraph } from '../model/catalogue/catalogue';
import { createGraphBuilder } from '../model/catalogue/graphBuilder';
import type { LayerGraph } from '../model/types';
import { createRandom } from '../random';
import { architectures } from '../scenario/types';
import { encodeGraph } from './encodeGraph';
import type { Kernel } from './testing/runInOnnxRuntime';
import { runInOnnxRuntime } from './testing/runInOnnxRuntime';

function noise(shape: readonly number[], seed: number): { shape: readonly number[]; values: Float32Array } {
  const random = createRandom(seed);
  const length = shape.reduce((product, extent) => product * extent, 1);
  return { shape, values: Float32Array.from({ length }, () => random.next()) };
}

/** "FusedGemm" renames its node; a fused convolution reads the residual that it adds as its fourth tensor. */
const ran = (kernels: readonly Kernel[]): string[] =>
  kernels.map(({ name, kind, inputs }) => {
    return `${name.replace(/^fused /, '')}${kind === 'FusedConv' && inputs === 4 ? ' + sum' : ''}`;
  });

const expected = (graph: LayerGraph): string[] =>
  fusionGroups(graph).map((group) => {
    return `${group[0]!.name}${group.length > 1 && group.some(({ kind }) => kind === 'Add') ? ' + sum' : ''}`;
  });

describe.each(architectures)('%s in ONNX Runtime Web', (architecture) => {
  const graph = buildGraph(architecture, 64, 0.25);
  const input = noise([1, 3, 64, 64], 1);

  it('runs the blocks as its kernels, in their order, and answers sanely', async () => {
    const bytes = encodeGraph(graph, { seed: 1, weights: 'seeded' });
    const { kernels, shape, values } = await runInOnnxRuntime(bytes, input);
    expect(ran(kernels)).toEqual(expected(graph));
    expect(shape).toEqual([1, 1000]);
    expect(values.every(Number.isFinite)).toBe(true);
    expect(new Set(values).size).toBeGreaterThan(900);
    expect(Math.max(...values.map(Math.abs))).toBeLessThan(1000);

    // Activations that had all died or saturated on the way would give the same answer to every picture.
    const other = await runInOnnxRuntime(bytes, noise([1, 3, 64, 64], 2));
    const moved = other.values.map((value, i) => Math.abs(value - values[i]!));
    expect(Math.max(...moved)).toBeGreaterThan(1e-3 * Math.max(...values.map(Math.abs)));
  });

  it('runs the same kernels with cheap weights', async () => {
    const { kernels, shape, values } = await runInOnnxRuntime(
      encodeGraph(graph, { seed: 1, weights: 'cheap' }),
      input,
    );
    expect(ran(kernels)).toEqual(expected(graph));
    expect(shape).toEqual([1, 1000]);
    expect(values.every(Number.isFinite)).toBe(true);
  });
});

describe('adaptive average pooling in ONNX Runtime Web', () => {
  it.each([
    [7, 5, 3],
    [2, 3, 7],
    [15, 15, 6],
  ])('averages the windows of %d x %d inputs to %d cells a side', async (height, width, size) => {
    const builder = createGraphBuilder('pool', [1, 2, height, width]);
    const graph = builder.finish(builder.adaptiveAveragePool('pool', builder.input, size));
    const input = noise([1, 2, height, width], 3);
    const { shape, values } = await runInOnnxRuntime(
      encodeGraph(graph, { seed: 1, weights: 'seeded' }),
      input,
    );
    expect(shape).toEqual([1, 2, size, size]);

    const window = (i: number, extent: number): number[] => {
      const start = Math.floor((i * extent) / size);
      const end = Math.ceil(((i + 1) * extent) / size);
      return Array.from({ length: end - start }, (_, k) => start + k);
    };
    values.forEach((value, at) => {
      const [channel, i, j] = [Math.floor(at / size ** 2), Math.floor(at / size) % size, at % size];
      const cells = window(i, height).flatMap((row) =>
        window(j, width).map((column) => input.values[(channel * height + row) * width + column]!),
      );
      expect(value).toBeCloseTo(cells.reduce((sum, cell) => sum + cell, 0) / cells.length, 5);
    });
  });
});
