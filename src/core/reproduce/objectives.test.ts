import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hivemindCalibrated } from '../scenario/presets/hivemindCalibrated';
import { simulatedNetwork } from '../simulation/simulatedNetwork';
import { cellRow, priceOf, rowPrices, type RowPrices } from './cellRow';
import {
  allInCloud,
  allOnUe,
  hivemindWeights,
  leastEnergy,
  leastEnergyWithin,
  leastLatency,
  linearWeights,
  oneSplit,
  type Chooser,
} from './objectives';

const found = simulatedNetwork(hivemindCalibrated.scenario);
if (!found.ok) throw new Error(found.error.kind);
const rows = found.value.routes.map(cellRow);

function prices(
  cell: number,
  capacity: (arc: number) => number,
  task: 'inference' | 'training' = 'inference',
) {
  const row = rows[cell]!;
  const mbps = Float64Array.from(row.routes.arcs, (_, a) => capacity(a));
  return rowPrices(row, mbps, task, 2);
}

const heuristics: readonly (readonly [string, Chooser])[] = [
  ['UE only', allOnUe],
  ['cloud only', allInCloud],
  ['latency only', leastLatency],
  ['energy only', leastEnergy],
  ['one split', oneSplit(leastEnergy)],
  ['linear weights', linearWeights(1)],
  ['HiveMind', hivemindWeights(0.06)],
];

/** A cell's row at capacities from 0.2 to 200 Mbit/s. */
const states = fc
  .tuple(
    fc.nat({ max: rows.length - 1 }),
    fc.array(fc.double({ min: 0.2, max: 200, noNaN: true }), { minLength: 30, maxLength: 30 }),
  )
  .map(([cell, mbps]): RowPrices => prices(cell, (a) => mbps[a % mbps.length]!));

describe('a choice on a row', () => {
  it('is UE only when every capacity is 0', () => {
    for (const cell of rows.keys()) {
      const closed = prices(cell, () => 0);
      const choosers = [leastLatency, leastEnergy, oneSplit(leastEnergy), linearWeights(1)];
      for (const choose of [...choosers, hivemindWeights(10), leastEnergyWithin(10)]) {
        expect(choose(closed)?.last).toBe(0);
      }
    }
  });

  it('is exact within the limit: no heuristic that keeps it takes less energy', () => {
    fc.assert(
      fc.property(states, fc.double({ min: 0.02, max: 0.2, noNaN: true }), (at, limitS) => {
        const exact = leastEnergyWithin(limitS)(at);
        if (exact !== null) {
          expect(priceOf(at.latencyS, exact)).toBeLessThanOrEqual(limitS * (1 + 1e-8));
        }
        for (const [, choose] of heuristics) {
          const split = choose(at);
          if (split === null || priceOf(at.latencyS, split) > limitS) continue;
          expect(exact).not.toBeNull();
          expect(priceOf(at.energyJ, exact!)).toBeLessThanOrEqual(priceOf(at.energyJ, split) + 1e-12);
        }
      }),
      { seed: 18, numRuns: 40 },
    );
  });

  it('is the least of what it makes least', () => {
    fc.assert(
      fc.property(states, (at) => {
        const fastest = priceOf(at.latencyS, leastLatency(at)!);
        const leanest = priceOf(at.energyJ, leastEnergy(at)!);
        const single = priceOf(at.energyJ, oneSplit(leastEnergy)(at)!);
        expect(leanest).toBeLessThanOrEqual(single + 1e-12);
        for (const split of [allOnUe(at)!, allInCloud(at)!]) {
          expect(fastest).toBeLessThanOrEqual(priceOf(at.latencyS, split) + 1e-12);
          expect(single).toBeLessThanOrEqual(priceOf(at.energyJ, split) + 1e-12);
        }
      }),
      { seed: 11, numRuns: 60 },
    );
  });

  it('weighs linearly: free energy gives the fastest, dear energy the leanest', () => {
    const at = prices(0, () => 40);
    expect(priceOf(at.latencyS, linearWeights(0)(at)!)).toBeCloseTo(
      priceOf(at.latencyS, leastLatency(at)!),
      12,
    );
    expect(priceOf(at.energyJ, linearWeights(1e6)(at)!)).toBeCloseTo(
      priceOf(at.energyJ, leastEnergy(at)!),
      6,
    );
  });
});

describe('prices of a row', () => {
  it('count the work of the UE and of hosts at IAB nodes only', () => {
    const { energyJ } = prices(0, () => 40);
    const kinds = rows[0]!.nodes.map((v) => rows[0]!.routes.problem.kinds[v]!);
    for (const [p, row] of energyJ.compute.entries()) {
      const isCounted = kinds[p] === 'ue' || kinds[p] === 'iab';
      expect(row.some((joules) => joules > 0)).toBe(isCounted);
    }
  });

  it('of training are three times the work, and the boundary both ways, but for the raw input', () => {
    const inference = prices(0, () => 40);
    const training = prices(0, () => 40, 'training');
    expect(training.latencyS.compute[1]![0]).toBeCloseTo(3 * inference.latencyS.compute[1]![0]!, 12);
    expect(training.latencyS.ship[0]![0]).toBe(inference.latencyS.ship[0]![0]);
    expect(training.latencyS.ship[0]![1]).toBeCloseTo(2 * inference.latencyS.ship[0]![1]!, 12);
  });
});
