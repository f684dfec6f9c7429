/**
 * The pure edits of what a plan is judged by: routing, radio, goals, leakage. As in `edits.ts`, an illegal value changes
 * nothing, and what changes nothing returns the same document. A node's power is a field of the node (`changeNode`).
 */
import { sameData } from './sameData';
import { goalsSchema, leakageSchema } from './schema';
import type { Criterion } from './goals';
import {
  radios,
  routings,
  type GoalLimits,
  type GoalWeights,
  type Radio,
  type Routing,
  type Scenario,
} from './types';

/** Which arcs a plan may use. */
export function changeRouting(scenario: Scenario, routing: Routing): Scenario {
  return routing === scenario.routing || !routings.includes(routing) ? scenario : { ...scenario, routing };
}

/** The power curve of wireless links. */
export function changeRadio(scenario: Scenario, radio: Radio): Scenario {
  return radio === scenario.radio || !radios.includes(radio) ? scenario : { ...scenario, radio };
}

/** The fields of the goals that change; the others stay. */
export interface GoalsPatch {
  readonly weights?: Partial<GoalWeights>;
  /** null removes a limit. ms, mJ, mJ, kB, and the leakage vector's own unit. */
  readonly limits?: Partial<GoalLimits>;
  readonly minimise?: Criterion;
}

export function changeGoals(scenario: Scenario, patch: GoalsPatch): Scenario {
  const { goals } = scenario;
  const read = goalsSchema.safeParse({
    weights: { ...goals.weights, ...patch.weights },
    limits: { ...goals.limits, ...patch.limits },
    minimise: patch.minimise ?? goals.minimise,
  });
  return !read.success || sameData(read.data, goals) ? scenario : { ...scenario, goals: read.data };
}

/**
 * Sets or clears the leakage of boundaries 0..L. Any length is kept: a vector for another model sleeps (with a note) and
 * speaks again when its model is back.
 */
export function changeLeakage(scenario: Scenario, leakage: readonly number[] | null): Scenario {
  const read = leakageSchema.safeParse(leakage);
  return !read.success || sameData(read.data, scenario.leakage)
    ? scenario
    : { ...scenario, leakage: read.data };
}
