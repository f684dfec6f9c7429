/**
 * A scenario on its way to a worker. An imported model's graph can be half a megabyte, traces can be as much, and every frame of
 * a drag sends a scenario with the same ones: each travels once, and is then left out until another takes its place.
 */
import type { Scenario } from './types';

export type SentScenario = Omit<Scenario, 'workload' | 'simulation'> & {
  /** null: the one of the scenario sent before. */
  readonly workload: Scenario['workload'] | null;
  /** Absent: as in the scenario sent before. */
  readonly simulation?: Scenario['simulation'];
};

/** For one worker: what it has been sent decides what is left out. */
export function createScenarioSender(): (scenario: Scenario) => SentScenario {
  let last: Scenario | null = null;
  return (scenario) => {
    const before = last;
    last = scenario;
    const { simulation, workload, ...rest } = scenario;
    return {
      ...rest,
      workload: workload === before?.workload ? null : workload,
      ...(before !== null && simulation === before.simulation ? {} : { simulation }),
    };
  };
}

/** The other end. @throws Error when the first scenario comes without a workload or a simulation: a bug of the sender. */
export function createScenarioReceiver(): (sent: SentScenario) => Scenario {
  let last: Pick<Scenario, 'workload' | 'simulation'> | null = null;
  return (sent) => {
    const workload = sent.workload ?? last?.workload;
    const simulation = sent.simulation === undefined ? last?.simulation : sent.simulation;
    if (workload === undefined) throw new Error('the first scenario came without its workload');
    if (simulation === undefined) throw new Error('the first scenario came without its simulation');
    last = { workload, simulation };
    return { ...sent, workload, simulation };
  };
}
