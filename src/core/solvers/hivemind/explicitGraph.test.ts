import { describe, expect, it } from 'vitest';
import { createRandom } from '../../random';
import { deliveries } from '../../scenario/types';
import { solveChain } from '../chainMultiSplit';
import { costOfSplit, splitFits } from '../splitCost';
import { randomChain, realisticChain } from '../testing/randomProblems';
import { explicitGraph, printedGraph, prune, shortestPath, splitOfPath } from './explicitGraph';
import { runSci } from './sci';

const variants = deliveries.flatMap((delivery) =>
  [false, true].map((memory) => ({ delivery, memory, numbers: 'integer' as const })),
);

describe('explicitGraph', () => {
  it.each(variants)('has the optimum of the row as its shortest path: %o', (options) => {
    const random = createRandom(31);
    for (let round = 0; round < 250; round++) {
      const problem = randomChain(random, 1 + random.integer(5), 1 + random.integer(7), {
        ...options,
        impossible: round % 3 === 0 ? 0.15 : 0,
      });
      const graph = explicitGraph(problem);
      const path = shortestPath(graph);
      const best = solveChain(problem);
      expect(path?.totalS).toBe(best?.totalS);
      if (path === null) continue;
      const split = splitOfPath(graph, path, problem.computeS.length);
      expect(costOfSplit(problem, split)).toBe(path.totalS);
      expect(splitFits(problem, split)).toBe(true);
    }
  });

  it('agrees with the lattice on a large model, relays, skips and all', () => {
    for (let seed = 0; seed < 5; seed++) {
      const problem = realisticChain(seed, 3 + (seed % 3), 30);
      expect(shortestPath(explicitGraph(problem))!.totalS).toBeCloseTo(solveChain(problem)!.totalS, 12);
    }
  });
});

describe('prune', () => {
  it('leaves one edge out of every chosen vertex, and the shortest path', () => {
    const random = createRandom(8);
    for (let round = 0; round < 200; round++) {
      const problem = randomChain(random, 1 + random.integer(4), 1 + random.integer(6), {
        numbers: 'integer',
        delivery: deliveries[round % 3]!,
        memory: round % 2 === 0,
      });
      const run = runSci(problem);
      if (run === null) continue;
      const graph = explicitGraph(problem);
      const kept = prune(graph, run.decisions, run.ends);
      const sources = kept.map((edge) => graph.from[edge]!);
      expect(new Set(sources).size).toBe(sources.length);
      expect(kept.length).toBeLessThanOrEqual(
        1 + problem.computeS.length * (problem.computeS[0]!.length + 1),
      );
      let seconds = 0;
      for (let at = 0; at !== 1;) {
        const edge = kept[sources.indexOf(at)]!;
        seconds += graph.seconds[edge]!;
        at = graph.to[edge]!;
      }
      expect(seconds).toBe(solveChain(problem)!.totalS);
    }
  });
});

describe('printedGraph', () => {
  it('promises less than any split costs: it charges nothing on the first node and may drop the first layers', () => {
    const problem = realisticChain(1, 3, 5);
    const graph = printedGraph(problem);
    const path = shortestPath(graph)!;
    const split = splitOfPath(graph, path, 3);
    expect(path.totalS).toBeLessThan(solveChain(problem)!.totalS);
    expect(costOfSplit(problem, split)).toBeGreaterThan(path.totalS);
    const starts = [...graph.from].flatMap((from, edge) => (from === 0 ? [edge] : []));
    expect(starts.map((edge) => graph.seconds[edge])).toEqual(new Array(15).fill(0));
    expect(starts.some((edge) => graph.before[graph.to[edge]!]! > 0)).toBe(true);
  });
});
