import { describe, expect, it } from 'vitest';
import type { PredictorKind } from '../prediction/types';
import { createCapacityTable } from './capacityTable';
import { createForecaster, lastKnown } from './knowledge';
import { defaultSimulation } from './settings';
import type { CellRoutes } from './simulatedNetwork';
import { routesOver } from './testing/randomRoutes';
import { createRandom } from '../random';
import { randomNetwork } from '../solvers/testing/randomProblems';

const problem = randomNetwork(createRandom(1), 3, 1, { numbers: 'integer', delivery: 'stay', density: 1 });
const arcCount = problem.arcFrom.length;
/** Arc 1 is half as far away as the farthest, arc 2 the farthest; the others are here. */
const routes: CellRoutes = {
  ...routesOver(problem),
  ageShare: Float64Array.from({ length: arcCount }, (_, a) => (a === 1 ? 0.5 : a === 2 ? 1 : 0)),
};
/** Arc a has 100 a + k Mbit/s in step k of 0.1 s. */
const capacities = createCapacityTable(
  0.1,
  Array.from(problem.arcFrom, (_, a) => Float32Array.from({ length: 50 }, (_, k) => 100 * a + k)),
);
const mbps = new Float64Array(arcCount);
const forecaster = (kind: PredictorKind, sciS: number) =>
  createForecaster(capacities, { ...defaultSimulation.prediction, kind, gapTasks: 2 }, sciS, 1);

describe('what the UE knows', () => {
  it('is the truth when news takes no time', () => {
    lastKnown(capacities, 0)(routes, 1.25, mbps);
    expect(Array.from(mbps.slice(0, 3))).toEqual([12, 112, 212]);
  });

  it('is older the farther away an arc is', () => {
    lastKnown(capacities, 0.6)(routes, 1.25, mbps);
    expect(Array.from(mbps.slice(0, 3))).toEqual([12, 109, 206]);
  });

  it('is the first value before any news has come, and the last one after the end', () => {
    lastKnown(capacities, 5)(routes, 1.25, mbps);
    expect(mbps[2]).toBe(200);
    lastKnown(capacities, 0)(routes, 99, mbps);
    expect(mbps[0]).toBe(49);
  });
});

describe('a forecast', () => {
  it('for the next task is the last value until there is a gap between tasks to look ahead by', () => {
    const { knowledge, looksAhead, started } = forecaster('perfect', 0.6);
    started(1.25);
    expect(looksAhead('next')).toBe(false);
    knowledge(routes, 1.25, mbps, 'next');
    expect(Array.from(mbps.slice(0, 3))).toEqual([12, 109, 206]);
  });

  it('for the next task looks ahead by the gap between tasks, and by the age of what is known', () => {
    const { knowledge, looksAhead, started } = forecaster('perfect', 0.6);
    for (const atS of [1.25, 1.75, 2.25]) started(atS);
    expect(looksAhead('next')).toBe(true);
    knowledge(routes, 2.25, mbps, 'next');
    expect(Array.from(mbps.slice(0, 3))).toEqual([27, 127, 227]);
  });

  it('for the task that starts now bridges the age of what is known, whatever the gaps', () => {
    const { knowledge, looksAhead, started } = forecaster('perfect', 0.6);
    for (const atS of [1.25, 1.75, 2.25]) started(atS);
    expect(looksAhead('now')).toBe(true);
    knowledge(routes, 2.25, mbps, 'now');
    expect(Array.from(mbps.slice(0, 3))).toEqual([22, 122, 222]);
  });

  it('for the task that starts now is the last value where news is younger than a coherence time', () => {
    const { knowledge, looksAhead } = forecaster('perfect', 0.09);
    expect(looksAhead('now')).toBe(false);
    knowledge(routes, 2.25, mbps, 'now');
    expect(Array.from(mbps.slice(0, 3))).toEqual([22, 122, 221]);
    expect(forecaster('perfect', 0.1).looksAhead('now')).toBe(true);
  });

  it('is made from what had arrived: the harmonic mean of the last values known', () => {
    const { knowledge } = forecaster('harmonic', 0.6);
    knowledge(routes, 2.25, mbps, 'now');
    const newest = 16;
    const window = Array.from({ length: defaultSimulation.prediction.window }, (_, k) => 200 + newest - k);
    const harmonic = window.length / window.reduce((sum, value) => sum + 1 / value, 0);
    expect(mbps[2]).toBeCloseTo(harmonic, 9);
  });

  it('keeps what it was told when a handover makes an arc seem farther away', () => {
    const { knowledge } = forecaster('last', 0.6);
    knowledge({ ...routes, ageShare: new Float64Array(arcCount) }, 1.25, mbps, 'now');
    knowledge(routes, 1.35, mbps, 'now');
    expect(mbps[2]).toBe(212);
  });
});
