import { expect, test } from 'vitest';
import { changeNode } from '../../../core/scenario/edits';
import { fiveNodes } from '../../../core/scenario/presets/fiveNodes';
import { openingScenario } from '../../../core/scenario/presets/presets';
import type { Scenario } from '../../../core/scenario/types';
import { solveScenario } from '../../../core/solvers/solveScenario';
import type { Plan } from '../../../core/solvers/types';
import { measurePlan } from '../../../core/studies/measurePlan';
import { edgeFormulas, ueFormula } from './energyFormula';

const watts: Readonly<Record<string, number>> = { W: 1, mW: 1e-3 };
const seconds: Readonly<Record<string, number>> = { s: 1, ms: 1e-3, µs: 1e-6 };

/** Works a printed formula out again: joules of "(6.4 W − 2.7 W) × 10.2 ms" and "6.03 W × 8.3 ms", added up. */
function joulesOf(formula: string): number {
  const difference = /\(([\d.,]+) (W|mW) − ([\d.,]+) (W|mW)\) × ([\d.,]+) (s|ms|µs)/g;
  const product = /([\d.,]+) (W|mW) × ([\d.,]+) (s|ms|µs)/g;
  let joules = 0;
  const rest = formula.replace(difference, (_, ...parts: readonly string[]) => {
    const [load, loadUnit, idle, idleUnit, time, unit] = parts;
    joules +=
      (Number(load) * watts[loadUnit!]! - Number(idle) * watts[idleUnit!]!) * Number(time) * seconds[unit!]!;
    return '';
  });
  for (const [, power, powerUnit, time, unit] of rest.matchAll(product)) {
    joules += Number(power) * watts[powerUnit!]! * Number(time) * seconds[unit!]!;
  }
  return joules;
}

/** The strategies' plans of a document. */
function plansOf(scenario: Scenario): readonly Plan[] {
  return solveScenario(scenario).strategies.flatMap(({ outcome }) =>
    outcome.kind === 'plan' ? [outcome.plan] : [],
  );
}

const powered = (scenario: Scenario): Scenario =>
  scenario.nodes.reduce(
    (now, { id, device }) => (device === null ? now : changeNode(now, id, { power: { idleW: 2, loadW: 9 } })),
    scenario,
  );

/** Each term has three figures. */
function expectClose(printed: number, exact: number): void {
  expect(Math.abs(printed - exact)).toBeLessThanOrEqual(0.01 * exact);
}

test.each([
  ['published power', openingScenario],
  ['power set by hand', powered(openingScenario)],
  ['a wireless backhaul', powered(fiveNodes.scenario)],
])('the printed terms add up to the energies of the plan: %s', (_, scenario) => {
  const plans = plansOf(scenario);
  expect(plans.length).toBeGreaterThan(3);
  for (const plan of plans) {
    const measures = measurePlan(scenario, plan);
    const ue = ueFormula(scenario, plan, measures).map((line) => line.split(' = ')[0]!);
    const edge = edgeFormulas(scenario, plan, measures);
    expectClose(joulesOf(ue.join()), measures.ueEnergyJ!);
    expectClose(joulesOf([...ue, ...edge].join()), measures.edgeEnergyJ!);
  }
});

test('says nothing of a node whose power nobody knows', () => {
  const unknown = changeNode(openingScenario, openingScenario.sourceId, {
    device: { kind: 'custom', speed: 1 },
  });
  const [plan] = plansOf(unknown);
  expect(ueFormula(unknown, plan!, measurePlan(unknown, plan!))).toEqual([]);
});
