import { describe, expect, it } from 'vitest';
import { openingScenario, presets } from '../scenario/presets/presets';
import { deliveries, type Scenario } from '../scenario/types';
import { liveBytes } from '../solvers/extensions/recurrent';
import { recurrentStudy } from './recurrentStudy';
import { taggerGraph, taggerWork } from './recurrentTagger';
import type { RecurrentOptions } from './recurrentTypes';

const options: RecurrentOptions = { modules: 200, embedding: 256, hidden: 512, tags: 17, wordBytes: 4 };

function answer(scenario: Scenario, changes: Partial<RecurrentOptions> = {}) {
  const result = recurrentStudy(scenario, { ...options, ...changes }, { shouldStop: () => false });
  if (result.kind !== 'recurrent') throw new Error(result.trouble.kind);
  return result;
}

describe('the tagger', () => {
  it('has the live bytes of its formula at every boundary', () => {
    const { modules, embedding, hidden, tags, wordBytes } = { ...options, modules: 7 };
    const graph = taggerGraph(modules, options);
    for (const carried of [false, true]) {
      const live = liveBytes(graph, carried);
      expect(live).toHaveLength(3 * modules + 1);
      for (const [k, bytes] of live.entries()) {
        const whole = Math.floor(k / 3);
        const layer = k % 3;
        const unread = modules - whole - (layer > 0 ? 1 : 0);
        const hasState = layer === 2 || (whole > 0 && whole < modules);
        const expected =
          unread * wordBytes +
          (layer === 1 ? 4 * embedding : 0) +
          (hasState ? 4 * hidden : 0) +
          (carried ? whole * 4 * tags : 0);
        expect(bytes).toBe(expected);
      }
    }
  });

  it('does the work of a GRU cell as PyTorch counts its weights', () => {
    const [, cell, linear] = taggerWork(options);
    expect(cell!.macs).toBe(3 * 512 * (256 + 512));
    // weight_ih, weight_hh, bias_ih, bias_hh; then the embedding, the state before and after.
    expect(cell!.bytes).toBe(4 * (3 * 512 * 256 + 3 * 512 * 512 + 2 * 3 * 512 + 256 + 2 * 512));
    expect(linear!.macs).toBe(512 * 17);
  });
});

describe('recurrentStudy', () => {
  it.each(
    presets.flatMap(({ name, scenario }) =>
      deliveries.map((delivery) => [name, delivery, { ...scenario, delivery }] as const),
    ),
  )('orders the ways to place it: %s, %s', (_, __, scenario) => {
    for (const wordBytes of [4, 20_000]) {
      const { unrolled, perModule, layerwise, bound, singles } = answer(scenario, { modules: 60, wordBytes });
      const least = bound!.totalS * (1 - 1e-9);
      expect(bound!.proven).toBe(true);
      expect(layerwise.totalS).toBeLessThanOrEqual(perModule.totalS * (1 + 1e-12));
      for (const plan of [unrolled, perModule, layerwise]) {
        expect(plan.totalS).toBeGreaterThanOrEqual(least);
        expect(plan.computeS + plan.transferS).toBeCloseTo(plan.totalS, 12);
        expect(plan.cuts).toHaveLength(plan.nodes.length - 1);
      }
      for (const { plan } of singles) {
        expect(unrolled.totalS).toBeLessThanOrEqual(plan!.totalS * (1 + 1e-12));
      }
    }
  });

  it('takes the time of a layer from work, rate and memory as it says', () => {
    const { row } = answer(openingScenario);
    const work = taggerWork(options);
    for (const { macsPerS, bytesPerS, layerS } of row) {
      for (const [l, seconds] of layerS.entries()) {
        expect(seconds).toBe(Math.max(work[l]!.macs / macsPerS, work[l]!.bytes / (bytesPerS ?? Infinity)));
      }
    }
    expect(row[0]!.bytesPerS).toBeGreaterThan(1e9);
  });

  it('keeps the embedding on the UE where a step reads a large frame', () => {
    const { layerwise, unrolled } = answer(openingScenario, { wordBytes: 20_000 });
    expect(layerwise.nodes[0]).toBe(openingScenario.sourceId);
    expect(layerwise.cuts).toEqual([{ module: 0, layer: 1 }]);
    expect(layerwise.totalS).toBeLessThan(unrolled.totalS);
  });

  it('gives a weaker bound when it is stopped, and no more than the true one', () => {
    const stopped = recurrentStudy(openingScenario, options, { shouldStop: () => true });
    if (stopped.kind !== 'recurrent') throw new Error(stopped.trouble.kind);
    expect(stopped.bound!.totalS).toBeLessThanOrEqual(answer(openingScenario).bound!.totalS * (1 + 1e-9));
  });
});
