import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultSimulation } from '../simulation/settings';
import { seriesLength, simulateTraffic } from './simulateTraffic';
import type { LoadedLink, TrafficInput, TrafficSeries } from './types';

const settings = defaultSimulation.traffic;

/** Table I: mean, standard deviation and capacity, with the cells whose traffic crosses the link in the tree of six. */
const mmWave: readonly LoadedLink[] = [
  { cells: [0], meanMbps: 66.49, sdMbps: 19.47, ceilingMbps: 200 },
  { cells: [1], meanMbps: 71.89, sdMbps: 19.72, ceilingMbps: 200 },
  { cells: [0, 1, 2], meanMbps: 47.06, sdMbps: 8.95, ceilingMbps: 200 },
  { cells: [3], meanMbps: 54.03, sdMbps: 11.61, ceilingMbps: 200 },
  { cells: [3, 4], meanMbps: 48.59, sdMbps: 9.41, ceilingMbps: 200 },
  { cells: [0, 1, 2, 3, 4, 5], meanMbps: 54.05, sdMbps: 12.94, ceilingMbps: 400 },
  { cells: [0, 1, 2, 3, 4, 5], meanMbps: 36.03, sdMbps: 8.63, ceilingMbps: 200 },
  { cells: [0, 1, 2, 3, 4, 5], meanMbps: 18.12, sdMbps: 4.43, ceilingMbps: 50 },
];
const sub6: readonly LoadedLink[] = [
  { cells: [0], meanMbps: 33.94, sdMbps: 8.45, ceilingMbps: 50 },
  { cells: [0], meanMbps: 18.78, sdMbps: 3.66, ceilingMbps: 50 },
];

const short: TrafficInput = {
  settings,
  cellCount: 6,
  links: mmWave,
  coherenceS: 0.1,
  durationS: 30,
  seed: 1,
};

function momentsOf(series: Float32Array): { mean: number; sd: number } {
  let sum = 0;
  let squares = 0;
  for (const value of series) {
    sum += value;
    squares += value * value;
  }
  const mean = sum / series.length;
  return { mean, sd: Math.sqrt(squares / series.length - mean * mean) };
}

function hashOf({ links, airTime, activeUes }: TrafficSeries): string {
  const hash = sha256.create();
  for (const series of [...links, ...airTime, ...activeUes]) {
    hash.update(new Uint8Array(series.buffer, series.byteOffset, series.byteLength));
  }
  return bytesToHex(hash.digest());
}

describe('simulateTraffic', () => {
  it.each([
    { name: 'mmWave', links: mmWave, cellCount: 6 },
    { name: 'sub-6 GHz', links: sub6, cellCount: 1 },
  ])('has the means and spreads of Table I at load x1 within 5 % over 20 minutes: $name', (network) => {
    const run = simulateTraffic({ ...short, ...network, durationS: 1200 });
    for (const [l, { meanMbps, sdMbps }] of network.links.entries()) {
      const { mean, sd } = momentsOf(run.links[l]!);
      expect(Math.abs(mean / meanMbps - 1)).toBeLessThan(0.05);
      expect(Math.abs(sd / sdMbps - 1)).toBeLessThan(0.05);
    }
    for (const airTime of run.airTime) {
      const { mean, sd } = momentsOf(airTime);
      expect(Math.abs(mean / 0.3 - 1)).toBeLessThan(0.05);
      expect(Math.abs(sd / 0.08 - 1)).toBeLessThan(0.05);
    }
  });

  it('leaves less at load x2 and more at load x1/2, on every link and in every cell', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), fc.constantFrom(100, 300), (seed, population) => {
        const [half, one, two] = [0.5, 1, 2].map((load) =>
          simulateTraffic({ ...short, seed, settings: { ...settings, load, population }, durationS: 120 }),
        );
        for (const kind of ['links', 'airTime'] as const) {
          for (const k of one![kind].keys()) {
            const means = [two, one, half].map((run) => momentsOf(run![kind][k]!).mean);
            expect(means[0]).toBeLessThan(means[1]! * 0.95);
            expect(means[1]).toBeLessThan(means[2]! * 0.95);
          }
        }
      }),
      { seed: 54, numRuns: 2 },
    );
  });

  it('leaves as much less where each wants more as where the load raises what each wants', () => {
    // Load 1.001 of 300 UEs is not one UE more: the rates alone are scaled.
    const [load, demand, usual] = [
      { load: 1.001 },
      { demandMedianMbps: 1.001 * settings.demandMedianMbps },
      {},
    ].map((patch) => simulateTraffic({ ...short, settings: { ...settings, ...patch } }));
    for (const [l, series] of demand!.links.entries()) {
      expect(series.every((mbps, k) => mbps < usual!.links[l]![k]!)).toBe(true);
      series.forEach((mbps, k) => expect(mbps / load!.links[l]![k]!).toBeCloseTo(1, 6));
    }
  });

  it('stays above 0 and at most at the ceiling', () => {
    const links = [
      ...mmWave,
      { cells: [2], meanMbps: 40, sdMbps: 30, ceilingMbps: 50 },
      { cells: [], meanMbps: 90, sdMbps: 30, ceilingMbps: 80 },
    ];
    const run = simulateTraffic({ ...short, links });
    for (const [l, { ceilingMbps }] of links.entries()) {
      expect(run.links[l]!.every((mbps) => mbps > 0 && mbps <= ceilingMbps)).toBe(true);
    }
    expect(run.links[8]!.some((mbps) => mbps === 50)).toBe(true);
    expect(run.airTime.every((part) => part.every((value) => value > 0 && value <= 1))).toBe(true);
  });

  it('is constant without spread, also at another load', () => {
    const links = [{ cells: [1], meanMbps: 12.5, sdMbps: 0, ceilingMbps: 40 }];
    const run = simulateTraffic({ ...short, links, settings: { ...settings, load: 2, airTimeSd: 0 } });
    expect(run.links[0]!.every((mbps) => mbps === 12.5)).toBe(true);
    expect(run.airTime[3]!.every((part) => part === Math.fround(0.3))).toBe(true);
  });

  it('gives links that nobody crosses their fast part with the whole spread, whatever the load', () => {
    const links = [{ cells: [], meanMbps: 100, sdMbps: 25, ceilingMbps: 1000 }];
    const [one, two] = [1, 2].map((load) =>
      simulateTraffic({ ...short, cellCount: 1, links, durationS: 600, settings: { ...settings, load } }),
    );
    const { mean, sd } = momentsOf(one!.links[0]!);
    expect(Math.abs(mean / 100 - 1)).toBeLessThan(0.03);
    expect(Math.abs(sd / 25 - 1)).toBeLessThan(0.05);
    expect(two!.links[0]).toEqual(one!.links[0]);
  });

  it('gives alike links fast parts of their own', () => {
    const links = Array.from({ length: 2 }, () => ({ ...mmWave[0]!, cells: [], ceilingMbps: 1000 }));
    const [first, second] = simulateTraffic({ ...short, cellCount: 0, links, durationS: 600 }).links;
    const covariance = first!.reduce(
      (sum, mbps, k) => sum + ((mbps - 66.49) * (second![k]! - 66.49)) / first!.length,
      0,
    );
    expect(Math.abs(covariance / 19.47 ** 2)).toBeLessThan(0.1);
  });

  it('follows what each UE wants as well as how many there are', () => {
    // A thousandth more load is not one UE more, so at every moment all that differs is what they want.
    const [usual, hungrier] = [1, 1.001].map((load) =>
      simulateTraffic({ ...short, settings: { ...settings, load } }),
    );
    expect(hungrier!.activeUes).toEqual(usual!.activeUes);
    for (const [l, series] of hungrier!.links.entries()) {
      expect(series.every((mbps, k) => mbps < usual!.links[l]![k]!)).toBe(true);
    }
  });

  it('moves only every 100 ms where nothing is fast, with who is active', () => {
    const run = simulateTraffic({
      ...short,
      coherenceS: 0.01,
      durationS: 5,
      settings: { ...settings, fastPart: 0, population: 300 },
    });
    const series = run.links[0]!;
    for (let k = 1; k < series.length; k += 1) {
      if (series[k] !== series[k - 1]) expect(k % 10).toBe(0);
    }
    expect(new Set(series).size).toBeGreaterThan(10);
  });

  it('has an entry every coherence time, and active UEs every 100 ms', () => {
    for (const coherenceS of [0.01, 0.07, 1]) {
      const run = simulateTraffic({ ...short, links: mmWave.slice(0, 1), coherenceS, durationS: 2.5 });
      for (const series of [...run.links, ...run.airTime]) {
        expect(series.length).toBe(seriesLength(2.5, coherenceS));
        expect(series.every((value) => value > 0)).toBe(true);
      }
      expect(run.activeUes.map(({ length }) => length)).toEqual(Array<number>(6).fill(26));
    }
    expect(seriesLength(60, 0.05)).toBe(1201);
  });

  it('runs without cells, without UEs, at load 0 and with UEs that always or never want something', () => {
    const odd: Partial<TrafficInput>[] = [
      { cellCount: 0, links: [{ ...mmWave[0]!, cells: [] }] },
      { settings: { ...settings, population: 0 } },
      { settings: { ...settings, load: 0 } },
      { settings: { ...settings, idleS: 0 } },
      { settings: { ...settings, activeS: 0, demandSigma: 0 } },
    ];
    for (const change of odd) {
      const run = simulateTraffic({ ...short, links: mmWave.slice(0, 1), durationS: 3, ...change });
      expect(run.links.every((series) => series.every((mbps) => mbps > 0 && Number.isFinite(mbps)))).toBe(
        true,
      );
    }
  });

  it('changes nothing of the others when a link is added', () => {
    const few = simulateTraffic({ ...short, links: mmWave.slice(0, 3), durationS: 10 });
    const all = simulateTraffic({ ...short, durationS: 10 });
    expect(few.links).toEqual(all.links.slice(0, 3));
    expect(few.airTime).toEqual(all.airTime);
  });

  it('tells how much is done, rising to 1', () => {
    const parts: number[] = [];
    simulateTraffic({ ...short, durationS: 30 }, (part) => parts.push(part));
    expect(parts.at(-1)).toBe(1);
    expect(parts.length).toBeGreaterThan(50);
    expect(parts.every((part, k) => k === 0 || part >= parts[k - 1]!)).toBe(true);
  });

  it('gives the same bits for the same seed, and others for another', () => {
    const golden = hashOf(simulateTraffic({ ...short, durationS: 20 }));
    expect(golden).toMatchInlineSnapshot(
      `"c3e6aeae737d98b489ed0a0e8c5d6cbf555c85714b516e2a8bb91c8098322111"`,
    );
    expect(hashOf(simulateTraffic({ ...short, durationS: 20, seed: 2 }))).not.toBe(golden);
  });
});
