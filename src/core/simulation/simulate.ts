/** A scenario in time: what the simulator worker does. */
import { err, ok, type Result } from '../result';
import type { Scenario } from '../scenario/types';
import { hashRun } from './hashRun';
import { keepCapacities, keepJourney } from './keptSeries';
import { listEvents } from './runEvents';
import { runTasks } from './runTasks';
import { simulationOf, type SimulationSettings } from './settings';
import { simulatedNetwork } from './simulatedNetwork';
import { simulatedWorld } from './simulatedWorld';
import { summarise } from './summarise';
import type { SimulationFault, SimulationRun } from './types';

/** About this part of a run makes the journey and the capacities. */
const worldPart = 0.4;

/** What the document is simulated with is in it, or as usual. */
export function simulateScenario(
  scenario: Scenario,
  onProgress?: (part: number) => void,
): Result<SimulationRun, SimulationFault> {
  return simulate(scenario, simulationOf(scenario), onProgress);
}

/**
 * First the UE's journey and the capacity of every arc in time, which no decision changes, then the tasks one after another.
 * The same scenario, settings and seed give the same run, to the last bit, in every engine.
 *
 * Kept of a run: every task (100,000 at most), every plan, 2,000 events, and series of at most 20,000 entries each, thinned
 * where there were more; refused are runs whose series would not fit into memory.
 *
 * @param onProgress - part done, 0..1, at every task
 */
export function simulate(
  scenario: Scenario,
  settings: SimulationSettings,
  onProgress?: (part: number) => void,
): Result<SimulationRun, SimulationFault> {
  const network = simulatedNetwork(scenario);
  if (!network.ok) return err(network.error);
  const world = simulatedWorld(scenario, settings, network.value, (part) => onProgress?.(worldPart * part));
  if (!world.ok) return err(world.error);
  const run = runTasks(network.value, world.value, settings, scenario.seed, (part) =>
    onProgress?.(worldPart + (1 - worldPart) * part),
  );
  const { durationS } = settings;
  const { journey, capacities, activeUes } = world.value;
  const { events, leftOut } = listEvents(scenario, durationS, network.value, world.value, run);
  const found = {
    durationS,
    seed: scenario.seed,
    cells: network.value.cells,
    ...keepJourney(journey, activeUes, durationS),
    arcs: network.value.arcs,
    ...keepCapacities(capacities),
    plans: run.plans.plans,
    tasks: run.tasks,
    events,
    eventsLeftOut: leftOut,
    summaries: summarise(run, scenario.goals.limits.latencyMs),
    forecasts: run.forecasts,
    hindsightBounds: run.hindsightBounds,
    endedEarlyS: run.endedEarlyS,
  };
  return ok({ ...found, hash: hashRun(found) });
}
