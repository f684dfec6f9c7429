import { openingScenario } from '../../core/scenario/presets/presets';
import { changeSimulation } from '../../core/scenario/simulationEdits';
import { simulateScenario } from '../../core/simulation/simulate';
import type { SimulationRun } from '../../core/simulation/types';

/** The opening network, simulated for two seconds. */
export const short = changeSimulation(openingScenario, { durationS: 2 });

export function runOf(scenario = short): SimulationRun {
  const run = simulateScenario(scenario);
  if (!run.ok) throw new Error(run.error.kind);
  return run.value;
}
