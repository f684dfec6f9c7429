import { describe, expect, it } from 'vitest';
import { workloadChain } from '../core/model/workloadChain';
import { architectures } from '../core/scenario/types';
import type { ModelSource } from '../protocol/modelFiles';
import { checkCuts } from './checkCuts';
import { createNodeModelRunner } from './testing/nodeModelRunner';
import { openSample } from './testing/openSample';

const levels = [
  ['all', 1e-4],
  ['disabled', 0],
] as const;

async function expectEveryCutGood(
  source: ModelSource,
  optimisation: 'all' | 'disabled',
  limit: number,
): Promise<void> {
  const checked = await checkCuts(
    createNodeModelRunner(),
    { source, optimisation },
    () => undefined,
    () => 0,
  );
  if (!checked.ok) throw new Error(JSON.stringify(checked.error));
  const { cuts, failures } = checked.value;
  expect(failures).toEqual([]);
  expect(cuts).toHaveLength(workloadChain(source.workload).blocks.length - 1);
  expect(cuts.filter(({ relative }) => !(relative <= limit))).toEqual([]);
  expect(cuts.filter(({ predictedBytes, sentBytes }) => predictedBytes !== sentBytes)).toEqual([]);
}

describe.each(architectures)('%s in full size', (architecture) => {
  it.each(levels)(
    'gives the whole model’s result at every cut at optimisation %s',
    async (optimisation, limit) => {
      const workload = {
        kind: 'catalogue',
        architecture,
        inputPx: 224,
        width: 1,
        shipped: 'fp32',
        rawInput: 'fp32',
      } as const;
      await expectEveryCutGood(
        { kind: 'catalogue', workload, seed: 1, weights: 'seeded' },
        optimisation,
        limit,
      );
    },
  );
});

describe.each(['face', 'text-direction', 'text-detection'] as const)('%s', (sample) => {
  it.each(levels)(
    'gives the whole model’s result at every cut at optimisation %s',
    async (optimisation, limit) => expectEveryCutGood(await openSample(sample), optimisation, limit),
  );
});
