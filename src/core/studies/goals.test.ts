import { describe, expect, it } from 'vitest';
import { buildProblem } from '../cost/buildProblem';
import { namePlan } from '../cost/namePlan';
import { criteriaTables } from '../energy/criteriaTables';
import type { LinkId, NodeId } from '../network/types';
import { changeNode, changeDelivery, changeCapacity } from '../scenario/edits';
import { criteria, type Criterion } from '../scenario/goals';
import { changeGoals, changeLeakage, changeRouting } from '../scenario/goalEdits';
import { openingScenario, presets } from '../scenario/presets/presets';
import { deliveries, type Scenario } from '../scenario/types';
import { valuesOf } from '../solvers/objectives/criteriaProblem';
import { paretoFront } from '../solvers/objectives/paretoFront';
import { routeCriteria } from '../solvers/objectives/routeCriteria';
import { planOf } from '../solvers/plans';
import { solveScenario } from '../solvers/solveScenario';
import { frontStudy } from './frontStudy';
import type { MethodId } from './methodsTypes';
import { brokenLimits, measureOf, measurePlan } from './measurePlan';
import { methodsStudy } from './methodsStudy';

const context = { shouldStop: () => false };
const node = (id: string) => id as NodeId;
const fiveNodes = presets.find(({ id }) => id === 'five-nodes')!.scenario;
const toy = presets.find(({ id }) => id === 'three-layers')!.scenario;
/** The opening preset with a cloud that is not trusted and leakage that falls with depth. */
const shared = changeLeakage(
  changeNode(openingScenario, node('cloud'), { trusted: false }),
  Array.from({ length: 56 }, (_, i) => 1 - i / 55),
);
const methodOf = (scenario: Scenario, id: MethodId) =>
  methodsStudy(scenario, {}, context).methods.find(({ method }) => method === id)!;

describe('the measures of a plan', () => {
  it('are what the solvers’ tables add up to, on every preset, delivery and routing', () => {
    for (const { scenario: preset } of [...presets, { scenario: shared }]) {
      for (const delivery of deliveries) {
        for (const routing of ['any', 'forward'] as const) {
          const scenario = changeRouting(changeDelivery(preset, delivery), routing);
          const built = buildProblem(scenario);
          const problem = built.problem!;
          const { tables, unavailable } = criteriaTables(scenario, built, problem);
          const known = criteria
            .filter((each) => each !== 'leakage')
            .filter((each) => tables[each] !== undefined);
          const { problem: network, stepsOf } = routeCriteria(
            problem,
            known.map((each) => tables[each]!),
            true,
          );
          const two = {
            ...network,
            criteria: [network.criteria[0]!, network.criteria[known.indexOf('bytes')]!],
          };
          for (const { steps } of paretoFront(two).plans) {
            const plan = namePlan(problem, built, planOf(problem, stepsOf(steps)));
            const measures = measurePlan(scenario, plan);
            const values = valuesOf(network, steps);
            for (const [k, criterion] of known.entries()) {
              expect(measureOf(measures, criterion), criterion).toBeCloseTo(values[k]!, 9);
            }
            if (unavailable.leakage === undefined) expect(measures.leakage).toBe(values.at(-1));
            else expect(measures.leakage).toBeNull();
          }
        }
      }
    }
  });

  it('are, by hand, those of the UE alone and of the radio alone', () => {
    const { strategies } = solveScenario(openingScenario);
    const planIn = (id: string) => {
      const { outcome } = strategies.find(({ strategy }) => strategy === id)!;
      if (outcome.kind !== 'plan') throw new Error(id);
      return measurePlan(openingScenario, outcome.plan);
    };
    const alone = planIn('ue-only');
    expect(alone.ueEnergyJ).toBeCloseTo((6.4 - 2.7) * 0.0616, 9);
    expect(alone.ueIdleJ).toBeCloseTo(2.7 * 0.0616, 9);
    expect(alone).toMatchObject({ bytes: 0, leakage: null, periodS: alone.latencyS });
    const cloud = planIn('cloud-only');
    const bytes = 3 * 224 * 224 * 4;
    expect(cloud.bytes).toBe(3 * bytes);
    expect(cloud.ueEnergyJ).toBeCloseTo((3.294 + 0.009422 * 290) * ((8 * bytes) / 290e6), 9);
    // The slowest hop is the one to the cloud.
    expect(cloud.periodS).toBeCloseTo((8 * bytes) / 200e6 + 1e-3, 9);
  });

  it('are not known where a node that works has no known power', () => {
    const { best } = solveScenario(toy);
    expect(measurePlan(toy, best!)).toMatchObject({ ueEnergyJ: null, ueIdleJ: null, edgeEnergyJ: null });
    const powered = changeNode(toy, node('ue'), { power: { idleW: 1, loadW: 3 } });
    const { ueEnergyJ, edgeEnergyJ } = measurePlan(powered, solveScenario(powered).best!);
    expect(ueEnergyJ).toBeGreaterThan(0);
    expect(edgeEnergyJ).toBeNull();
  });
});

describe('the front of a scenario', () => {
  const ask = (scenario: Scenario, ...asked: Criterion[]) =>
    frontStudy(scenario, { criteria: asked }, context);

  it('starts at the fastest plan, and no plan on it is beaten by another', () => {
    for (const { scenario } of presets) {
      const { points, complete } = ask(scenario, 'latency', 'bytes');
      expect(complete).toBe(true);
      expect(points[0]!.values[0]).toBeCloseTo(solveScenario(scenario).best!.totalS, 12);
      for (let k = 1; k < points.length; k++) {
        expect(points[k]!.values[0]).toBeGreaterThan(points[k - 1]!.values[0]!);
        expect(points[k]!.values[1]).toBeLessThan(points[k - 1]!.values[1]!);
      }
    }
  });

  it('gives values in the order that was asked for, leakage anywhere', () => {
    const { points, criteria: given } = ask(shared, 'latency', 'leakage', 'bytes');
    expect(given).toEqual(['latency', 'leakage', 'bytes']);
    expect(points.length).toBeGreaterThan(3);
    for (const { values, measures } of points) {
      expect(values).toEqual([
        expect.closeTo(measures.latencyS, 9),
        measures.leakage,
        expect.closeTo(measures.bytes, 6),
      ]);
    }
    expect(points.some(({ measures }) => measures.leakage === 0)).toBe(true);
    expect(points.some(({ measures }) => measures.leakage! > 0.5)).toBe(true);
  });

  it('leaves out what is not known and says what is missing', () => {
    const { criteria: given, unavailable, points } = ask(toy, 'latency', 'ue-energy', 'leakage');
    expect(given).toEqual(['latency']);
    expect(points).toHaveLength(1);
    expect(unavailable['ue-energy']).toEqual({ kind: 'power-unknown', nodes: ['ue'] });
    expect(unavailable.leakage).toEqual({ kind: 'no-leakage' });
    const short = ask(changeLeakage(toy, [1]), 'latency', 'leakage');
    expect(short.unavailable.leakage).toEqual({ kind: 'leakage-mismatch', have: 1, need: 4 });
  });

  it('holds the answer of the constrained optimum, and tells which limits each method breaks', () => {
    const limited = changeGoals(fiveNodes, { limits: { latencyMs: 45 }, minimise: 'edge-energy' });
    const { points, methods } = ask(limited, 'latency', 'edge-energy');
    const within = methods.find(({ method }) => method === 'within-limits')!;
    const best = methods.find(({ method }) => method === 'best')!;
    const least = Math.min(
      ...points.filter(({ values }) => values[0]! <= 0.045).map(({ values }) => values[1]!),
    );
    expect(within.measures!.edgeEnergyJ).toBeCloseTo(least, 9);
    expect(within.broken).toEqual([]);
    expect(best.broken).toEqual([]);
    const tight = changeGoals(fiveNodes, { limits: { edgeEnergyMJ: 90 } });
    expect(
      ask(tight, 'latency', 'edge-energy').methods.find(({ method }) => method === 'best')!.broken,
    ).toEqual(['edge-energy']);
  });

  it('that is cut off has the fastest plan at least, and no method is worse than what it shows', () => {
    const memory: Readonly<Record<string, number>> = { phone: 8, edge: 7, cloud: 0.5 };
    const nodes = openingScenario.nodes.map((each) => ({ ...each, memoryMB: memory[each.id] ?? null }));
    const tight = { ...openingScenario, nodes };
    // As much as the usual strategies take to solve, far from enough for the front.
    let asked = 0;
    const { best } = solveScenario(tight, () => ++asked < 0);
    let left = asked;
    const shouldStop = () => left-- <= 0;
    const { points, complete, methods } = frontStudy(
      tight,
      { criteria: ['latency', 'ue-energy'] },
      { shouldStop },
    );
    expect(complete).toBe(false);
    expect(points[0]!.values[0]).toBeCloseTo(best!.totalS, 12);
    for (let k = 1; k < points.length; k++) {
      expect(points[k]!.values[1]).toBeLessThan(points[k - 1]!.values[1]!);
    }
    const energyOf = (method: string) => methods.find((each) => each.method === method)!.measures!.ueEnergyJ!;
    expect(energyOf('within-limits')).toBeLessThanOrEqual(energyOf('weighted'));
    left = asked;
    const { strategies, methods: stopped } = methodsStudy(tight, {}, { shouldStop });
    expect(stopped.find(({ method }) => method === 'pipeline')!.outcome).toMatchObject({ proven: false });
    const shown = strategies.find(({ strategy }) => strategy === 'best')!.measures!.latencyS;
    expect(shown).toBeCloseTo(best!.totalS, 12);
  });

  it('is empty where the source has no device', () => {
    const nodes = toy.nodes.map((each) => (each.id === toy.sourceId ? { ...each, device: null } : each));
    expect(ask({ ...toy, nodes }, 'latency', 'bytes')).toMatchObject({ points: [], methods: [] });
    expect(methodsStudy({ ...toy, nodes }, {}, context).methods[0]!.outcome).toMatchObject({
      kind: 'infeasible',
    });
  });
});

describe('the methods on a scenario', () => {
  it('answer on every preset with plans whose measures are theirs', () => {
    for (const { scenario } of [...presets, { scenario: shared }]) {
      const { methods, strategies } = methodsStudy(scenario, {}, context);
      const best = solveScenario(scenario).best!.totalS;
      for (const { method, outcome, measures } of methods) {
        if (outcome.kind === 'infeasible') {
          expect(measures).toBeNull();
          expect(outcome.reason.kind, method).toBe('criterion-unknown');
          continue;
        }
        expect(measures!.latencyS).toBe(outcome.plan.totalS);
        expect(outcome.plan.totalS).toBeGreaterThanOrEqual(best * (1 - 1e-12));
      }
      expect(strategies.find(({ strategy }) => strategy === 'best')!.measures!.latencyS).toBe(best);
    }
  });

  it('show what Algorithm 1 as printed promises and what its split costs', () => {
    const { promisedS, measures } = methodOf(openingScenario, 'algorithm-1-printed');
    expect(promisedS).toBeLessThan(measures!.latencyS * 0.9);
    const corrected = methodOf(openingScenario, 'algorithm-1-corrected');
    expect(corrected.promisedS).toBeCloseTo(corrected.measures!.latencyS, 9);
    expect(corrected.measures!.latencyS).toBeCloseTo(methodOf(openingScenario, 'row').measures!.latencyS, 9);
  });

  it('stream most frames with the pipeline', () => {
    const { methods } = methodsStudy(fiveNodes, {}, context);
    const periodOf = (id: MethodId) => methods.find(({ method }) => method === id)!.measures!.periodS;
    for (const id of ['row', 'algorithm-1-printed', 'algorithm-1-corrected'] as const) {
      expect(periodOf('pipeline')).toBeLessThanOrEqual(periodOf(id) * (1 + 1e-9));
    }
    expect(periodOf('pipeline')).toBeLessThan(periodOf('row'));
  });

  it('keep the limits exactly, and name the one that cannot be kept', () => {
    const within = (scenario: Scenario) => methodOf(scenario, 'within-limits').outcome;
    const asked = changeGoals(openingScenario, { limits: { latencyMs: 30 }, minimise: 'edge-energy' });
    const { measures } = methodOf(asked, 'within-limits');
    expect(measures!.latencyS).toBeLessThanOrEqual(0.03);
    expect(brokenLimits(measures!, asked.goals.limits)).toEqual([]);
    expect(within(changeGoals(asked, { limits: { latencyMs: 20 } }))).toEqual({
      kind: 'infeasible',
      reason: {
        kind: 'over-limit',
        criterion: 'latency',
        limit: 0.02,
        least: expect.closeTo(solveScenario(openingScenario).best!.totalS, 9) as number,
      },
    });
    expect(within(changeGoals(toy, { minimise: 'ue-energy' }))).toEqual({
      kind: 'infeasible',
      reason: { kind: 'criterion-unknown', criterion: 'ue-energy' },
    });
  });

  it('take the fastest of the plans that cost the UE the same', () => {
    const { measures } = methodOf(changeGoals(fiveNodes, { minimise: 'ue-energy' }), 'within-limits');
    expect(measures!.latencyS).toBeCloseTo(solveScenario(fiveNodes).best!.totalS, 9);
  });

  it('hand an untrusted cloud only what is within the leakage limit', () => {
    const limited = changeGoals(shared, { limits: { leakage: 0.3 }, minimise: 'latency' });
    for (const { method, measures } of methodsStudy(limited, {}, context).methods) {
      expect(measures!.leakage, method).toBeLessThanOrEqual(0.3);
    }
    const free = methodOf(changeGoals(shared, { minimise: 'latency' }), 'within-limits');
    expect(free.measures!.leakage).toBeGreaterThan(0.3);
  });

  it('weigh leakage against time', () => {
    const indifferent = changeGoals(shared, { weights: { ueEnergy: 0, leakage: 0 } });
    const careful = changeGoals(shared, { weights: { ueEnergy: 0, leakage: 1e6 } });
    expect(methodOf(indifferent, 'weighted').measures!.leakage).toBeGreaterThan(0.3);
    expect(methodOf(careful, 'weighted').measures!.leakage).toBe(0);
  });

  it('say which limit every split of the row breaks on some edge', () => {
    const slow = changeCapacity(toy, 'radio' as LinkId, 0.001, 'both');
    const limited = changeGoals(slow, { limits: { latencyMs: 100 }, minimise: 'bytes' });
    const { outcome } = methodOf(limited, 'hivemind-weights');
    expect(outcome).toEqual({
      kind: 'infeasible',
      // All on the UE is the row's best: one edge of 5.5 s.
      reason: {
        kind: 'over-limit',
        criterion: 'latency',
        limit: 0.1,
        least: expect.closeTo(5.5, 6) as number,
      },
    });
  });
});
