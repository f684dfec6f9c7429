import { describe, expect, it } from 'vitest';
import { cqiEfficiency } from '../radio/tables';
import { snrLists } from '../radio/snrLists';
import type { Scenario } from '../scenario/types';
import { simulationOf, type SimulationSettings } from './settings';
import { simulatedWorld, type SimulatedWorld } from './simulatedWorld';
import { networkOf, presetOf, settingsWith } from './testing/randomWorld';

const tree = presetOf('hivemind-mmwave');
const usual = settingsWith({});

function worldOf(scenario: Scenario, patch: Partial<SimulationSettings>): SimulatedWorld {
  const settings = { ...simulationOf(scenario), ...patch };
  const world = simulatedWorld(scenario, settings, networkOf(scenario));
  if (!world.ok) throw new Error(world.error.kind);
  return world.value;
}

describe('the capacity of the air', () => {
  /** 100 m/s past the cells 1 and 2; the stronger one serves at once, and nothing is sent for 50 ms. */
  const way = [
    { xM: 200, yM: 100 },
    { xM: 200, yM: 1300 },
  ];
  const radio = { ...usual.radio, eirpDbm: 28, uplinkCapMbps: 120 };
  const world = worldOf(tree, {
    durationS: 12,
    coherenceMs: 300,
    radio,
    mobility: {
      ...usual.mobility,
      way,
      speedKmh: 360,
      end: 'stop',
      hysteresisDb: 0,
      timeToTriggerMs: 0,
      interruptionMs: 50,
    },
    traffic: { ...usual.traffic, population: 10, airTimeMean: 0.3, airTimeSd: 0 },
  });
  const { cells, arcs } = networkOf(tree);
  const places = cells.map((id) => tree.nodes.find((node) => node.id === id)!);

  /** Friis in watts, at moment j of 100 ms. */
  const snrOf = (c: number, j: number): number => {
    const yM = 100 + Math.min(1200, 100 * (j * 0.1));
    const distanceM = Math.hypot(places[c]!.xM - 200, places[c]!.yM - yM);
    const received = 10 ** (radio.eirpDbm / 10) * (299_792_458 / 28e9 / (4 * Math.PI * distanceM)) ** 2;
    return 10 * Math.log10(received / (10 ** -17.4 * 100e6 * 10 ** 0.7));
  };
  const serving = (j: number): number => {
    const all = places.map((_, c) => snrOf(c, j));
    return all.indexOf(Math.max(...all));
  };
  /** 66 resource blocks of 12 subcarriers, 14 symbols in an eighth of a millisecond. */
  const mbpsAt = (c: number, j: number, direction: 'up' | 'down'): number => {
    const cqi = snrLists['awgn-table-1'].snrDb.filter((db) => db <= snrOf(c, j)).length;
    const bits = cqi === 0 ? 0 : cqiEfficiency[1][cqi - 1]!;
    const elements = (66 * 12 * 14 * 8000) / 1e6;
    if (direction === 'up') return Math.min(120, 0.45 * elements * bits * 0.9);
    return 0.55 * 2 * elements * bits * 0.82;
  };

  it('is that of Friis, CQI and TS 38.306 for every cell and direction, but for interruptions, times the air time', () => {
    const wants = (c: number, k: number, direction: 'up' | 'down'): number => {
      let sum = 0;
      for (let j = 3 * k; j < 3 * k + 3; j += 1) {
        const isHandover = j > 0 && serving(j) !== serving(j - 1);
        sum += mbpsAt(c, j, direction) * (isHandover ? 0.5 : 1);
      }
      return (0.3 * sum) / 3;
    };
    let compared = 0;
    for (const [a, arc] of arcs.entries()) {
      if (arc.kind !== 'access') continue;
      world.capacities.mbps[a]!.forEach((mbps, k) => {
        const wanted = wants(cells.indexOf(arc.cell), k, arc.direction);
        expect(Math.abs(mbps - wanted)).toBeLessThanOrEqual(1e-5 * wanted);
        compared += wanted > 0 ? 1 : 0;
      });
    }
    expect(compared).toBeGreaterThan(200);
    expect(new Set(world.capacities.mbps.at(-2)).size).toBeGreaterThan(3);
  });

  it('is served by the cells that the drive goes past', () => {
    const { cell, handovers } = world.journey;
    cell.forEach((c, j) => expect(c).toBe(serving(j)));
    expect(handovers.length).toBeGreaterThan(1);
  });
});

describe('a world at mid load', () => {
  /** HiveMind's Table I: mean and standard deviation of the UE's share [Mbit/s]. */
  const mmWave: Readonly<Record<string, readonly [number, number]>> = {
    A: [66.49, 19.47],
    B: [71.89, 19.72],
    C: [47.06, 8.95],
    D: [54.03, 11.61],
    E: [48.59, 9.41],
    F: [54.05, 12.94],
    G: [36.03, 8.63],
    H: [18.12, 4.43],
  };
  const sub6: typeof mmWave = { A: [33.94, 8.45], B: [33.94, 8.45], C: [18.78, 3.66] };
  /** Handovers and places apart: the UE stays where it is drawn. */
  const still = { ...usual.mobility, way: [] };

  it.each([
    ['hivemind-mmwave', mmWave, 10, 600],
    ['hivemind-mmwave', mmWave, 100, 1200],
    ['hivemind-mmwave', mmWave, 1000, 3600],
    ['hivemind-sub6', sub6, 100, 1200],
  ] as const)(
    'of %s has the figures of Table I within 8 in a hundred on every link, up and down',
    (id, table, coherenceMs, durationS) => {
      const scenario = presetOf(id);
      const { traffic } = simulationOf(scenario);
      const { capacities } = worldOf(
        { ...scenario, seed: 3 },
        { mobility: still, coherenceMs, durationS, traffic },
      );
      const compared = new Set<string>();
      for (const [a, arc] of networkOf(scenario).arcs.entries()) {
        // On the sub-6 GHz network the uplink of the air is link A.
        const name =
          arc.kind === 'link' ? arc.link : arc.direction === 'up' && id === 'hivemind-sub6' ? 'A' : null;
        if (name === null) continue;
        const series = capacities.mbps[a]!;
        const mean = series.reduce((sum, mbps) => sum + mbps) / series.length;
        const sd = Math.sqrt(series.reduce((sum, mbps) => sum + (mbps - mean) ** 2, 0) / series.length);
        const [wantedMean, wantedSd] = table[name]!;
        expect(Math.abs(mean / wantedMean - 1), `mean of ${name}`).toBeLessThan(0.08);
        expect(Math.abs(sd / wantedSd - 1), `deviation of ${name}`).toBeLessThan(0.08);
        compared.add(name);
      }
      expect([...compared].sort()).toEqual(Object.keys(table));
    },
  );
});
