import { describe, expect, it } from 'vitest';
import type { Scenario } from '../scenario/types';
import { paidSteps } from './paidTask';
import { simulateScenario } from './simulate';
import { goldenRuns } from './testing/goldenRuns';
import { presetOf, settingsWith } from './testing/randomWorld';
import { smallRun } from './testing/smallRun';
import type { SimulationRun } from './types';

function runOf(scenario: Scenario): SimulationRun {
  const run = simulateScenario(scenario);
  if (!run.ok) throw new Error(run.error.kind);
  return run.value;
}

/** Of every task of every lane that ended: its parts, and the sum of them against its latency in the log. */
function* tasksOf(run: SimulationRun, scenario: Scenario) {
  for (const log of run.tasks.lanes) {
    for (const [n, startS] of run.tasks.startS.entries()) {
      const plan = run.plans[log.plan[n]!];
      if (plan === undefined) continue;
      yield { steps: paidSteps(run, scenario, plan, startS), startS, plan, latencyS: log.latencyS[n]! };
    }
  }
}

describe('the parts of a task', () => {
  it.each(goldenRuns)('add up to its latency in the log, to the last bit: $name', ({ run, scenario }) => {
    const done = run();
    let count = 0;
    let changed = 0;
    for (const { latencyS, plan, startS, steps } of tasksOf(done, scenario)) {
      count += 1;
      expect((steps.at(-1)?.endS ?? startS) - startS).toBe(latencyS);
      expect(steps).toHaveLength(plan.nodes.length + plan.transfers.length);
      steps.forEach((step, k) => expect(step.startS).toBe(steps[k - 1]?.endS ?? startS));
      if (latencyS > done.capacityStepS) changed += 1;
    }
    expect(count).toBeGreaterThan(500);
    // Capacities change on the way: those at the start would not do.
    expect(changed).toBeGreaterThan(50);
  });

  it('of a task that has no end: what never began has no end either', () => {
    const { plan } = smallRun.tasks.lanes[0]!;
    const cloud = smallRun.plans[plan[0]!]!;
    const steps = paidSteps(smallRun, presetOf('opening'), cloud, 1.5);
    expect(steps.at(-1)!.endS).toBe(Infinity);
    expect(steps.some(({ startS, endS }) => startS < Infinity && endS === Infinity)).toBe(true);
  });

  it('are near its latency where a long run keeps means of its capacities', () => {
    const scenario = {
      ...presetOf('opening'),
      simulation: settingsWith({ durationS: 450, coherenceMs: 20, arrival: 'periodic', periodMs: 5000 }),
    };
    const run = runOf(scenario);
    expect(run.capacityStepS).toBeGreaterThan(0.02);
    for (const { latencyS, startS, steps } of tasksOf(run, scenario)) {
      const ratio = (steps.at(-1)!.endS - startS) / latencyS;
      expect(ratio).toBeGreaterThan(0.3);
      expect(ratio).toBeLessThan(3);
    }
  });
});
