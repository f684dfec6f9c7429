/** The Pareto front and the optimum within limits, part of `npm run bench`. */
import { buildProblem } from '../src/core/cost/buildProblem';
import { criteriaTables } from '../src/core/energy/criteriaTables';
import type { AdditiveCriterion } from '../src/core/energy/criteriaTables';
import { createRandom } from '../src/core/random';
import { presets } from '../src/core/scenario/presets/presets';
import { chainCriteria } from '../src/core/solvers/objectives/chainCriteria';
import type { CriteriaProblem } from '../src/core/solvers/objectives/criteriaProblem';
import { paretoFront } from '../src/core/solvers/objectives/paretoFront';
import { routeCriteria } from '../src/core/solvers/objectives/routeCriteria';
import { minimiseWithin } from '../src/core/solvers/objectives/withinLimits';
import { realisticChain } from '../src/core/solvers/testing/randomProblems';
import { medianS, printTable } from './measure';

/** ResNet-18 over the five nodes of the preset, any route. */
function presetProblem(asked: readonly AdditiveCriterion[]): CriteriaProblem {
  const { scenario } = presets.find(({ id }) => id === 'five-nodes')!;
  const built = buildProblem(scenario);
  const problem = built.problem!;
  const { tables } = criteriaTables(scenario, built, problem);
  return routeCriteria(
    problem,
    asked.map((criterion) => tables[criterion]!),
    false,
  ).problem;
}

/** A row of realistic times whose other criteria differ at random from block to block: the hardest kind. */
function randomProblem(blocks: number, nodes: number, criteria: number): CriteriaProblem {
  const { computeS, shipS } = realisticChain(1, nodes, blocks);
  const random = createRandom(blocks + nodes);
  const others = Array.from({ length: criteria - 1 }, () => ({
    compute: computeS.map((row) => row.map(() => random.next())),
    ship: shipS.map((row) => row.map(() => random.next() / 2)),
  }));
  return chainCriteria([{ compute: computeS, ship: shipS }, ...others]);
}

export function benchPareto(): void {
  const cases: readonly (readonly [string, CriteriaProblem])[] = [
    ['ResNet-18 x 5, latency and edge energy', presetProblem(['latency', 'edge-energy'])],
    ['ResNet-18 x 5, latency, edge energy, bytes', presetProblem(['latency', 'edge-energy', 'bytes'])],
    ['52 random blocks x 5, 2 criteria', randomProblem(52, 5, 2)],
    ['52 random blocks x 5, 3 criteria', randomProblem(52, 5, 3)],
  ];
  console.log('\nPareto front (target for ResNet-18 x 5: 100 ms), medians [ms]');
  printTable(
    ['problem', 'median', 'plans', 'labels', 'least of 2nd, 1st halfway'],
    cases.map(([name, problem]) => {
      const { plans, labels } = paretoFront(problem);
      const ends = [plans[0]!, plans.at(-1)!].map(({ values }) => values[0]!);
      const limits = problem.criteria.map((_, k) => (k === 0 ? (ends[0]! + ends[1]!) / 2 : Infinity));
      return [
        name,
        milliseconds(medianS(() => paretoFront(problem), 15)),
        String(plans.length),
        String(labels),
        milliseconds(medianS(() => minimiseWithin(problem, 1, limits), 15)),
      ];
    }),
  );
}

const milliseconds = (seconds: number): string => (seconds * 1e3).toFixed(2);
