/** A long run of the simulator, part of `npm run bench`. */
import { predictorKinds, type PredictorKind } from '../src/core/prediction/types';
import { presets } from '../src/core/scenario/presets/presets';
import { simulate } from '../src/core/simulation/simulate';
import { simulationOf, type SimulationSettings } from '../src/core/simulation/settings';
import { median } from '../src/core/statistics';
import { printTable } from './measure';

/** What the whole run may take [s]. */
const limitS = 5;
const runs = 3;

const { scenario } = presets.find(({ id }) => id === 'hivemind-mmwave')!;
const usual = simulationOf(scenario);

type Case = readonly [PredictorKind, SimulationSettings['arrival']];

/**
 * Tasks back to back are shorter than the coherence time: predictors learn but are not asked. One every 100 ms, decided one task
 * ahead, asks them.
 */
const cases: readonly Case[] = [
  ...(['last', 'ar'] as const).map((kind): Case => [kind, 'back-to-back']),
  ...predictorKinds.map((kind): Case => [kind, 'periodic']),
];

/** 10,000 background UEs, ten minutes at 100 ms, a decision in every lane for every task, with every predictor. */
export function benchSimulation(): void {
  const rows = cases.map(([kind, arrival]) => {
    const taken = Array.from({ length: runs }, () => runOnce(kind, arrival));
    const wallS = taken.map((run) => run.wallS);
    const figures = [median(wallS), Math.max(...wallS), median(taken.map((run) => run.cpuS))];
    const verdict = figures[0]! <= limitS ? 'yes' : 'NO';
    return [kind, arrival, String(taken[0]!.tasks), ...figures.map((seconds) => seconds.toFixed(2)), verdict];
  });
  console.log('\nSimulation: HiveMind mmWave, 10,000 background UEs, 10 minutes at 100 ms [s]');
  printTable(
    [
      ...['prediction', 'tasks start', 'tasks'],
      ...[`median of ${runs}`, 'worst', 'of the processor', `within ${limitS} s`],
    ],
    rows,
  );
}

/** `cpuS`: what the process had of the processor, compiling and collecting included; less than `wallS` where others had it. */
function runOnce(kind: PredictorKind, arrival: SimulationSettings['arrival']) {
  const settings: SimulationSettings = {
    ...usual,
    durationS: 600,
    coherenceMs: 100,
    redecideMs: 0,
    decision: arrival === 'periodic' ? 'one-task-ahead' : 'at-start',
    arrival,
    periodMs: 100,
    traffic: { ...usual.traffic, population: 10_000 },
    prediction: { ...usual.prediction, kind },
  };
  const used = process.cpuUsage();
  const start = performance.now();
  const done = simulate(scenario, settings);
  const wallS = (performance.now() - start) / 1e3;
  const { user, system } = process.cpuUsage(used);
  if (!done.ok) throw new Error(`the simulation did not run: ${done.error.kind}`);
  return { wallS, cpuS: (user + system) / 1e6, tasks: done.value.tasks.startS.length };
}
