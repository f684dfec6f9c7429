/**
 * A scenario on its way to a worker. An imported model's graph can be half a megabyte, and every frame of a drag sends a
 * scenario with the same one: it travels once, and is then left out until another takes its place.
 */
import type { Scenario } from './types';

export type SentScenario = Omit<Scenario, 'workload'> & {
  /** null: the one of the scenario sent before. */
  readonly workload: Scenario['workload'] | null;
};

/** For one worker: what it has been sent decides what is left out. */
export function createScenarioSender(): (scenario: Scenario) => SentScenario {
  let last: Scenario['workload'] | null = null;
  return (scenario) => {
    if (scenario.workload === last) return { ...scenario, workload: null };
    last = scenario.workload;
    return scenario;
  };
}

/** The other end. @throws Error when the first scenario comes without a workload: a bug of the sender. */
export function createScenarioReceiver(): (sent: SentScenario) => Scenario {
  let last: Scenario['workload'] | null = null;
  return ({ workload, ...rest }) => {
    const known = workload ?? last;
    if (known === null) throw new Error('the first scenario came without its workload');
    last = known;
    return { ...rest, workload: known };
  };
}
