/** What must hold of every solver of a row, whatever the numbers (MATHS 7), and that independent methods agree. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../random';
import { deliveries } from '../scenario/types';
import { solveChain } from './chainMultiSplit';
import { solveDag } from './dag/dagMinCut';
import type { DagProblem } from './dag/types';
import { algorithmOne, asCorrected } from './hivemind/algorithmOne';
import { explicitGraph, shortestPath } from './hivemind/explicitGraph';
import { runSci } from './hivemind/sci';
import { slowestStage, solvePipeline } from './pipeline';
import { strategies } from './registry';
import { solveRouteAndSplit } from './routeAndSplit';
import { costOfSplit } from './splitCost';
import { quadratic, suffixMinimum } from './testing/chainAlternatives';
import { totalOf } from './testing/expectSound';
import { randomChain, randomNetwork, realisticChain, rowNetwork } from './testing/randomProblems';
import type { ChainProblem } from './types';

const latencyOf = (problem: ChainProblem): number => solveChain(problem)?.totalS ?? Infinity;
const periodOf = (problem: ChainProblem): number => solvePipeline(problem)?.periodS ?? Infinity;
const sciOf = (problem: ChainProblem): number => runSci(problem)?.actualS ?? Infinity;
const graphOf = (problem: ChainProblem): number => shortestPath(explicitGraph(problem))?.totalS ?? Infinity;
const correctedOf = (problem: ChainProblem): number =>
  algorithmOne(problem, asCorrected)?.actualS ?? Infinity;

/** Every exact solver of a row, by what it minimises. */
const solvers: readonly [string, (problem: ChainProblem) => number, { readonly memory: boolean }][] = [
  ['lattice', latencyOf, { memory: true }],
  ['SCI', sciOf, { memory: true }],
  ['explicit graph', graphOf, { memory: true }],
  ['corrected Algorithm 1', correctedOf, { memory: false }],
  ['pipeline', periodOf, { memory: true }],
];

/** A row as the operator graph that is a chain: the input and each block's output are its tensors. */
function dagOf({ computeS, shipS }: ChainProblem): DagProblem {
  const blocks = computeS[0]!.length;
  return {
    computeS,
    edges: [],
    upstream: false,
    tensors: Array.from({ length: blocks }, (_, k) => ({
      producer: k - 1,
      consumers: [k],
      toSink: false,
      shipS: Float64Array.from(shipS, (row) => row[k]!),
    })),
  };
}

describe('independent methods agree', () => {
  it('on 50 large rows: lattice = suffix minimum = O(P L^2) = SCI = Algorithm 1 corrected = minimum cut', () => {
    for (let seed = 0; seed < 50; seed++) {
      const problem = realisticChain(1000 + seed, 2 + (seed % 7), 60 + seed);
      const best = latencyOf(problem);
      expect(suffixMinimum(problem)).toBeCloseTo(best, 12);
      expect(quadratic(problem)).toBeCloseTo(best, 12);
      expect(sciOf(problem)).toBeCloseTo(best, 12);
      expect(correctedOf(problem)).toBeCloseTo(best, 12);
      const cut = solveDag(dagOf(problem));
      expect(cut.kind === 'labels' && cut.totalS).toBeCloseTo(best, 12);
    }
  });

  it('on 50 rows of some size: lattice = explicit graph by Dijkstra', () => {
    for (let seed = 0; seed < 50; seed++) {
      const problem = realisticChain(2000 + seed, 2 + (seed % 4), 12 + (seed % 20));
      expect(graphOf(problem)).toBeCloseTo(latencyOf(problem), 12);
    }
  });

  it('on 50 rows drawn as networks of one way: route and split = lattice', () => {
    const random = createRandom(51);
    for (let round = 0; round < 50; round++) {
      const nodes = 2 + random.integer(6);
      const blocks = 20 + random.integer(60);
      const times = Array.from({ length: nodes }, (_, p) =>
        Array.from({ length: blocks }, () => (10 * random.next()) / 2 ** p),
      );
      const bytes = Array.from({ length: blocks + 1 }, (_, i) => (i === blocks ? 0 : 100 * random.next()));
      const rates = Array.from({ length: nodes - 1 }, () => random.next());
      const network = rowNetwork(times, bytes, rates, new Array<number>(nodes - 1).fill(0.5), {
        bothWays: false,
        delivery: 'stay',
      });
      const row: ChainProblem = {
        computeS: times.map((row) => Float64Array.from(row)),
        shipS: rates.map((rate) => Float64Array.from(bytes, (size) => 0.5 + size * rate)),
        finishS: new Float64Array(nodes),
      };
      expect(totalOf(solveRouteAndSplit(network))).toBeCloseTo(latencyOf(row), 9);
    }
  });

  it('on two nodes: the best multi-split is the best single cut (Neurosurgeon)', () => {
    for (let seed = 0; seed < 50; seed++) {
      const problem = realisticChain(3000 + seed, 2, 40);
      const cuts = Array.from({ length: 41 }, (_, i) =>
        costOfSplit(problem, { boundaries: [i, 40], last: i === 40 ? 0 : 1 }),
      );
      expect(latencyOf(problem)).toBeCloseTo(Math.min(...cuts), 12);
    }
  });
});

describe.each(solvers)('%s', (_, valueOf, { memory }) => {
  const draw = (seed: number): { problem: ChainProblem; pick: number; part: number } => {
    const random = createRandom(seed);
    const problem = randomChain(random, 2 + random.integer(4), 1 + random.integer(7), {
      numbers: 'integer',
      delivery: deliveries[seed % 3]!,
      memory: memory && seed % 2 === 0,
      impossible: seed % 5 === 0 ? 0.1 : 0,
    });
    return { problem, pick: random.integer(problem.shipS.length), part: random.integer(4) / 4 };
  };
  const holds = (law: (seed: number) => void): void => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1e9 }), law), { numRuns: 120, seed: 11 });
  };
  const times = (factor: number) => (row: Float64Array) => row.map((value) => value * factor);
  const at = (rows: readonly Float64Array[], index: number, change: (row: Float64Array) => Float64Array) =>
    rows.map((row, k) => (k === index ? change(row) : row));

  it('never gets worse with more capacity or a faster node', () => {
    holds((seed) => {
      const { problem, pick, part } = draw(seed);
      const before = valueOf(problem);
      expect(valueOf({ ...problem, shipS: at(problem.shipS, pick, times(part)) })).toBeLessThanOrEqual(
        before,
      );
      expect(valueOf({ ...problem, computeS: at(problem.computeS, pick, times(part)) })).toBeLessThanOrEqual(
        before,
      );
    });
  });

  it('never gets worse with a node more at the end of a hop that is free', () => {
    holds((seed) => {
      const { problem, pick } = draw(seed);
      const blocks = problem.computeS[0]!.length;
      const more: ChainProblem = {
        computeS: problem.computeS.toSpliced(pick + 1, 0, new Float64Array(blocks).fill(5)),
        shipS: problem.shipS.toSpliced(pick + 1, 0, new Float64Array(blocks + 1)),
        finishS: Float64Array.from([...problem.finishS].toSpliced(pick + 1, 0, problem.finishS[pick + 1]!)),
      };
      const { memory: room } = problem;
      const nodeBytes = room && Float64Array.from([...room.nodeBytes].toSpliced(pick + 1, 0, 2));
      const grown = nodeBytes === undefined ? more : { ...more, memory: { ...room!, nodeBytes } };
      expect(valueOf(grown)).toBeLessThanOrEqual(valueOf(problem));
    });
  });

  it('scales with all costs', () => {
    holds((seed) => {
      const { problem } = draw(seed);
      const scaled = {
        ...problem,
        computeS: problem.computeS.map(times(8)),
        shipS: problem.shipS.map(times(8)),
        finishS: times(8)(problem.finishS),
      };
      expect(valueOf(scaled)).toBe(8 * valueOf(problem));
    });
  });

  it('takes the UE alone as an upper bound where the result stays and it fits', () => {
    holds((seed) => {
      const { problem } = draw(3 * Math.floor(seed / 3));
      if (problem.memory !== undefined) return;
      const alone = problem.computeS[0]!.reduce((sum, seconds) => sum + seconds, 0);
      expect(valueOf(problem)).toBeLessThanOrEqual(alone);
    });
  });

  it('does not depend on the order in which ties are met: every node the same, every hop the same', () => {
    const random = createRandom(77);
    for (let round = 0; round < 60; round++) {
      const blocks = 1 + random.integer(6);
      const nodes = 2 + random.integer(4);
      const time = Float64Array.from({ length: blocks }, () => random.integer(3));
      const hop = Float64Array.from({ length: blocks + 1 }, () => random.integer(2));
      const row: ChainProblem = {
        computeS: new Array<Float64Array>(nodes).fill(time),
        shipS: new Array<Float64Array>(nodes - 1).fill(hop),
        finishS: new Float64Array(nodes),
      };
      // Turned round, the row is the same problem: blocks and boundaries from the other end.
      const turned: ChainProblem = {
        computeS: row.computeS.map((each) => each.toReversed()),
        shipS: row.shipS.map((each) => each.toReversed()),
        finishS: new Float64Array(nodes).fill(Infinity, 0, nodes - 1),
      };
      const pinned = { ...row, finishS: turned.finishS };
      expect(valueOf(turned)).toBe(valueOf(pinned));
    }
  });
});

describe('objectives against each other', () => {
  it('the least latency has no lower period than the least period, and the other way round', () => {
    const random = createRandom(78);
    for (let round = 0; round < 300; round++) {
      const problem = randomChain(random, 2 + random.integer(4), 1 + random.integer(8), {
        numbers: 'real',
        delivery: deliveries[round % 3]!,
        memory: round % 2 === 0,
      });
      const fast = solveChain(problem);
      const stream = solvePipeline(problem);
      expect(stream === null).toBe(fast === null);
      if (fast === null || stream === null) continue;
      const stages = { hopS: problem.shipS, finishS: problem.finishS };
      expect(stream.periodS).toBeLessThanOrEqual(slowestStage(problem, stages, fast).periodS * (1 + 1e-12));
      expect(stream.latencyS).toBeGreaterThanOrEqual(fast.totalS * (1 - 1e-12));
      expect(stream.periodS).toBeLessThanOrEqual(stream.latencyS * (1 + 1e-12));
    }
  });
});

describe('the strategies of the comparison', () => {
  it('are never better than the best split, in any network', () => {
    const random = createRandom(79);
    for (let round = 0; round < 500; round++) {
      const problem = randomNetwork(random, 2 + random.integer(5), 1 + random.integer(6), {
        numbers: round % 2 === 0 ? 'integer' : 'real',
        delivery: deliveries[round % 3]!,
        memory: round % 4 < 2,
      });
      const best = totalOf(solveRouteAndSplit(problem));
      for (const { solve } of strategies) {
        expect(totalOf(solve(problem))).toBeGreaterThanOrEqual(best * (1 - 1e-12));
      }
    }
  });
});
