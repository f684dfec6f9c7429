/** `npm run bench`: medians of the solvers in one run, next to the alternatives we also implement. */
import { cpus } from 'node:os';
import type { LinkId } from '../src/core/network/types';
import { createRandom } from '../src/core/random';
import { changeCapacity } from '../src/core/scenario/edits';
import { openingScenario } from '../src/core/scenario/presets/presets';
import { strategies } from '../src/core/solvers/registry';
import { solveRouteAndSplit } from '../src/core/solvers/routeAndSplit';
import { findTicks, solveScenario } from '../src/core/solvers/solveScenario';
import { randomNetwork, realisticChain, rowNetwork } from '../src/core/solvers/testing/randomProblems';
import type { RouteProblem } from '../src/core/solvers/types';
import { benchChain, benchPipeline } from './chain';
import { benchDag } from './dag';
import { medianS, microseconds, printTable } from './measure';
import { benchPareto } from './pareto';
import { benchSimulation } from './simulate';

/** The realistic chain as a drawn row of nodes, links in both directions. */
function realisticRow(nodes: number, blocks: number): RouteProblem {
  const { computeS } = realisticChain(1, nodes, blocks);
  const random = createRandom(2);
  const bytes = Array.from({ length: blocks + 1 }, (_, i) => Math.round(6e5 / (1 + i) + 4e3 * random.next()));
  const hops = Array.from({ length: nodes - 1 }, (_, h) => h);
  return rowNetwork(
    computeS.map((row) => [...row]),
    bytes,
    hops.map((h) => 8e-9 * (1 + h)),
    hops.map(() => 1e-3),
    { bothWays: true, delivery: 'stay' },
  );
}

function benchStrategies(): void {
  const row = realisticRow(5, 156);
  console.log('\nStrategies on 156 blocks x 5 nodes in a row, links both ways, medians [us]');
  // A fresh object each time: what a problem remembers must not count.
  const rows = strategies.map(({ id, solve }) => [id, microseconds(medianS(() => solve({ ...row })))]);
  const together = medianS(() => {
    const problem = { ...row };
    return strategies.map(({ solve }) => solve(problem));
  });
  printTable(['strategy', 'median'], [...rows, ['all together (target 200)', microseconds(together)]]);
}

function benchNetworks(): void {
  console.log('\nRoute and split, medians [ms]');
  const row = realisticRow(5, 156);
  const scarce = {
    ...row,
    weightBytes: new Float64Array(156).fill(1),
    memoryBytes: new Float64Array(5).fill(40),
  };
  const large = randomNetwork(createRandom(8), 200, 156, {
    numbers: 'real',
    delivery: 'return',
    density: 0.05,
  });
  const scarceLarge = {
    ...large,
    weightBytes: new Float64Array(156).fill(1),
    memoryBytes: new Float64Array(200).fill(5),
  };
  const cases: [string, RouteProblem][] = [
    ['156 blocks x 5 nodes, memory binds', scarce],
    [`156 blocks x 200 nodes, ${large.arcFrom.length} arcs`, large],
    ['the same, memory for 5 blocks a node: cut off', scarceLarge],
  ];
  printTable(
    ['problem', 'median'],
    cases.map(([name, problem]) => [name, (medianS(() => solveRouteAndSplit(problem), 15) * 1e3).toFixed(2)]),
  );
}

function benchOpening(): void {
  const link = 'radio' as LinkId;
  let step = 0;
  // Each call is one step of a drag: a new document in which one capacity differs.
  const dragged = () => changeCapacity(openingScenario, link, 100 + (step++ % 400), 'both');
  const edit = medianS(dragged);
  const solve = medianS(() => solveScenario(dragged())) - edit;
  const copied = medianS(() => solveScenario(structuredClone(openingScenario)));
  const ticks = medianS(() => findTicks({ scenario: openingScenario, link, direction: 'both' }));
  console.log('\nOpening preset, medians [us]');
  printTable(
    ['what', 'median'],
    [
      ['solveScenario, one step of a drag', microseconds(solve)],
      ['structured clone + solveScenario (as in the worker)', microseconds(copied)],
      ['findTicks on the radio link', microseconds(ticks)],
    ],
  );
}

console.log(`Node ${process.versions.node}, ${process.arch}, ${cpus().length} x ${cpus()[0]!.model}\n`);
benchChain();
benchPipeline();
benchStrategies();
benchNetworks();
benchOpening();
benchDag();
benchPareto();
benchSimulation();
