import { describe, expect, it } from 'vitest';
import type { NodeId } from '../network/types';
import { createPlanTable } from './planTable';
import { listEvents } from './runEvents';
import type { TaskRun } from './runTasks';
import { summarise } from './summarise';
import { networkOf, presetOf, randomWorld } from './testing/randomWorld';
import { smallRun } from './testing/smallRun';

const scenario = presetOf('hivemind-calibrated');
const network = networkOf(scenario);
const world = randomWorld(network, 1, { durationS: 2, stepS: 0.1 });
const limits = { ...scenario.goals.limits, latencyMs: 400 };
const limited = { ...scenario, goals: { ...scenario.goals, limits } };

/** The small run's tasks, with its plans as a table says which are alike. */
const run: TaskRun = {
  lanes: ['cloud-only', 'best'],
  tasks: smallRun.tasks,
  plans: { plans: smallRun.plans, indexOf: () => 0, isSameSplit: (a, b) => a === b },
  forecasts: null,
  hindsightBounds: 0,
  endedEarlyS: null,
};

describe('the events of a run', () => {
  it('tell the leading lane’s split changes, and its broken limits where there is one', () => {
    expect(listEvents(scenario, 2, network, world, run)).toEqual({
      events: [
        { kind: 'split-change', atS: 0.5, lane: 'best', from: 0, to: 1 },
        { kind: 'split-change', atS: 1.5, lane: 'best', from: 1, to: 0 },
      ],
      leftOut: 0,
    });
    const atLimit = { ...scenario, goals: { ...scenario.goals, limits: { ...limits, latencyMs: 500 } } };
    expect(listEvents(atLimit, 2, network, world, run)).toEqual(listEvents(scenario, 2, network, world, run));
    const { events } = listEvents(limited, 2, network, world, run);
    expect(events.filter(({ kind }) => kind === 'limit-broken')).toHaveLength(4);
  });

  it('tell handovers and times out of range that begin within the run', () => {
    const handovers = [1.2, 2.05].map((atS) => ({ atS, from: 0, to: 2 }));
    const driven = {
      ...world,
      journey: { ...world.journey, handovers },
      outOfRange: [
        { from: 3, to: 5 },
        { from: 18, to: 21 },
      ],
    };
    const { events } = listEvents(scenario, 2, network, driven, {
      ...run,
      tasks: { ...run.tasks, startS: new Float64Array(0) },
    });
    expect(events).toEqual([
      { kind: 'out-of-range', atS: 3 * 0.1, untilS: 0.5 },
      { kind: 'handover', atS: 1.2, from: 'iab1', to: 'iab3' },
      { kind: 'out-of-range', atS: 1.8, untilS: 2 },
    ]);
  });

  it('lists 2,000, handovers first, and counts the others', () => {
    const startS = Float64Array.from({ length: 2500 }, (_, n) => n / 2500);
    const plan = Int32Array.from(startS, (_, n) => n % 2);
    const lane = { ...run.tasks.lanes[1]!, plan, latencyS: startS };
    const many = { ...run, tasks: { ...run.tasks, startS, lanes: [lane] } };
    const handovers = [0.9, 1.9].map((atS) => ({ atS, from: 0, to: 2 }));
    const driven = { ...world, journey: { ...world.journey, handovers } };
    const { events, leftOut } = listEvents(scenario, 2, network, driven, many);
    expect([events.length, leftOut]).toEqual([2000, 501]);
    expect(events.filter(({ kind }) => kind === 'handover')).toHaveLength(2);
    expect(events.every(({ atS }, k) => k === 0 || events[k - 1]!.atS <= atS)).toBe(true);
  });
});

describe('the summary of a lane', () => {
  it('counts what failed, and averages what ended', () => {
    expect(summarise(run, 600)).toEqual([
      {
        lane: 'cloud-only',
        tasks: 4,
        failed: 1,
        meanS: 0.75,
        medianS: 0.75,
        p90S: 0.95,
        p99S: expect.closeTo(0.995, 12) as number,
        worstS: 1,
        meanRegretS: 0.25,
        meanUeEnergyJ: 1.5,
        meanEdgeEnergyJ: null,
        limitBroken: 3,
        splitChanges: 2,
      },
      expect.objectContaining({ lane: 'best', failed: 0, meanS: 0.5, limitBroken: 0, splitChanges: 2 }),
    ]);
    expect(summarise(run, null)[0]!.limitBroken).toBeNull();
    // Exactly at the limit is within it.
    expect(summarise(run, 500).map(({ limitBroken }) => limitBroken)).toEqual([3, 0]);
  });

  it('has no figures where nothing ended', () => {
    const latencyS = new Float64Array(4).fill(Infinity);
    const lane = { ...run.tasks.lanes[0]!, latencyS, ueEnergyJ: new Float64Array(4).fill(NaN) };
    const [summary] = summarise({ ...run, tasks: { ...run.tasks, lanes: [lane] } }, null);
    expect(summary).toMatchObject({
      failed: 4,
      meanS: null,
      worstS: null,
      meanRegretS: null,
      meanUeEnergyJ: null,
    });
  });
});

describe('the table of plans', () => {
  const plans = createPlanTable(network.nodeIds);
  const [first, second] = network.routes;
  const ue = first!.problem.source;
  const up = (routes: typeof first): number => routes!.problem.arcFrom.indexOf(ue);
  const cutOn = (routes: typeof first, host: number) => {
    const steps = [
      { kind: 'compute', node: ue, from: 0, to: 2 },
      { kind: 'transfer', arc: up(routes), boundary: 2 },
      { kind: 'compute', node: host, from: 2, to: 5 },
    ] as const;
    return plans.indexOf(routes!, steps);
  };

  it('has every plan once, and tells routes from splits', () => {
    const over1 = cutOn(first, 1);
    expect(cutOn(first, 1)).toBe(over1);
    const over2 = cutOn(second, 1);
    const other = cutOn(first, 2);
    expect(new Set([over1, over2, other]).size).toBe(3);
    expect(plans.isSameSplit(over1, over2)).toBe(true);
    expect(plans.isSameSplit(over1, other)).toBe(false);
    expect(plans.isSameSplit(over1, -1)).toBe(false);
    expect(plans.isSameSplit(-1, -1)).toBe(true);
    expect(plans.plans[over2]).toEqual({
      nodes: ['ue', 'iab1'] as NodeId[],
      boundaries: [2, 5],
      transfers: [
        { arc: network.arcs.findIndex((arc) => arc.kind === 'access' && arc.cell === 'iab2'), boundary: 2 },
      ],
    });
  });
});
