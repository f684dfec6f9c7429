import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { predictorKinds, type PredictorKind } from '../prediction/types';
import { changeNode } from '../scenario/edits';
import { node } from '../scenario/testing/exampleScenario';
import type { Delivery, Scenario } from '../scenario/types';
import { weightOf } from '../solvers/plans';
import { runTasks, type TaskRun } from './runTasks';
import { defaultSimulation, type SimulationSettings } from './settings';
import { networkOf, presetOf, randomWorld, settingsWith, type WorldOptions } from './testing/randomWorld';
import type { LaneId, LaneLog } from './types';

const drawn = fc.constantFrom('three-layers', 'opening', 'five-nodes', 'hivemind-calibrated');
const delivery = fc.constantFrom<Delivery>('stay', 'sink', 'return');
const short: WorldOptions = { durationS: 4, stepS: 0.05 };
const predicting = (kind: PredictorKind) => ({ ...defaultSimulation.prediction, kind });

function runIn(
  scenario: Scenario,
  seed: number,
  patch: Partial<SimulationSettings> = {},
  world: WorldOptions = short,
): TaskRun {
  const network = networkOf(scenario);
  const settings = settingsWith({ durationS: world.durationS, coherenceMs: world.stepS * 1e3, ...patch });
  return runTasks(network, randomWorld(network, seed, world), settings, seed);
}

const laneOf = ({ tasks }: TaskRun, id: LaneId): LaneLog => tasks.lanes.find(({ lane }) => lane === id)!;
const baselines: readonly LaneId[] = ['ue-only', 'cloud-only', 'edge-only', 'one-cut-cloud', 'one-cut-edge'];

describe('theorems of a run', () => {
  it('nobody ever takes less than hindsight', () => {
    const kind = fc.constantFrom(...predictorKinds);
    const redecideMs = fc.constantFrom(0, 500);
    fc.assert(
      fc.property(fc.nat(), drawn, delivery, kind, redecideMs, (seed, id, goal, predictor, again) => {
        const scenario = { ...presetOf(id), delivery: goal };
        const run = runIn(scenario, seed, { prediction: predicting(predictor), redecideMs: again });
        expect(run.tasks.startS.length).toBeGreaterThan(0);
        for (const { latencyS } of run.tasks.lanes) {
          for (const [n, seconds] of latencyS.entries()) {
            expect(seconds).toBeGreaterThanOrEqual(run.tasks.hindsightS[n]!);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('with no delay of news and perfect knowledge nobody beats the best split, on any task', () => {
    fc.assert(
      fc.property(fc.nat(), drawn, delivery, (seed, id, goal) => {
        const scenario = { ...presetOf(id), delivery: goal };
        const run = runIn(scenario, seed, { prediction: predicting('perfect'), sciMs: 0 });
        const perfect = laneOf(run, 'best-predicted');
        expect(perfect.latencyS).toEqual(run.tasks.hindsightS);
        for (const id of [...baselines, 'best'] as const) {
          for (const [n, seconds] of laneOf(run, id).latencyS.entries()) {
            expect(perfect.latencyS[n]).toBeLessThanOrEqual(seconds);
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  it('nobody beats perfect knowledge where memory is short either, and what it takes keeps to it', () => {
    let bound = 0;
    fc.assert(
      fc.property(fc.nat(), drawn, fc.constantFrom(5, 20, 40), (seed, id, memoryMB) => {
        const preset = presetOf(id);
        const nodes = preset.nodes.map((other) =>
          other.id === preset.sourceId ? other : { ...other, memoryMB },
        );
        const scenario = { ...preset, nodes };
        const run = runIn(scenario, seed, { prediction: predicting('perfect'), sciMs: 0 });
        const perfect = laneOf(run, 'best-predicted');
        for (const id of [...baselines, 'best'] as const) {
          for (const [n, seconds] of laneOf(run, id).latencyS.entries()) {
            expect(perfect.latencyS[n]).toBeLessThanOrEqual(seconds);
          }
        }
        const { problem } = networkOf(scenario).routes[0]!;
        for (const index of perfect.plan) {
          const { nodes: on, boundaries } = run.plans.plans[index] ?? { nodes: [], boundaries: [] };
          const heldBytes = new Map<string, number>();
          for (const [k, name] of on.entries()) {
            const bytes = weightOf(problem, boundaries[k - 1] ?? 0, boundaries[k]!);
            heldBytes.set(name, (heldBytes.get(name) ?? 0) + bytes);
          }
          heldBytes.delete(scenario.sourceId);
          for (const bytes of heldBytes.values()) expect(bytes).toBeLessThanOrEqual(memoryMB * 1e6);
        }
        bound += run.hindsightBounds;
      }),
      { seed: 66, numRuns: 20 },
    );
    expect(bound).toBeGreaterThan(20);
  });

  it('while nothing changes the best split is the least there is, and as expected', () => {
    fc.assert(
      fc.property(fc.nat(), drawn, delivery, (seed, id, goal) => {
        const scenario = { ...presetOf(id), delivery: goal };
        const run = runIn(scenario, seed, {}, { ...short, isConstant: true });
        const best = laneOf(run, 'best');
        for (const [n, seconds] of best.latencyS.entries()) {
          if (seconds === Infinity) {
            expect(run.tasks.hindsightS[n]).toBe(Infinity);
            continue;
          }
          expect(seconds).toBeCloseTo(run.tasks.hindsightS[n]!, 9);
          expect(seconds).toBeCloseTo(best.expectedS[n]!, 9);
          for (const id of baselines) expect(laneOf(run, id).latencyS[n]).toBeGreaterThan(seconds - 1e-9);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('without any capacity everything stays on the UE', () => {
    const run = runIn(presetOf('hivemind-calibrated'), 3, {}, { ...short, down: 1 });
    const best = laneOf(run, 'best');
    expect(new Set(best.plan).size).toBe(1);
    expect(run.plans.plans[best.plan[0]!]).toMatchObject({ nodes: ['ue'], transfers: [] });
    expect(best.latencyS).toEqual(run.tasks.hindsightS);
    const cloud = laneOf(run, 'cloud-only');
    expect([cloud.plan[0], cloud.latencyS[0], cloud.expectedS[0]]).toEqual([-1, Infinity, Infinity]);
    expect(cloud.ueEnergyJ[0]).toBeNaN();
  });
});

describe('a run', () => {
  it('starts the next task when the leading lane is done with the one before', () => {
    const run = runIn(presetOf('opening'), 1, {}, { ...short, down: 0 });
    const { latencyS } = laneOf(run, 'best');
    const { startS } = run.tasks;
    expect(startS.length).toBeGreaterThan(5);
    for (let n = 1; n < startS.length; n++)
      expect(startS[n]).toBeCloseTo(startS[n - 1]! + latencyS[n - 1]!, 9);
  });

  it('starts tasks at a rate where asked', () => {
    const run = runIn(presetOf('opening'), 1, { arrival: 'periodic', periodMs: 300 });
    expect(Array.from(run.tasks.startS)).toEqual(Array.from({ length: 14 }, (_, n) => (n * 300) / 1e3));
    expect(run.endedEarlyS).toBeNull();
  });

  it('goes on a coherence time later after a task that never ends', () => {
    const scenario = changeNode(presetOf('opening'), node('phone'), {
      device: { kind: 'custom', speed: 1e-6 },
    });
    const run = runIn({ ...scenario, delivery: 'sink' }, 1, {}, { ...short, down: 1 });
    expect(laneOf(run, 'best').plan[0]).toBe(-1);
    const { startS } = run.tasks;
    for (let n = 1; n < startS.length; n++) expect(startS[n]).toBeCloseTo(0.05 * n, 9);
    expect(startS.length).toBeGreaterThanOrEqual(80);
  });

  it('says when its log was full before the time was up', () => {
    const network = networkOf(presetOf('three-layers'));
    const world = randomWorld(network, 1, short);
    const settings = settingsWith({ durationS: 4, coherenceMs: 50, arrival: 'periodic', periodMs: 10 });
    const run = runTasks(network, world, settings, 1, undefined, 30);
    expect([run.tasks.startS.length, run.endedEarlyS]).toEqual([30, 0.3]);
  });

  it('lets a decision stand, but not beyond a handover', () => {
    const scenario = presetOf('hivemind-calibrated');
    const run = runIn(scenario, 4, { redecideMs: 60_000 });
    const { plan, expectedS } = laneOf(run, 'best');
    const { cell } = run.tasks;
    const decisions = (isOnOneCell: boolean): boolean[] => {
      const pairs = Array.from(plan.keys()).slice(1);
      return pairs
        .filter((n) => (cell[n] === cell[n - 1]) === isOnOneCell)
        .map((n) => plan[n] === plan[n - 1] && expectedS[n] === expectedS[n - 1]);
    };
    expect(new Set(decisions(true))).toEqual(new Set([true]));
    expect(decisions(false)).toContain(false);
  });

  it('keeps to the cell that a task started with', () => {
    const network = networkOf(presetOf('hivemind-calibrated'));
    const run = runTasks(network, randomWorld(network, 4, short), settingsWith({ durationS: 4 }), 4);
    for (const { plan } of run.tasks.lanes) {
      for (const [n, index] of plan.entries()) {
        for (const { arc } of run.plans.plans[index]?.transfers ?? []) {
          const used = network.arcs[arc]!;
          if (used.kind === 'access') expect(used.cell).toBe(network.cells[run.tasks.cell[n]!]);
        }
      }
    }
  });

  it('counts the tasks whose hindsight would break a limit of memory', () => {
    const tight = changeNode(presetOf('opening'), node('cloud'), { memoryMB: 0.001 });
    const tighter = changeNode(tight, node('edge'), { memoryMB: 0.001 });
    const run = runIn(tighter, 2, {}, { ...short, down: 0, durationS: 1 });
    expect(run.hindsightBounds).toBeGreaterThan(0);
    for (const index of laneOf(run, 'best').plan) expect(run.plans.plans[index]?.nodes).toEqual(['phone']);
    expect(runIn(presetOf('opening'), 2, {}, { ...short, down: 0, durationS: 1 }).hindsightBounds).toBe(0);
  });
});
