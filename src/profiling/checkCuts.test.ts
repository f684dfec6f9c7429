import { describe, expect, it } from 'vitest';
import { workloadChain } from '../core/model/workloadChain';
import { architectures, type Architecture, type CatalogueWorkload } from '../core/scenario/types';
import type { ModelSource } from '../protocol/modelFiles';
import { checkCuts } from './checkCuts';
import { createNodeModelRunner } from './testing/nodeModelRunner';

const runner = createNodeModelRunner();
const sourceOf = (architecture: Architecture, precision: Partial<CatalogueWorkload> = {}): ModelSource => ({
  kind: 'catalogue',
  seed: 1,
  weights: 'seeded',
  workload: {
    kind: 'catalogue',
    architecture,
    inputPx: 64,
    width: 0.25,
    shipped: 'fp32',
    rawInput: 'fp32',
    ...precision,
  },
});

describe.each(architectures)('every cut of %s', (architecture) => {
  const source = sourceOf(architecture);
  const boundaries = workloadChain(source.workload).blocks.length - 1;

  it.each([
    ['all', 1e-4],
    ['disabled', 0],
  ] as const)(
    'gives the whole model’s result at optimisation %s, and sends what was predicted',
    async (optimisation, limit) => {
      const checked = await checkCuts(
        runner,
        { source, optimisation },
        () => undefined,
        () => 0,
      );
      if (!checked.ok) throw new Error(JSON.stringify(checked.error));
      const { cuts, failures } = checked.value;
      expect(failures).toEqual([]);
      expect(cuts).toHaveLength(boundaries);
      expect(cuts.filter(({ relative }) => !(relative <= limit))).toEqual([]);
      expect(cuts.filter(({ predictedBytes, sentBytes }) => predictedBytes !== sentBytes)).toEqual([]);
    },
    60_000,
  );
});
