import { describe, expect, it } from 'vitest';
import { createRandom } from '../../random';
import { leastLargestEdge, solveHivemindWeights, type RowCriterion } from './hivemindWeights';
import { criterion, everyValue, expectEveryRow, randomRow, valueOf } from './testing/everyRow';

const row = (...values: number[]) => Float64Array.from(values);
const free = (nodes: number, blocks: number) =>
  Array.from({ length: nodes - 1 }, () => new Float64Array(blocks + 1));

describe('HiveMind’s weights (eq. 12)', () => {
  it('take the split that breaks the limit in the minimal counter-example', () => {
    // Phi = 10 end to end. UE only: edges 9.5 and 0. One layer each: edges 6 and 6, 12 in all.
    const latency = criterion([row(6, 3.5), row(6, 6)], free(2, 2), { limit: 10 });
    const split = solveHivemindWeights([latency])!;
    expect([...split.boundaries]).toEqual([1, 2]);
    expect(split.value).toBeCloseTo(0.5, 12);
    expect(valueOf([latency], [2, 2], 0)).toBeCloseTo(2.1, 12);
    expect(6 + 6).toBeGreaterThan(10);
    expect(6 + 3.5).toBeLessThan(10);
  });

  it('do not turn negative beyond the limit, where the formula as printed prefers the worst', () => {
    const latency = criterion([row(20), row(1)], [row(5, 5)], { limit: 10 });
    const split = solveHivemindWeights([latency])!;
    expect([...split.boundaries]).toEqual([0, 1]);
    expect(split.value).toBeCloseTo(1 / 10 + 1 / 4, 12);
    const printed = (phi: number) => 1 / (10 - phi);
    expect(printed(20) + printed(0)).toBeLessThan(split.value);
  });

  it('depend on the unit', () => {
    const inUnit = (factor: number) => {
      const energy = criterion([row(1), row(0)], [row(0, 0)], { weight: 1 });
      const latency = criterion([row(6 * factor), row(8 * factor)], [row(0, 0)], { limit: 10 * factor });
      return [...solveHivemindWeights([energy, latency])!.boundaries];
    };
    expect(inUnit(1)).toEqual([0, 1]);
    expect(inUnit(0.1)).toEqual([1, 1]);
  });

  it('are the least of every split, with one to three criteria, in 1,500 random rows', () => {
    const seen = expectEveryRow(createRandom(12), 1500);
    expect(seen.none).toBeGreaterThan(20);
    expect(seen.limited).toBeGreaterThan(20);
  });

  it('settle equal sums by the tie criterion, over every split of 600 random rows full of ties', () => {
    const random = createRandom(27);
    const coarse = (nodes: number, blocks: number, parts: Partial<RowCriterion>) => {
      // Small whole numbers: sums are exact in any order, and many are equal.
      const draw = () => random.integer(3);
      return criterion(
        Array.from({ length: nodes }, () => Float64Array.from({ length: blocks }, draw)),
        Array.from({ length: nodes - 1 }, () => Float64Array.from({ length: blocks + 1 }, draw)),
        { finish: Float64Array.from({ length: nodes }, draw), ...parts },
      );
    };
    let settled = 0;
    for (let round = 0; round < 600; round++) {
      const nodes = 2 + random.integer(3);
      const blocks = 1 + random.integer(5);
      const energy = coarse(nodes, blocks, { weight: 1 });
      const latency = coarse(nodes, blocks, { weight: 1 });
      const split = solveHivemindWeights([energy], undefined, latency)!;
      const plain = solveHivemindWeights([energy])!;
      // No sum of latencies reaches 1,000, so that a thousandfold energy puts it first.
      const both = { ...energy, weight: 1000 };
      const least = everyValue([both, latency]);
      expect(split.value).toBe(plain.value);
      expect(valueOf([both, latency], [...split.boundaries], split.last)).toBe(least);
      if (valueOf([both, latency], [...plain.boundaries], plain.last) > least) settled++;
    }
    expect(settled).toBeGreaterThan(50);
  });

  it('claim no proof when they are stopped, and what they found by then costs what it says', () => {
    const random = createRandom(28);
    let unproven = 0;
    for (let round = 0; round < 300; round++) {
      const [nodes, blocks] = [3 + random.integer(3), 2 + random.integer(5)];
      const criteria = [
        randomRow(random, nodes, blocks, { weight: 1 }),
        randomRow(random, nodes, blocks, { limit: 30 }),
      ];
      let left = random.integer(nodes * blocks);
      const shouldStop = () => left-- <= 0;
      const split = solveHivemindWeights(criteria, undefined, undefined, shouldStop);
      const least = everyValue(criteria);
      if (split === null) continue;
      expect(valueOf(criteria, [...split.boundaries], split.last)).toBeCloseTo(split.value, 9);
      expect(split.value).toBeGreaterThanOrEqual(least * (1 - 1e-9));
      if (split.proven) expect(split.value).toBeCloseTo(least, 9);
      else unproven++;
    }
    expect(unproven).toBeGreaterThan(100);
    const one = criterion([row(20), row(30)], [row(5, 5)], {});
    expect(leastLargestEdge([], one, undefined, () => true)).toBeNull();
    expect(leastLargestEdge([], one)).toBe(20);
  });

  it('keep what fits into memory only', () => {
    const energy = criterion([row(1, 1), row(5, 5)], free(2, 2), { weight: 1 });
    const memory = { layerBytes: row(2, 2), nodeBytes: row(3, 8) };
    expect([...solveHivemindWeights([energy], memory)!.boundaries]).toEqual([1, 2]);
    expect(solveHivemindWeights([energy], { ...memory, nodeBytes: row(3, 1) })).toBeNull();
  });
});
