import { describe, expect, it } from 'vitest';
import { toBlockChain } from '../model/blocks';
import { buildGraph } from '../model/catalogue/catalogue';
import { architectures, widths } from '../scenario/types';
import { encodeGraph } from './encodeGraph';
import { runInOnnxRuntime } from './testing/runInOnnxRuntime';

describe.each(architectures)('%s as it is profiled', (architecture) => {
  it.each(widths)('runs its blocks as kernels at every size, at width %d', async (width) => {
    for (const inputPx of [64, 101, 224, 512]) {
      const graph = buildGraph(architecture, inputPx, width);
      const { kernels, shape, values } = await runInOnnxRuntime(
        encodeGraph(graph, { seed: 1, weights: 'cheap' }),
        { shape: [1, 3, inputPx, inputPx], values: new Float32Array(3 * inputPx ** 2).fill(0.5) },
      );
      expect(kernels.map(({ name }) => name.replace(/^fused /, ''))).toEqual(
        toBlockChain(graph).blocks.map(({ name }) => name),
      );
      expect(shape).toEqual([1, 1000]);
      expect(values.every(Number.isFinite)).toBe(true);
    }
  });
});

describe('seeded weights at full width', () => {
  it.each(['alexnet', 'mobilenet-v2', 'resnet-18', 'resnet-50'] as const)(
    'keep %s sane',
    async (architecture) => {
      const graph = buildGraph(architecture, 224, 1);
      const { values } = await runInOnnxRuntime(encodeGraph(graph, { seed: 1, weights: 'seeded' }), {
        shape: [1, 3, 224, 224],
        values: Float32Array.from({ length: 3 * 224 ** 2 }, (_, i) => (i % 97) / 97),
      });
      expect(values.every(Number.isFinite)).toBe(true);
      expect(new Set(values).size).toBeGreaterThan(900);
      expect(Math.max(...values.map(Math.abs))).toBeLessThan(1000);
    },
  );
});
