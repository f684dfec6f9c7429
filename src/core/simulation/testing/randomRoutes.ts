/** Small random networks with capacities that change, and every plan on them. */
import { createRandom } from '../../random';
import type { Delivery } from '../../scenario/types';
import { randomNetwork } from '../../solvers/testing/randomProblems';
import type { RouteProblem, Step } from '../../solvers/types';
import { createCapacityTable, type CapacityTable } from '../capacityTable';
import type { CellRoutes } from '../simulatedNetwork';

export interface TimedRoutes {
  readonly routes: CellRoutes;
  readonly capacities: CapacityTable;
}

/** Routes as the simulation makes them, of a problem that stands alone: arc a of the problem is arc a of the simulation. */
export function routesOver(problem: RouteProblem): CellRoutes {
  return {
    problem,
    arcs: Int32Array.from(problem.arcFrom, (_, a) => a),
    ageShare: new Float64Array(problem.arcFrom.length),
    // In these tests a byte is a megabit.
    megabits: problem.boundaryBytes,
    ueEnergy: null,
    edgeEnergy: null,
  };
}

/** A network whose arcs have whole capacities from 0 to 4 Mbit/s for `steps` coherence times of 2 s. */
export function randomTimed(
  seed: number,
  { nodes, blocks, steps, delivery }: { nodes: number; blocks: number; steps: number; delivery: Delivery },
): TimedRoutes {
  const random = createRandom(seed);
  const problem = randomNetwork(random, nodes, blocks, { numbers: 'integer', delivery, density: 0.6 });
  const mbps = Array.from(problem.arcFrom, () =>
    Float32Array.from({ length: steps }, () => (random.next() < 0.2 ? 0 : random.integer(5))),
  );
  return { routes: routesOver(problem), capacities: createCapacityTable(2, mbps) };
}

/** Every plan that visits no node twice with the same blocks done, the delivery included. */
export function everyPlan({ problem }: CellRoutes): Step[][] {
  const { source, sink, blockCount, delivery, arcFrom, arcTo, computes } = problem;
  const goal = delivery === 'stay' ? null : delivery === 'sink' ? sink : source;
  const plans: Step[][] = [];
  const walk = (v: number, i: number, seen: readonly number[], steps: readonly Step[]): void => {
    if (i === blockCount && (goal === null || goal === v)) plans.push([...steps]);
    if (i < blockCount && computes[v] === 1) {
      walk(v, i + 1, [v], [...steps, { kind: 'compute', node: v, from: i, to: i + 1 }]);
    }
    for (let a = 0; a < arcFrom.length; a++) {
      const w = arcTo[a]!;
      if (arcFrom[a] !== v || seen.includes(w)) continue;
      walk(w, i, [...seen, w], [...steps, { kind: 'transfer', arc: a, boundary: i }]);
    }
  };
  walk(source, 0, [source], []);
  return plans;
}
