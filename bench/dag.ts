/** Operator graphs: one minimum cut over five nodes, on many drawn costs. */
import { generatedGraph } from '../src/core/model/generated/generatedGraphs';
import type { GeneratedGraphId } from '../src/core/model/generated/graphIds';
import { createRandom } from '../src/core/random';
import { solveDag } from '../src/core/solvers/dag/dagMinCut';
import { drawnDag } from '../src/core/solvers/dag/testing/benchDags';
import { printTable } from './measure';

const instances = 200;
const nodes = 5;

/** Sorted times of one call each on as many instances, the certificate included [s]; each the median of three calls. */
function timesOf(id: GeneratedGraphId, affinity: boolean) {
  const graph = generatedGraph(id);
  const random = createRandom(affinity ? 2 : 1);
  const problems = Array.from({ length: instances }, () => drawnDag(graph, random, nodes, affinity));
  for (const problem of problems.slice(0, 20)) solveDag(problem);
  let arcs = 0;
  const seconds = problems.map((problem) => {
    const calls = [0, 1, 2].map(() => {
      const start = performance.now();
      const outcome = solveDag(problem);
      if (outcome.kind === 'labels') arcs = outcome.flowArcs;
      return (performance.now() - start) / 1e3;
    });
    return calls.sort((a, b) => a - b)[1]!;
  });
  return { operators: graph.operators.length, arcs, seconds: seconds.sort((a, b) => a - b) };
}

export function benchDag(): void {
  console.log(`\nMinimum cut of operator graphs over ${nodes} nodes, ${instances} drawn instances each [ms]`);
  const cases: [GeneratedGraphId, boolean, number][] = [
    ['resnet-152', false, 20],
    ['resnet-152', true, 20],
    ['transformer-12', false, 50],
    ['transformer-12', true, 50],
  ];
  const rows = cases.map(([id, affinity, targetMs]) => {
    const { operators, arcs, seconds } = timesOf(id, affinity);
    const at = (part: number): string => (seconds[Math.floor(part * (instances - 1))]! * 1e3).toFixed(1);
    return [
      `${id}, ${operators} operators, ${affinity ? 'each with speeds of its own' : 'loads and capacities'}`,
      String(arcs),
      at(0.5),
      at(0.95),
      at(1),
      String(targetMs),
    ];
  });
  printTable(['graph', 'arcs', 'median', 'p95', 'max', 'target p95'], rows);
}
