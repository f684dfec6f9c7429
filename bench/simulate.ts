/** A long run of the simulator, part of `npm run bench`. */
import { presets } from '../src/core/scenario/presets/presets';
import { simulate } from '../src/core/simulation/simulate';
import { simulationOf } from '../src/core/simulation/settings';
import { printTable } from './measure';

/** What the whole run may take [s]. */
const limitS = 5;
const runs = 3;

/** 10,000 background UEs, ten minutes at 100 ms, a decision in every lane for every task. */
export function benchSimulation(): void {
  const { scenario } = presets.find(({ id }) => id === 'hivemind-mmwave')!;
  const usual = simulationOf(scenario);
  const settings = {
    ...usual,
    durationS: 600,
    coherenceMs: 100,
    redecideMs: 0,
    traffic: { ...usual.traffic, population: 10_000 },
  };
  const rows = (['last', 'ar'] as const).map((kind) => {
    const prediction = { ...usual.prediction, kind };
    const times: number[] = [];
    let tasks = 0;
    for (let run = 0; run < runs; run++) {
      const start = performance.now();
      const done = simulate(scenario, { ...settings, prediction });
      times.push((performance.now() - start) / 1e3);
      if (!done.ok) throw new Error(`the simulation did not run: ${done.error.kind}`);
      tasks = done.value.tasks.startS.length;
    }
    const medianS = times.sort((a, b) => a - b)[runs >> 1]!;
    return [kind, medianS.toFixed(2), String(tasks), medianS <= limitS ? 'yes' : 'NO'];
  });
  console.log('\nSimulation: HiveMind mmWave, 10,000 background UEs, 10 minutes at 100 ms');
  printTable(['prediction', 'median of 3 [s]', 'tasks', `within ${limitS} s`], rows);
}
