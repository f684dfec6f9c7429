import { csvParseRows } from 'd3-dsv';
import { describe, expect, it } from 'vitest';
import type { Scenario } from '../scenario/types';
import { runToCsv } from './exportRun';
import { handoverCosts, handoverPartOf } from './handoverCost';
import { taskTimes } from './paidParts';
import { paidSteps } from './paidTask';
import { simulateScenario } from './simulate';
import { presetOf, settingsWith } from './testing/randomWorld';
import type { LaneLog, SimulationEvent, SimulationRun } from './types';

type Handover = Extract<SimulationEvent, { kind: 'handover' }>;

/** The IAB tree with a drive past its first cells; handovers so long that tasks wait for more than one step. */
function driven(interruptionMs: number) {
  const preset = presetOf('hivemind-calibrated');
  const { mobility } = preset.simulation!;
  const settings = settingsWith({ durationS: 60 });
  const scenario = { ...preset, simulation: { ...settings, mobility: { ...mobility, interruptionMs } } };
  const run = simulateScenario(scenario);
  if (!run.ok) throw new Error(run.error.kind);
  const handovers = run.value.events.filter((event): event is Handover => event.kind === 'handover');
  return { run: run.value, scenario, handovers };
}

/** What `paidParts` says, of every task. */
function partsOf(run: SimulationRun, scenario: Scenario, log: LaneLog): readonly number[] {
  return Array.from(run.tasks.startS, (startS, n) => {
    const plan = run.plans[log.plan[n]!];
    if (plan === undefined || log.latencyS[n] === Infinity) return NaN;
    const steps = paidSteps(run, scenario, plan, startS);
    return taskTimes(run, scenario, steps, log.latencyS[n]!)!.handoverS;
  });
}

describe('what handovers cost', () => {
  const { run, scenario, handovers } = driven(130);

  it('is the same for each task as its parts say, though only tasks near a handover are looked at', () => {
    const partOf = handoverPartOf(run, scenario);
    for (const log of run.tasks.lanes) {
      const expected = partsOf(run, scenario, log);
      expect(expected.map((_, n) => partOf(log, n) ?? NaN)).toEqual(expected);
    }
  });

  it('adds up over the handovers to what the tasks paid, and names exactly these tasks', () => {
    let paidSomewhere = 0;
    for (const log of run.tasks.lanes) {
      const costOf = handoverCosts(run, scenario, log);
      const costs = handovers.map(costOf);
      const paid = partsOf(run, scenario, log);
      const all = paid.reduce((sum, seconds) => sum + (seconds > 0 ? seconds : 0), 0);
      expect(costs.reduce((sum, { sumS }) => sum + sumS, 0)).toBeCloseTo(all, 5);
      const payers = [...new Set(costs.flatMap(({ tasks }) => tasks))].sort((a, b) => a - b);
      expect(payers).toEqual(paid.flatMap((seconds, n) => (seconds > 1e-7 ? [n] : [])));
      expect(costs.every(({ interruptionS, unknown }) => interruptionS === 0.13 && unknown === 0)).toBe(true);
      paidSomewhere += payers.length;
    }
    expect(paidSomewhere).toBeGreaterThan(0);
  });

  it('is nothing where handovers take no time', () => {
    const smooth = driven(0);
    const log = smooth.run.tasks.lanes.at(-1)!;
    const cost = handoverCosts(smooth.run, smooth.scenario, log)(smooth.handovers[0]!);
    expect(cost).toEqual({ interruptionS: 0, tasks: [], sumS: 0, unknown: 0 });
  });

  it('is not told where the parts do not add up to what a task took', () => {
    const log = run.tasks.lanes.at(-1)!;
    const n = handovers.map(handoverCosts(run, scenario, log)).flatMap(({ tasks }) => tasks)[0]!;
    const other = { ...log, latencyS: log.latencyS.map((seconds) => seconds * 1.01) };
    expect(handoverPartOf(run, scenario)(other, n)).toBeNull();
    const costs = handovers.map(handoverCosts(run, scenario, other));
    expect(costs.some(({ unknown }) => unknown > 0)).toBe(true);
    expect(costs.every(({ tasks }) => tasks.length === 0)).toBe(true);
  });

  it('is not told of tasks after the last handover of a list that has room for no more', () => {
    const log = run.tasks.lanes.at(-1)!;
    const [first] = handovers;
    const partOf = handoverPartOf({ ...run, events: [first!], eventsLeftOut: 1 }, scenario);
    const before = run.tasks.startS.findIndex((atS, n) => atS + log.latencyS[n]! > first!.atS);
    expect(before).toBeGreaterThan(0);
    expect(partOf(log, before - 1)).toBe(0);
    expect(partOf(log, before)).toBeNull();
    expect(partOf(log, run.tasks.startS.length - 1)).toBeNull();
  });

  it('has a column of each strategy in the table of the run', () => {
    const rows = csvParseRows(runToCsv(run, scenario).split('\r\n').slice(1, -1).join('\n'));
    const column = rows[0]!.indexOf('best_handover_ms');
    const paid = partsOf(
      run,
      scenario,
      run.tasks.lanes.find(({ lane }) => lane === 'best')!,
    );
    expect(column).toBeGreaterThan(0);
    for (const [n, row] of rows.slice(1).entries()) {
      expect(Number(row[column])).toBeCloseTo(paid[n]! * 1e3, 5);
    }
  });
});
