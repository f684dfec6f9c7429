/** The numbers that a solver needs, with the parameters of a sweep at given values. */
import { buildProblem, type BuiltProblem } from '../cost/buildProblem';
import { arcsOf, withLinkUp } from '../cost/linkUp';
import type { NetworkNode } from '../network/types';
import { refreshProfiles } from '../profile/profileFor';
import type { Scenario } from '../scenario/types';
import { alongCapacity, alongDelay, alongSlowness, type LinearParameter } from '../solvers/alongParameter';
import type { RouteProblem } from '../solvers/types';
import { megabitsPerSecond, megabytes, milliseconds, secondsPerByte } from '../units';
import type { SweepOptions, SweepParameter } from './sweepTypes';

/** A problem with the ids of its indices. */
export interface Named {
  readonly scenario: Scenario;
  readonly built: BuiltProblem;
  readonly problem: RouteProblem;
}

/** A parameter along which every plan costs linearly in x, a falling or rising function of the parameter's own value. */
export interface AlongX {
  readonly along: LinearParameter;
  readonly xOf: (value: number) => number;
  readonly valueOf: (x: number) => number;
}

/** The scenario as a sweep starts from it: links that move are up, and with a moving size every time is modelled. */
export function sweepBase(scenario: Scenario, { x, y }: SweepOptions): Scenario {
  const parameters = y === null ? [x.parameter] : [x.parameter, y.parameter];
  return parameters.reduce((base: Scenario, parameter) => {
    if (parameter.kind === 'capacity') return withLinkUp(base, parameter.link, parameter.direction);
    return parameter.kind === 'input-px' ? withoutMeasurements(base) : base;
  }, scenario);
}

/** A measurement is of one size only: beside modelled times of the others it would be a spike. */
function withoutMeasurements(scenario: Scenario): Scenario {
  const nodes = scenario.nodes.map((node): NetworkNode => {
    const { device } = node;
    return device?.kind === 'measured'
      ? { ...node, device: { kind: 'catalogue', id: device.fallbackId } }
      : node;
  });
  return refreshProfiles({ ...scenario, nodes });
}

/** The problem of a scenario; null where its source has no device. */
export function namedProblem(scenario: Scenario): Named | null {
  const built = buildProblem(scenario);
  return built.problem === null ? null : { scenario, built, problem: built.problem };
}

/** Problems by picture size, each derived once. */
export function createSizes(base: Scenario): (px: number) => Named | null {
  const sizes = new Map<number, Named | null>();
  return (px) => {
    const { workload } = base;
    if (workload.kind !== 'catalogue') return namedProblem(base);
    let known = sizes.get(px);
    if (known === undefined) {
      known = namedProblem(refreshProfiles({ ...base, workload: { ...workload, inputPx: px } }));
      sizes.set(px, known);
    }
    return known;
  };
}

/** null: plans do not cost linearly along it (memory, a size). */
export function alongX({ built, problem, scenario }: Named, parameter: SweepParameter): AlongX | null {
  switch (parameter.kind) {
    case 'capacity': {
      const moving = arcsOf(problem, built, parameter.link, parameter.direction);
      return {
        along: alongCapacity(problem, moving),
        xOf: (mbps) => secondsPerByte(megabitsPerSecond(mbps)),
        valueOf: (x) => 8e-6 / x,
      };
    }
    case 'delay': {
      const moving = arcsOf(problem, built, parameter.link, 'both');
      const overheadMs = scenario.links.find(({ id }) => id === parameter.link)?.overheadMs ?? 0;
      return {
        along: alongDelay(problem, moving, milliseconds(overheadMs)),
        xOf: milliseconds,
        valueOf: (x) => x * 1e3,
      };
    }
    case 'speed':
      return {
        along: alongSlowness(problem, built.nodeIds.indexOf(parameter.node)),
        xOf: (factor) => 1 / factor,
        valueOf: (x) => 1 / x,
      };
    case 'memory':
    case 'input-px':
      return null;
  }
}

/** The problem with a parameter at a value. A size is not set here but by `createSizes`. */
export function problemAt(named: Named, parameter: SweepParameter, value: number): RouteProblem {
  const linear = alongX(named, parameter);
  if (linear !== null) return linear.along.problemAt(linear.xOf(value));
  if (parameter.kind !== 'memory') return named.problem;
  const node = named.built.nodeIds.indexOf(parameter.node);
  const memoryBytes = named.problem.memoryBytes.slice();
  if (node >= 0) memoryBytes[node] = megabytes(value);
  return { ...named.problem, memoryBytes };
}
