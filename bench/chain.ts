/** The chain solvers against every other way to the same split that we also implement. */
import { createChainWorkspace, solveChain } from '../src/core/solvers/chainMultiSplit';
import { algorithmOne, asPrinted } from '../src/core/solvers/hivemind/algorithmOne';
import { countAll } from '../src/core/solvers/hivemind/counts';
import { explicitGraph, shortestPath } from '../src/core/solvers/hivemind/explicitGraph';
import { runSci } from '../src/core/solvers/hivemind/sci';
import { solvePipeline } from '../src/core/solvers/pipeline';
import { bruteForceChain } from '../src/core/solvers/testing/bruteForce';
import { quadratic, suffixMinimum } from '../src/core/solvers/testing/chainAlternatives';
import { realisticChain } from '../src/core/solvers/testing/randomProblems';
import type { ChainProblem } from '../src/core/solvers/types';
import { medianS, microseconds, printTable } from './measure';

const blocksTried = [18, 52, 156, 1000];
const nodesTried = [2, 3, 5, 8];
/** Beyond these an alternative is not run: its size says enough. */
const mostOptions = 1_000_000n;
const mostEdges = 2_000_000n;

const sizes = blocksTried.flatMap((blocks) => nodesTried.map((nodes) => ({ blocks, nodes })));
const chainOf = ({ blocks, nodes }: (typeof sizes)[number]): ChainProblem =>
  realisticChain(blocks * 10 + nodes, nodes, blocks);

export function benchChain(): void {
  console.log('Chain multi-split: medians [us], and in brackets how many times the lattice');
  const rows = sizes.map((size) => {
    const { blocks, nodes } = size;
    const problem = chainOf(size);
    const workspace = createChainWorkspace(nodes, blocks);
    const lattice = medianS(() => solveChain(problem, workspace));
    const counts = countAll(nodes, blocks);
    const against = (run: () => unknown): string => {
      const other = medianS(run);
      return `${microseconds(other)} (${ratio(other / lattice)})`;
    };
    const unless = (count: bigint, most: bigint, what: string, run: () => unknown): string =>
      count > most ? `not run: ${count.toLocaleString('en')} ${what}` : against(run);
    return [
      `${blocks} x ${nodes}`,
      microseconds(lattice),
      against(() => runSci(problem)),
      against(() => suffixMinimum(problem)),
      against(() => quadratic(problem)),
      against(() => algorithmOne(problem, asPrinted)),
      unless(counts.relayEdges, mostEdges, 'edges', () => shortestPath(explicitGraph(problem))),
      unless(counts.options, mostOptions, 'options', () => bruteForceChain(problem)),
    ];
  });
  printTable(
    [
      'blocks x nodes',
      'lattice',
      'SCI',
      'suffix minimum',
      'O(P L^2)',
      'Algorithm 1 as printed',
      'explicit graph, Dijkstra',
      'brute force',
    ],
    rows,
  );
}

const ratio = (times: number): string => `${times >= 100 ? times.toFixed(0) : times.toFixed(1)}x`;

/** The same chains with half the memory they would like, and as a stream of frames. */
export function benchPipeline(): void {
  console.log('\nThe same with memory limits, and the least period of a stream, medians [us]');
  const rows = sizes.map((size) => {
    const problem = chainOf(size);
    const { blocks, nodes } = size;
    const layerBytes = new Float64Array(blocks).fill(1);
    const nodeBytes = new Float64Array(nodes).fill(Math.ceil((1.5 * blocks) / nodes));
    const limited = { ...problem, memory: { layerBytes, nodeBytes } };
    return [
      `${blocks} x ${nodes}`,
      microseconds(medianS(() => solveChain(limited), 15)),
      microseconds(medianS(() => solvePipeline(problem), 15)),
      microseconds(medianS(() => solvePipeline(limited), 15)),
    ];
  });
  printTable(['blocks x nodes', 'memory', 'stream', 'stream and memory'], rows);
}
