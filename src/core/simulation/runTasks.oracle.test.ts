/** Runs against a second, slow reckoning of everything that a task is told, pays and costs. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PredictorKind } from '../prediction/types';
import { createRandom } from '../random';
import type { Delivery, Scenario } from '../scenario/types';
import { runTasks, type TaskRun } from './runTasks';
import { decisionTimes, defaultSimulation, type SimulationSettings } from './settings';
import type { SimulatedWorld } from './simulatedWorld';
import { networkOf, presetOf, randomWorld, settingsWith } from './testing/randomWorld';
import { slowRun, type SlowRun } from './testing/slowRun';
import type { LaneId, LaneLog } from './types';

const stepS = 0.05;
const durationS = 3;

interface Made {
  readonly run: TaskRun;
  readonly world: SimulatedWorld;
  readonly slow: SlowRun;
  readonly settings: SimulationSettings;
  readonly network: ReturnType<typeof networkOf>;
}

function make(id: string, delivery: Delivery, seed: number, patch: Partial<SimulationSettings>): Made {
  const random = createRandom(seed);
  const preset = presetOf(id);
  const watts = preset.nodes.map(() => ({ idleW: 1 + random.integer(5), loadW: 7 + random.integer(30) }));
  const nodes = preset.nodes.map((node, v) => ({ ...node, power: watts[v]! }));
  const scenario: Scenario = { ...preset, nodes, delivery };
  const network = networkOf(scenario);
  const world = randomWorld(network, seed, { durationS, stepS, down: 0.15 });
  const settings = settingsWith({ durationS, coherenceMs: stepS * 1e3, ...patch });
  const slow = slowRun(scenario, network, world.capacities, watts);
  return { run: runTasks(network, world, settings, seed), world, slow, settings, network };
}

const drawn = fc.constantFrom('three-layers', 'opening', 'five-nodes', 'hivemind-calibrated');
const delivery = fc.constantFrom<Delivery>('stay', 'sink', 'return');
const arrival = fc.constantFrom<Partial<SimulationSettings>>(
  { arrival: 'back-to-back' },
  { arrival: 'periodic', periodMs: 100 },
  { arrival: 'periodic', periodMs: 130 },
);
const news = fc.constantFrom(0, 27, 200);
const again = fc.constantFrom(0, 100, 700);

const laneOf = ({ tasks }: TaskRun, id: LaneId): LaneLog => tasks.lanes.find(({ lane }) => lane === id)!;

/** Relative, or a picosecond: times are sums of the same figures in another order. */
function near(found: number, wanted: number): void {
  if (found === wanted || (Number.isNaN(found) && Number.isNaN(wanted))) return;
  expect(Math.abs(found - wanted)).toBeLessThanOrEqual(1e-9 * Math.abs(wanted) + 1e-12);
}

/** [task] when the decision was made that stood. */
function decisions({ run: { tasks }, settings }: Made): number[] {
  let decidedS = -Infinity;
  return Array.from(tasks.startS, (atS, n) => {
    // In whole microseconds: what is due after 100 ms is due after 0.3 - 0.2 s.
    const isDue = Math.round((atS - decidedS) * 1e6) >= settings.redecideMs * 1e3;
    if (n === 0 || isDue || tasks.cell[n] !== tasks.cell[n - 1]) decidedS = atS;
    return decidedS;
  });
}

/** The coherence time at a moment, to the microsecond: from 0.15 s on it is the fourth of 50 ms. */
function stepOf({ world }: Made, atS: number): number {
  const { mbps } = world.capacities;
  const k = Math.floor((Math.round(atS * 1e9) + 1) / Math.round(stepS * 1e9));
  return Math.max(0, Math.min(mbps[0]!.length - 1, k));
}

function newestOf(made: Made, arc: number, cell: number, decidedS: number): number {
  return stepOf(made, decidedS - made.slow.ageShare(arc, cell) * (made.settings.sciMs / 1e3));
}

describe('a run, reckoned again', () => {
  it('pays and costs in every lane what its plans say with the capacities that come', () => {
    let paid = 0;
    fc.assert(
      fc.property(fc.nat(), drawn, delivery, arrival, again, (seed, id, goal, tasks, redecideMs) => {
        const { run, slow } = make(id, goal, seed, { ...tasks, redecideMs });
        for (const { latencyS, ueEnergyJ, edgeEnergyJ, plan } of run.tasks.lanes) {
          for (const [n, index] of plan.entries()) {
            if (index < 0) {
              expect([latencyS[n], ueEnergyJ[n]]).toEqual([Infinity, NaN]);
              continue;
            }
            const startS = run.tasks.startS[n]!;
            const { endS, ueJ, edgeJ } = slow.pay(run.plans.plans[index]!, startS);
            near(latencyS[n]!, endS - startS);
            near(ueEnergyJ[n]!, ueJ);
            near(edgeEnergyJ[n]!, edgeJ);
            paid += 1;
          }
        }
      }),
      { seed: 61, numRuns: 40 },
    );
    expect(paid).toBeGreaterThan(3000);
  });

  it('decides in every lane on the capacities known by then, and the best split on them is the least', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        drawn,
        delivery,
        arrival,
        news,
        again,
        (seed, id, goal, tasks, sciMs, redecideMs) => {
          const made = make(id, goal, seed, { ...tasks, sciMs, redecideMs });
          const { run, slow, world } = made;
          const decidedS = decisions(made);
          const best = laneOf(run, 'best');
          for (const { expectedS, plan } of run.tasks.lanes) {
            for (const [n, index] of plan.entries()) {
              const cell = run.tasks.cell[n]!;
              const known = (arc: number): number =>
                world.capacities.mbps[arc]![newestOf(made, arc, cell, decidedS[n]!)]!;
              if (index < 0) expect(expectedS[n]).toBe(Infinity);
              else near(expectedS[n]!, slow.price(run.plans.plans[index]!, known));
              expect(best.expectedS[n]).toBeLessThanOrEqual(expectedS[n]! * (1 + 1e-12));
            }
          }
        },
      ),
      { seed: 62, numRuns: 40 },
    );
  });

  it('stays on the UE, or has no plan, whenever no cell is known to take anything', () => {
    fc.assert(
      fc.property(fc.nat(), delivery, (seed, goal) => {
        const made = make('hivemind-calibrated', goal, seed, { arrival: 'periodic', periodMs: 50, sciMs: 0 });
        const { run, network, world } = made;
        const best = laneOf(run, 'best');
        let closed = 0;
        for (const [n, index] of best.plan.entries()) {
          const cell = network.cells[run.tasks.cell[n]!];
          const up = network.arcs.findIndex(
            (arc) => arc.kind === 'access' && arc.cell === cell && arc.direction === 'up',
          );
          if (world.capacities.mbps[up]![stepOf(made, run.tasks.startS[n]!)]! > 0) continue;
          closed += 1;
          if (goal === 'sink') expect(index).toBe(-1);
          else expect(run.plans.plans[index]).toMatchObject({ nodes: ['ue'], transfers: [] });
        }
        expect(closed).toBeGreaterThan(0);
      }),
      { seed: 63, numRuns: 10 },
    );
  });
});

describe('a run on forecasts, reckoned again', () => {
  const prediction = { ...defaultSimulation.prediction, gapTasks: 3, window: 4, ewmaWeight: 0.4 };
  const kinds = fc.constantFrom<PredictorKind>(
    'ewma',
    'harmonic',
    'perfect',
    'ar',
    'rls',
    'perfect-with-error',
  );

  /** What the kinds that are quickly told say of an arc. */
  function foretold(kind: PredictorKind, seen: readonly number[], future: number): number {
    if (kind === 'perfect') return future;
    if (kind === 'ewma') return seen.reduce((mean, mbps) => 0.6 * mean + 0.4 * mbps);
    const last = seen.slice(-4).map((mbps) => Math.max(0.05, mbps));
    return Math.min(Math.max(...seen.slice(-4)), last.length / last.reduce((sum, mbps) => sum + 1 / mbps, 0));
  }

  /** When task n was decided on [s], and for how long after that; null: the last values stand. */
  function decidedAt(
    { run: { tasks }, settings }: Made,
    n: number,
  ): { readonly knownS: number; readonly aheadS: number | null } {
    const isAhead = settings.decision === 'one-task-ahead' && n > 0 && tasks.cell[n] === tasks.cell[n - 1];
    if (!isAhead) return { knownS: tasks.startS[n]!, aheadS: settings.sciMs / 1e3 >= stepS ? 0 : null };
    const gapS = horizonAt(tasks.startS, n - 1);
    return { knownS: tasks.startS[n - 1]!, aheadS: gapS === 0 ? null : gapS };
  }

  /** Mean gap of the last three tasks [s]; 0 below the coherence time. */
  function horizonAt(startS: Float64Array, n: number): number {
    const from = Math.max(0, n - 3);
    const gapS = n === 0 ? 0 : (startS[n]! - startS[from]!) / (n - from);
    return gapS >= stepS - 1e-9 ? gapS : 0;
  }

  it('decides on what each predictor says of the end of the horizon, from what is known by then', () => {
    const told = fc.constantFrom<PredictorKind>('ewma', 'harmonic', 'perfect');
    fc.assert(
      fc.property(
        fc.nat(),
        drawn,
        arrival,
        fc.constantFrom(27, 200),
        told,
        fc.constantFrom(...decisionTimes),
        (seed, id, tasks, sciMs, kind, decision) => {
          const patch = { ...tasks, sciMs, decision, prediction: { ...prediction, kind } };
          const made = make(id, 'stay', seed, patch);
          const { run, slow, world } = made;
          const { expectedS, plan } = laneOf(run, 'best-predicted');
          let ahead = 0;
          for (const [n, index] of plan.entries()) {
            const cell = run.tasks.cell[n]!;
            const { knownS, aheadS } = decidedAt(made, n);
            const said = (arc: number): number => {
              const newest = newestOf(made, arc, cell, knownS);
              const series = world.capacities.mbps[arc]!;
              const target = stepOf(made, knownS + (aheadS ?? 0));
              if (aheadS === null || target <= newest) return series[newest]!;
              return foretold(kind, Array.from(series.slice(0, newest + 1)), series[target]!);
            };
            near(expectedS[n]!, slow.price(run.plans.plans[index]!, said));
            for (const { plan: others } of run.tasks.lanes) {
              const other = run.plans.plans[others[n]!];
              if (other === undefined) continue;
              expect(expectedS[n]).toBeLessThanOrEqual(slow.price(other, said) * (1 + 1e-9));
            }
            ahead += aheadS === null ? 0 : 1;
          }
          if (tasks.arrival === 'periodic' && decision === 'one-task-ahead')
            expect(ahead).toBeGreaterThan(10);
          if (decision === 'at-start') expect(ahead).toBe(sciMs === 200 ? run.tasks.startS.length : 0);
        },
      ),
      { seed: 64, numRuns: 40 },
    );
  });

  it('decides as without forecasts while tasks follow each other within a coherence time', () => {
    fc.assert(
      fc.property(fc.nat(), drawn, kinds, fc.constantFrom(...decisionTimes), (seed, id, kind, decision) => {
        const { run } = make(id, 'stay', seed, {
          decision,
          arrival: 'periodic',
          periodMs: 40,
          prediction: { ...prediction, kind },
        });
        const best = laneOf(run, 'best');
        expect(laneOf(run, 'best-predicted')).toEqual({ ...best, lane: 'best-predicted' });
      }),
      { seed: 65, numRuns: 12 },
    );
  });
});
