import { describe, expect, test } from 'vitest';
import { openingScenario } from '../../../core/scenario/presets/presets';
import { changeSimulation, changeWay } from '../../../core/scenario/simulationEdits';
import { simulateScenario } from '../../../core/simulation/simulate';
import type { LaneSummary, SimulationRun } from '../../../core/simulation/types';
import { sentenceText } from '../../explain/heroSentence';
import { formatSeconds } from '../../format';
import { runFacts, runRemarks, simulationSentence } from './simulationSentence';

const still = changeSimulation(openingScenario, { durationS: 2 });
const { xM, yM } = still.nodes.find(({ id }) => id === still.sourceId)!;
const driving = changeWay(still, [
  { xM, yM },
  { xM: xM + 200, yM },
]);

function runOf(scenario = driving): SimulationRun {
  const run = simulateScenario(scenario);
  if (!run.ok) throw new Error(run.error.kind);
  return run.value;
}
const run = runOf();
const leader = run.summaries.at(-1)!;
const withLeader = (patch: Partial<LaneSummary>): SimulationRun => ({
  ...run,
  summaries: [...run.summaries.slice(0, -1), { ...leader, ...patch }],
});
const text = (of: SimulationRun, scenario = driving): string =>
  sentenceText(simulationSentence(of, scenario));

describe('the sentence over a run', () => {
  test('says with the run’s own numbers what the best split and the cloud took', () => {
    const cloud = run.summaries.find(({ lane }) => lane === 'cloud-only')!;
    expect(text(withLeader({ meanRegretS: 0.023 }))).toBe(
      `Over 2 s of driving, the best split took ${formatSeconds(leader.medianS!)} a task (median), on average 23 ms above hindsight; all in the cloud took ${formatSeconds(cloud.medianS!)}.`,
    );
  });

  test('tells standing and walking from driving', () => {
    expect(text(run, still)).toMatch(/^Over 2 s at one place, /);
    expect(text(run, changeSimulation(driving, { mobility: { speedKmh: 5 } }))).toMatch(
      /^Over 2 s of walking, /,
    );
    expect(text(run, changeSimulation(driving, { mobility: { speedKmh: 0 } }))).toMatch(/ at one place, /);
  });

  test('never says 0 ms: no regret is as little as hindsight allows', () => {
    const sentence = text(withLeader({ meanRegretS: 1e-9 }));
    expect(sentence).toContain('(median), as little as hindsight allows;');
    expect(sentence).not.toMatch(/\b0 ms/);
  });

  test('calls the regret an upper bound where hindsight is a lower one', () => {
    expect(text({ ...withLeader({ meanRegretS: 0.02 }), hindsightBounds: 3 })).toContain(
      'on average at most 20 ms',
    );
  });

  test('counts tasks without an end, and says so where there is no other', () => {
    expect(text(withLeader({ failed: 3, tasks: 10 }))).toContain('; 3 of 10 tasks had no end.');
    expect(text(withLeader({ medianS: null, meanRegretS: null }))).toBe(
      'Over 2 s of driving, no task of the best split came to an end.',
    );
  });

  test('compares with the UE where the cloud never got a task done', () => {
    const summaries = run.summaries.map((one) =>
      one.lane === 'cloud-only' ? { ...one, medianS: null } : one,
    );
    expect(text({ ...run, summaries })).toContain('; all on the UE took ');
  });

  test('calls the lane of forecasts by its name', () => {
    expect(text(withLeader({ lane: 'best-predicted' }))).toContain('the best split on forecasts took');
  });
});

test('the facts count what happened, and remarks say what is missing', () => {
  expect(runFacts({ ...run, events: [], eventsLeftOut: 0, seed: 7 })).toBe(
    `${leader.tasks} tasks, no handovers, ${leader.splitChanges === 0 ? 'no split changes' : runFacts(run).split(', ')[2]!.split(';')[0]!}; seed 7`,
  );
  expect(runFacts({ ...run, eventsLeftOut: 4 })).toContain('more events than are listed');
  expect(runRemarks({ ...run, endedEarlyS: null, hindsightBounds: 0 }, driving)).toEqual([]);
  const forecasts = { byHindsight: false, made: 0, changed: 0, meanGainS: null };
  expect(runRemarks({ ...run, forecasts }, driving)).toEqual([
    expect.stringMatching(
      /^Forecasts were made for 0 of \d+ tasks: what is known when a task starts is 27 ms old at most, less than the coherence time of 50 ms/,
    ),
  ]);
  const long = { ...run, endedEarlyS: 41, hindsightBounds: 1200, stepS: 0.2, capacityStepS: 0.15 };
  expect(runRemarks(long, driving)).toEqual([
    'The log of tasks was full after 41 s: later tasks were not run.',
    'A long run: every task is kept, the UE’s place every 200 ms, capacities as means over 150 ms, from which a task’s parts are computed.',
    'For 1,200 tasks hindsight is a lower bound: the least would break a limit of memory or trust.',
  ]);
});
