import { describe, expect, test } from 'vitest';
import type { LinkId } from '../../network/types';
import { findTicks, solveScenario } from '../../solvers/solveScenario';
import type { Plan, StrategyId } from '../../solvers/types';
import { simulateScenario } from '../../simulation/simulate';
import { changeCapacity, changeWorkload } from '../edits';
import { parseScenario } from '../parseScenario';
import type { Scenario } from '../types';
import { driveBy } from './driveBy';
import { fiveNodes } from './fiveNodes';
import { hivemindCalibrated } from './hivemindCalibrated';
import { hivemindMmWave } from './hivemindMmWave';
import { hivemindSub6 } from './hivemindSub6';
import { opening } from './opening';
import { openingScenario, presets } from './presets';
import { toy } from './toy';

function totalOf(scenario: Scenario, strategy: StrategyId): number {
  const outcome = solveScenario(scenario).strategies.find((entry) => entry.strategy === strategy)!.outcome;
  if (outcome.kind !== 'plan') throw new Error(`${strategy} has no plan`);
  return outcome.plan.totalS;
}

function bestOf(scenario: Scenario): Plan {
  const { best, problems } = solveScenario(scenario);
  expect(problems).toEqual([]);
  return best!;
}

const at = (scenario: Scenario, link: string, mbps: number): Scenario =>
  changeCapacity(scenario, link as LinkId, mbps, 'both');

/** "phone 1-12, cloud 13-55": which blocks run where. */
const wording = (plan: Plan): string =>
  plan.legs
    .flatMap((leg) => (leg.kind === 'compute' ? [`${leg.node} ${leg.from + 1}-${leg.to}`] : []))
    .join(', ');

describe.each(presets.map((preset) => [preset.id, preset] as const))('%s', (_, preset) => {
  const { scenario } = preset;

  test('reads back as itself and can be solved without a problem', () => {
    expect(parseScenario(scenario)).toEqual({ ok: true, value: scenario });
    expect(bestOf(scenario).legs.length).toBeGreaterThan(0);
  });

  test('is built once', () => {
    expect(preset.scenario).toBe(scenario);
  });

  test('is described in a sentence or two, with notes of one to four', () => {
    const sentences = (text: string): number => text.match(/[.?](?=\s|$)/g)?.length ?? 0;
    const notes = scenario.notes.replace('Fig. ', 'Fig ');
    expect(sentences(preset.description.replace('Fig. ', 'Fig '))).toBeGreaterThanOrEqual(1);
    expect(sentences(preset.description.replace('Fig. ', 'Fig '))).toBeLessThanOrEqual(2);
    expect(sentences(notes)).toBeGreaterThanOrEqual(1);
    expect(sentences(notes)).toBeLessThanOrEqual(4);
    expect(preset.name.length).toBeLessThanOrEqual(40);
  });

  test('no two nodes are drawn over each other', () => {
    for (const [index, a] of scenario.nodes.entries()) {
      for (const b of scenario.nodes.slice(index + 1)) {
        const isClear = Math.abs(a.xM - b.xM) >= 220 || Math.abs(a.yM - b.yM) >= 130;
        expect(isClear, `${a.name} and ${b.name}`).toBe(true);
      }
    }
  });
});

test('presets without a way of the UE’s are simulated as usual', () => {
  for (const preset of [opening, toy, fiveNodes]) expect(preset.scenario.simulation).toBeNull();
});

test('presets have different ids and names, and the page opens with the first', () => {
  expect(new Set(presets.map(({ id }) => id)).size).toBe(presets.length);
  expect(new Set(presets.map(({ name }) => name)).size).toBe(presets.length);
  expect(presets[0]!.scenario).toBe(openingScenario);
});

describe('the opening', () => {
  const { scenario } = opening;
  const capacities = findTicks({ scenario, link: 'radio' as LinkId, direction: 'both' }).map(
    (tick) => tick.capacityMbps,
  );
  /** One capacity inside every stretch between ticks. */
  const between = [...capacities, 1e4].map((mbps, index) => Math.sqrt(mbps * (capacities[index - 1] ?? 1)));
  const plans = between.map((mbps) => bestOf(at(scenario, 'radio', mbps)));

  test('at least three different plans, one of them with two cuts, lie along the slider', () => {
    expect(new Set(plans.map(wording)).size).toBeGreaterThanOrEqual(3);
    expect(plans.map(({ cuts }) => cuts)).toContain(2);
    expect(new Set(plans.map(({ computeNodes }) => computeNodes.join())).size).toBeGreaterThanOrEqual(3);
  });

  test('every plan change lies where a slider from 1 Mbit/s to 1 Gbit/s reaches it', () => {
    expect(capacities.length).toBeGreaterThanOrEqual(3);
    for (const mbps of capacities) expect(mbps > 1 && mbps < 1000, String(mbps)).toBe(true);
  });

  test('as saved, phone, edge and cloud share the work, and every baseline is at least 8 % slower', () => {
    const best = bestOf(scenario);
    expect(best.computeNodes).toEqual(['phone', 'edge', 'cloud']);
    expect(best.cuts).toBe(2);
    for (const strategy of ['ue-only', 'cloud-only', 'edge-only', 'one-cut-cloud', 'one-cut-edge'] as const) {
      expect(totalOf(scenario, strategy) / best.totalS, strategy).toBeGreaterThan(1.08);
    }
    expect(totalOf(scenario, 'ue-only') / best.totalS).toBeGreaterThan(2);
  });

  test('with the picture in its own 8 bits the best plan never cuts twice, as the notes say', () => {
    const eightBits = changeWorkload(scenario, {
      ...scenario.workload,
      rawInput: 'uint8',
    } as Scenario['workload']);
    for (let mbps = 1; mbps < 1e5; mbps *= 1.2) {
      expect(bestOf(at(eightBits, 'radio', mbps)).cuts, `${mbps} Mbit/s`).toBeLessThanOrEqual(1);
    }
  });
});

describe('the toy of Fig. 2', () => {
  test.each([
    [1, 2.35, 2.35, 2.2667],
    [0.9, 2.4833, 2.4833, 2.3778],
    [0.5, 3.55, 3.5, 2.4333],
    [0.2, 7.15, 5.5, 2.4333],
    [0.1, 13.15, 5.5, 2.4333],
  ])('at c = %d: cloud %d s, one cut UE-cloud %d s, best %d s', (c, cloud, one, best) => {
    const scenario = at(toy.scenario, 'wire', c);
    expect(totalOf(scenario, 'ue-only')).toBeCloseTo(5.5, 4);
    expect(totalOf(scenario, 'cloud-only')).toBeCloseTo(cloud, 4);
    expect(totalOf(scenario, 'one-cut-cloud')).toBeCloseTo(one, 4);
    expect(totalOf(scenario, 'best')).toBeCloseTo(best, 4);
  });

  test('the gains in its notes: 55.8 % against one cut to the cloud, at most 4.0 % against the better single cut', () => {
    const gains = Array.from({ length: 901 }, (_, index) => {
      const scenario = at(toy.scenario, 'wire', 0.1 + index / 1000);
      const best = totalOf(scenario, 'best');
      const cloud = totalOf(scenario, 'one-cut-cloud');
      return {
        cloud: 1 - best / cloud,
        better: 1 - best / Math.min(cloud, totalOf(scenario, 'one-cut-edge')),
      };
    });
    expect((100 * Math.max(...gains.map(({ cloud }) => cloud))).toFixed(1)).toBe('55.8');
    expect((100 * Math.max(...gains.map(({ better }) => better))).toFixed(1)).toBe('4.0');
  });
});

describe('five nodes in a row', () => {
  test('the plan jumps from the phone to one server and never splits', () => {
    for (const mbps of [1, 4, 5, 10, 50, 100, 500, 10_000]) {
      expect(bestOf(at(fiveNodes.scenario, 'access', mbps)).cuts, `${mbps} Mbit/s`).toBe(0);
    }
  });

  test('with int8 features and an fp32 picture the first two blocks stay on the phone', () => {
    const best = bestOf(
      changeWorkload(fiveNodes.scenario, {
        ...fiveNodes.scenario.workload,
        shipped: 'int8',
        rawInput: 'fp32',
      } as Scenario['workload']),
    );
    expect(wording(best)).toMatch(/^phone 1-2, /);
  });
});

describe('the drive past base stations', () => {
  const { scenario } = driveBy;
  const run = simulateScenario(scenario);
  if (!run.ok) throw new Error(run.error.kind);
  const { cells, durationS, events, plans, summaries, tasks } = run.value;
  const best = tasks.lanes.find(({ lane }) => lane === 'best')!;

  test('every gNB serves it in turn, within the time simulated', () => {
    expect(durationS).toBe(60);
    const handovers = events.flatMap((event) => (event.kind === 'handover' ? [event.to] : []));
    expect(handovers).toEqual(['gnb2', 'gnb3']);
    expect(cells[tasks.cell[0]!]).toBe('gnb1');
  });

  test('the model is cut all the way, often twice, and the cuts move', () => {
    const parts = [...best.plan].map((plan) => plans[plan]?.nodes.length ?? 0);
    expect(Math.min(...parts)).toBeGreaterThanOrEqual(2);
    expect(parts.filter((count) => count === 3).length / parts.length).toBeGreaterThan(0.3);
    expect(events.filter(({ kind }) => kind === 'split-change').length).toBeGreaterThan(100);
    expect(new Set(best.plan).size).toBeGreaterThanOrEqual(5);
  });

  test('no node alone comes near', () => {
    const meanS = (lane: string): number => summaries.find((summary) => summary.lane === lane)!.meanS!;
    for (const alone of ['ue-only', 'cloud-only', 'edge-only']) {
      expect(meanS(alone) / meanS('best'), alone).toBeGreaterThan(1.2);
    }
  });
});

describe('HiveMind’s networks', () => {
  test('the mmWave tree lies in one square kilometre, the UE within the 190 m its access rate assumes', () => {
    for (const { scenario } of [hivemindMmWave, hivemindCalibrated]) {
      const radio = scenario.nodes.filter(({ kind }) => kind === 'ue' || kind === 'iab');
      expect(radio).toHaveLength(7);
      for (const { xM, yM } of radio) expect(xM >= 0 && xM <= 1000 && yM >= 0 && yM <= 1000).toBe(true);
      const [ue, first] = radio;
      expect(Math.hypot(ue!.xM - first!.xM, ue!.yM - first!.yM)).toBeLessThan(190);
    }
  });

  test('at 224 px, "all in the cloud" is within 5 % of the paper’s 181 ms', () => {
    expect(Math.abs(totalOf(hivemindMmWave.scenario, 'cloud-only') / 0.181 - 1)).toBeLessThan(0.05);
  });

  test('in time they have Table I’s shares: means as drawn, the paper’s speed, news and load', () => {
    for (const { scenario } of [hivemindMmWave, hivemindCalibrated, hivemindSub6]) {
      const { mobility, sciMs, traffic } = scenario.simulation!;
      expect([mobility.speedKmh, sciMs, traffic.load]).toEqual([40, 27, 1]);
      for (const share of traffic.links) {
        const drawn = scenario.links.find(({ id }) => id === share.link)!;
        expect(share.meanMbps, share.link).toBe(drawn.aToBMbps);
        expect(share.sdMbps / share.meanMbps).toBeGreaterThan(0.17);
      }
      // All links but the one that the air takes the place of.
      expect(traffic.links).toHaveLength(scenario.links.length - 1);
    }
    const { links } = hivemindMmWave.scenario.simulation!.traffic;
    expect(links.map(({ ceilingMbps }) => ceilingMbps)).toEqual([200, 200, 200, 200, 200, 400, 200, 50]);
  });

  test('on the sub-6 GHz network the part of the air time gives Table I’s figures of A back', () => {
    const { radio, traffic } = hivemindSub6.scenario.simulation!;
    expect(traffic.airTimeMean * radio.uplinkCapMbps!).toBeCloseTo(33.94, 10);
    expect(traffic.airTimeSd * radio.uplinkCapMbps!).toBeCloseTo(8.45, 10);
  });

  test('the usual part of the air time is what Table I leaves of the wireless links in the mean', () => {
    const wireless = hivemindMmWave.scenario.simulation!.traffic.links.slice(0, 5);
    const part = (of: (share: (typeof wireless)[number]) => number): number =>
      wireless.reduce((sum, share) => sum + of(share) / share.ceilingMbps / wireless.length, 0);
    expect(part(({ meanMbps }) => meanMbps)).toBeCloseTo(0.288, 3);
    expect(part(({ sdMbps }) => sdMbps)).toBeCloseTo(0.069, 3);
  });

  test('the UE drives from where it is drawn past the cells 1, 2, 3, 6 and 5 within the time simulated', () => {
    const { nodes, simulation } = hivemindMmWave.scenario;
    const { mobility, durationS } = simulation!;
    const cells = nodes.filter(({ kind }) => kind === 'iab');
    const [ue] = nodes;
    expect(mobility.way[0]).toEqual({ xM: ue!.xM, yM: ue!.yM });
    const nearest: string[] = [];
    let leftM = (durationS * mobility.speedKmh) / 3.6;
    for (const [index, to] of mobility.way.slice(1).entries()) {
      const from = mobility.way[index]!;
      const lengthM = Math.hypot(to.xM - from.xM, to.yM - from.yM);
      for (let m = 0; m < Math.min(lengthM, leftM); m += 1) {
        const at = (a: number, b: number): number => a + ((b - a) * m) / lengthM;
        const far = (cell: (typeof cells)[number]): number =>
          Math.hypot(cell.xM - at(from.xM, to.xM), cell.yM - at(from.yM, to.yM));
        const { id } = cells.reduce((best, cell) => (far(cell) < far(best) ? cell : best));
        if (nearest.at(-1) !== id) nearest.push(id);
      }
      leftM -= lengthM;
    }
    expect(nearest).toEqual(['iab1', 'iab2', 'iab3', 'iab6', 'iab5']);
  });

  test('on the sub-6 GHz network a slow access link pushes the model back to the UE', () => {
    expect(bestOf(hivemindSub6.scenario).computeNodes).toEqual(['mec']);
    expect(bestOf(at(hivemindSub6.scenario, 'A', 4)).computeNodes).toEqual(['ue']);
  });
});
