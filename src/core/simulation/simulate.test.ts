import { describe, expect, it } from 'vitest';
import type { LinkId } from '../network/types';
import type { Scenario } from '../scenario/types';
import { buffersOfRun } from './buffersOfRun';
import { hashRun } from './hashRun';
import type { SimulationSettings } from './settings';
import { simulate, simulateScenario } from './simulate';
import { presetOf, settingsWith } from './testing/randomWorld';
import type { SimulationRun } from './types';

const usual = settingsWith({});
/** Shares that do not vary need no calibration. */
const quick = { ...usual.traffic, population: 20, usualSd: 0, airTimeSd: 0 };
const tree = presetOf('hivemind-calibrated');

function run(scenario: Scenario, patch: Partial<SimulationSettings> = {}): SimulationRun {
  const done = simulate(scenario, settingsWith({ durationS: 5, traffic: quick, ...patch }));
  if (!done.ok) throw new Error(done.error.kind);
  return done.value;
}

/** Fast enough for a handover within seconds: from cell 1 towards cell 2 at 100 m/s. */
const drive = {
  ...usual.mobility,
  way: [
    { xM: 180, yM: 150 },
    { xM: 180, yM: 540 },
  ],
  speedKmh: 360,
};

describe('a simulation', () => {
  it('has one entry for every step and every task', () => {
    const { tasks, ...found } = run(tree, { mobility: drive });
    expect(found.stepS).toBe(0.05);
    for (const series of [found.xM, found.yM, found.cell, found.snrDb, ...found.activeUes]) {
      expect(series.length).toBe(101);
    }
    expect(found.activeUes).toHaveLength(6);
    expect(found.capacityMbps.map(({ length }) => length)).toEqual(found.arcs.map(() => 101));
    const { startS, cell, hindsightS, lanes } = tasks;
    expect(startS.length).toBeGreaterThan(5);
    for (const column of [cell, hindsightS]) expect(column.length).toBe(startS.length);
    for (const { latencyS, expectedS, ueEnergyJ, edgeEnergyJ, plan } of lanes) {
      const lengths = [latencyS, expectedS, ueEnergyJ, edgeEnergyJ, plan].map(({ length }) => length);
      expect(new Set(lengths)).toEqual(new Set([startS.length]));
    }
    expect(lanes.map(({ lane }) => lane).at(-1)).toBe('best');
  });

  it('hands over on the way, tells it, and sends nothing for the time of the interruption', () => {
    const interruptionMs = 200;
    const found = run(tree, { mobility: { ...drive, interruptionMs } });
    const handover = found.events.find(({ kind }) => kind === 'handover');
    expect(handover).toMatchObject({ from: 'iab1', to: 'iab2' });
    const first = Math.round(handover!.atS / found.capacityStepS);
    for (const [a, arc] of found.arcs.entries()) {
      if (arc.kind !== 'access') continue;
      const closed = found.capacityMbps[a]!.slice(first, first + interruptionMs / 50);
      for (const mbps of closed) expect(mbps).toBeCloseTo(0, 6);
      if (arc.cell === 'iab2') expect(found.capacityMbps[a]![first + 4]).toBeGreaterThan(0);
    }
    expect(new Set(found.cell)).toEqual(new Set([0, 1]));
  });

  it('says for how long the UE was out of range, and keeps the model on the UE meanwhile', () => {
    const radio = { ...usual.radio, eirpDbm: -20 };
    const found = run(tree, { radio });
    expect(found.events).toEqual([{ kind: 'out-of-range', atS: 0, untilS: 5 }]);
    const best = found.tasks.lanes.at(-1)!;
    expect(new Set(best.plan)).toEqual(new Set([best.plan[0]]));
    expect(found.plans[best.plan[0]!]!.nodes).toEqual(['ue']);
  });

  it('follows a trace where there is one, in its direction only', () => {
    const trace = { link: 'H' as LinkId, name: 'h.csv', stepS: 0.1, mbps: [7, 3], loop: true };
    const found = run(tree, { traces: [{ ...trace, direction: 'aToB' }] });
    const series = (direction: string): number[] => {
      const arc = found.arcs.findIndex(
        (a) => a.kind === 'link' && a.link === trace.link && a.direction === direction,
      );
      return Array.from(found.capacityMbps[arc]!.slice(0, 6));
    };
    expect(series('aToB')).toEqual([7, 7, 3, 3, 7, 7]);
    expect(series('bToA')).not.toContain(7);
  });

  it('follows a trace of the UE’s own link in place of the air, whichever cell serves', () => {
    const trace = { link: 'access' as LinkId, name: 'drive.csv', stepS: 1, mbps: [30, 0, 60], loop: true };
    const radio = { ...usual.radio, eirpDbm: -20 };
    const found = run(tree, { radio, traces: [{ ...trace, direction: 'aToB' }] });
    for (const [a, arc] of found.arcs.entries()) {
      const series = found.capacityMbps[a]!;
      if (arc.kind !== 'access') continue;
      if (arc.direction === 'up') expect([series[0], series[25], series[45]]).toEqual([30, 0, 60]);
      else expect(Math.max(...series)).toBe(0);
    }
    expect(found.events.some(({ kind }) => kind === 'out-of-range')).toBe(false);
  });

  it('is the same for the same seed, and another for another', () => {
    const traffic = { ...quick, usualSd: 0.2, airTimeSd: 0.1 };
    const patch = {
      durationS: 2,
      traffic,
      mobility: drive,
      prediction: { ...usual.prediction, kind: 'perfect-with-error' as const },
    };
    const first = run(tree, patch);
    expect(run(tree, patch)).toEqual(first);
    expect(run({ ...tree, seed: 2 }, patch).hash).not.toBe(first.hash);
    expect(hashRun(first)).toBe(first.hash);
  });

  it('takes its settings from the document', () => {
    const simulation = settingsWith({ durationS: 2, traffic: quick });
    const done = simulateScenario({ ...tree, simulation });
    expect(done).toMatchObject({ ok: true, value: { durationS: 2 } });
    expect(done).toEqual(simulate(tree, simulation));
  });

  it('tells how far it is, up to the end', () => {
    const parts: number[] = [];
    simulate(tree, settingsWith({ durationS: 5, traffic: quick }), (part) => parts.push(part));
    expect(parts.every((part, k) => part >= (parts[k - 1] ?? 0) && part <= 1)).toBe(true);
    expect(parts.at(-1)).toBeGreaterThan(0.9);
    expect(parts.length).toBeGreaterThan(10);
  });

  it('refuses what would not fit into memory, before it sets out', () => {
    const done = simulate(tree, settingsWith({ durationS: 3600, coherenceMs: 10 }));
    expect(done).toMatchObject({ ok: false, error: { kind: 'too-many-steps', steps: 360_001 } });
    if (!done.ok && done.error.kind === 'too-many-steps') expect(done.error.most).toBeGreaterThan(100_000);
  });

  it('refuses a carrier that 5G does not have, and a source that cannot compute', () => {
    expect(simulate(tree, settingsWith({ radio: { ...usual.radio, carrierGHz: 15 } }))).toMatchObject({
      ok: false,
      error: { kind: 'no-such-carrier', fault: { kind: 'carrier-outside-ranges' } },
    });
    const nodes = tree.nodes.map((node) => (node.id === 'ue' ? { ...node, device: null } : node));
    expect(simulate({ ...tree, nodes }, usual)).toMatchObject({
      ok: false,
      error: { kind: 'source-has-no-device' },
    });
  });

  it('thins long series and keeps every task', () => {
    const found = run(presetOf('three-layers'), { durationS: 450, coherenceMs: 20 });
    expect(found.stepS).toBeCloseTo(0.04, 12);
    expect(found.xM.length).toBe(11_251);
    expect(found.capacityStepS).toBeCloseTo(0.04, 12);
    expect(found.tasks.startS.at(-1)).toBeGreaterThan(445);
    const kept = [found.xM, found.snrDb, found.cell, ...found.activeUes, ...found.capacityMbps];
    expect(Math.max(...kept.map(({ length }) => length))).toBeLessThanOrEqual(20_000);
    const bytes = buffersOfRun(found).reduce((sum, { byteLength }) => sum + byteLength, 0);
    // What is kept of a task, and of series.
    expect(bytes).toBeLessThan(400 * found.tasks.startS.length + 20_000 * 4 * kept.length);
  });

  it('names every array’s memory once, to be handed over', () => {
    const found = run(tree, { durationS: 1 });
    const buffers = buffersOfRun(found);
    expect(new Set(buffers).size).toBe(buffers.length);
    const moved = structuredClone(found, { transfer: buffers });
    expect(found.tasks.lanes[0]!.latencyS.length).toBe(0);
    expect(found.capacityMbps[0]!.length).toBe(0);
    expect(hashRun(moved)).toBe(found.hash);
  });
});
