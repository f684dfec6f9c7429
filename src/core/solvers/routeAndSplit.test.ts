import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../random';
import { deliveries } from '../scenario/types';
import { solveChain } from './chainMultiSplit';
import { NodeHeap } from './nodeHeap';
import { solveRouteAndSplit } from './routeAndSplit';
import { createLabels, createScratch, fillArcCosts, routingIndex, settle } from './settle';
import { bruteForceRoutes } from './testing/bruteForce';
import { expectSound, totalOf } from './testing/expectSound';
import { figure2, randomNetwork, rowNetwork } from './testing/randomProblems';
import type { ChainProblem, RouteProblem } from './types';

const combinations = deliveries.flatMap((delivery) =>
  (['integer', 'real'] as const).map((numbers) => ({ delivery, numbers })),
);

describe('solveRouteAndSplit', () => {
  it.each(combinations)('equals brute force over all walks: %o', (options) => {
    const random = createRandom(31);
    for (let round = 0; round < 150; round++) {
      const problem = randomNetwork(random, 2 + random.integer(4), 1 + random.integer(4), options);
      const outcome = solveRouteAndSplit(problem);
      expectSound(problem, outcome);
      expect(totalOf(outcome)).toBeCloseTo(bruteForceRoutes(problem), 9);
    }
  });

  it.each(combinations)('equals the chain on a one-way row and is never worse both ways: %o', (options) => {
    const random = createRandom(33);
    for (let round = 0; round < 200; round++) {
      const { row, chain } = randomRow(random.integer(1e9), options);
      const oneWay = totalOf(solveRouteAndSplit(row(false)));
      const delivered = options.delivery !== 'return';
      // On a one-way row nothing comes back: only the chain without return hops is the same problem.
      if (delivered) expect(oneWay).toBeCloseTo(solveChain(chain)!.totalS, 9);
      expect(totalOf(solveRouteAndSplit(row(true)))).toBeLessThanOrEqual(oneWay);
    }
  });

  it('solves the toy of Fig. 2 for every capacity of the issue', () => {
    const expected: [number, number][] = [
      [1, 2.2667],
      [0.9, 2.3778],
      [0.5, 2.4333],
      [0.2, 2.4333],
      [0.1, 2.4333],
    ];
    for (const [c, totalS] of expected) {
      expect(totalOf(solveRouteAndSplit(figure2(c)))).toBeCloseTo(totalS, 4);
    }
  });

  it('never gets worse when the network gets faster or grows, and scales with its costs', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e9 }),
        fc.constantFrom(...deliveries),
        fc.boolean(),
        (seed, delivery, memory) => {
          const random = createRandom(seed);
          const problem = randomNetwork(random, 2 + random.integer(5), 1 + random.integer(6), {
            numbers: 'integer',
            delivery,
            memory,
          });
          const before = totalOf(solveRouteAndSplit(problem));
          const total = (change: Partial<RouteProblem>): number =>
            totalOf(solveRouteAndSplit({ ...problem, ...change }));
          const halveOne = (values: Float64Array): Float64Array => {
            const pick = random.integer(Math.max(1, values.length));
            return values.map((value, k) => (k === pick ? value / 2 : value));
          };
          const scale = (values: Float64Array): Float64Array => values.map((value) => value * 4);
          if (!memory) {
            // With memory only the best of the one-run plans is promised, and laws of limits do not carry over.
            expect(total({ computeS: halveOne(problem.computeS) })).toBeLessThanOrEqual(before);
            expect(total({ arcSecondsPerByte: halveOne(problem.arcSecondsPerByte) })).toBeLessThanOrEqual(
              before,
            );
            expect(total(withExtraArc(problem))).toBeLessThanOrEqual(before);
          }
          expect(
            total({
              computeS: scale(problem.computeS),
              arcSecondsPerByte: scale(problem.arcSecondsPerByte),
              arcFixedS: scale(problem.arcFixedS),
            }),
          ).toBe(4 * before);
          const unlimited = { memoryBytes: problem.memoryBytes.map(() => Infinity) };
          expect(total(unlimited)).toBeLessThanOrEqual(before);
        },
      ),
      { numRuns: 300, seed: 11 },
    );
  });

  it('reaches a host that hangs off the route and comes back over the same link', () => {
    // 0 (UE) - 1 (forwards) - 3 (cloud); host 2 hangs off 1 and is fast in the middle block only.
    const problem: RouteProblem = {
      ...figure2(1),
      nodeCount: 4,
      blockCount: 3,
      sink: 3,
      kinds: ['ue', 'gnb', 'mec', 'cloud'],
      computes: Uint8Array.of(1, 0, 1, 1),
      computeS: Float64Array.of(1, 50, 50, Infinity, Infinity, Infinity, 50, 1, 50, 50, 50, 1),
      boundaryBytes: Float64Array.of(9, 1, 1, 1),
      memoryBytes: new Float64Array(4).fill(Infinity),
      arcFrom: Int32Array.of(0, 1, 1, 2, 1, 3),
      arcTo: Int32Array.of(1, 0, 2, 1, 3, 1),
      arcLink: Int32Array.of(0, 0, 1, 1, 2, 2),
      arcDirection: Uint8Array.of(0, 1, 0, 1, 0, 1),
      arcSecondsPerByte: new Float64Array(6).fill(1),
      arcFixedS: new Float64Array(6),
    };
    const outcome = solveRouteAndSplit(problem);
    expect(outcome).toMatchObject({
      kind: 'plan',
      proven: true,
      plan: {
        totalS: 7,
        steps: [
          { kind: 'compute', node: 0, from: 0, to: 1 },
          { kind: 'transfer', arc: 0, boundary: 1 },
          { kind: 'transfer', arc: 2, boundary: 1 },
          { kind: 'compute', node: 2, from: 1, to: 2 },
          { kind: 'transfer', arc: 3, boundary: 2 },
          { kind: 'transfer', arc: 4, boundary: 2 },
          { kind: 'compute', node: 3, from: 2, to: 3 },
        ],
      },
    });
    const returned = solveRouteAndSplit({ ...problem, delivery: 'return' });
    expect(totalOf(returned)).toBe(9);
  });

  it('stays put on equal costs, even over links that cost nothing', () => {
    const still = rowNetwork([[1, 1], [1, 1], [1, 1]], [0, 0, 0], [0, 0], [0, 0], { bothWays: true, delivery: 'stay' }); // prettier-ignore
    expect(solveRouteAndSplit(still)).toMatchObject({
      plan: { totalS: 2, steps: [{ kind: 'compute', node: 0, from: 0, to: 2 }] },
    });
    const delivered = solveRouteAndSplit({ ...still, delivery: 'sink' });
    expect(delivered).toMatchObject({ plan: { totalS: 2 } });
    // Two transfers are needed and no more are made; the work is done before them.
    expect(delivered.kind === 'plan' && delivered.plan.steps.length).toBe(3);
  });

  it('uses a UE that cannot compute as a sender only', () => {
    const problem = figure2(1);
    const dumb = {
      ...problem,
      computes: Uint8Array.of(0, 1, 1),
      computeS: problem.computeS.map((value, k) => (k < 3 ? Infinity : value)),
    };
    expect(totalOf(solveRouteAndSplit(dumb))).toBeCloseTo(34 / 15, 12);
    expect(solveRouteAndSplit({ ...dumb, delivery: 'return' })).toEqual({
      kind: 'infeasible',
      reason: { kind: 'no-route', from: 1, to: 0 },
    });
  });

  it('names what is missing', () => {
    const problem = figure2(1);
    const nobody = {
      ...problem,
      computes: new Uint8Array(3),
      computeS: problem.computeS.map(() => Infinity),
    };
    const noArcs = { arcFrom: new Int32Array(0), arcTo: new Int32Array(0) };
    const ueCannot = {
      computes: Uint8Array.of(0, 0, 1),
      computeS: problem.computeS.map((value, k) => (k < 6 ? Infinity : value)),
    };
    const reasonOf = (changed: RouteProblem): unknown => {
      const outcome = solveRouteAndSplit(changed);
      return outcome.kind === 'infeasible' ? outcome.reason : outcome;
    };
    expect(reasonOf(nobody)).toEqual({ kind: 'no-node-computes' });
    expect(reasonOf({ ...problem, ...ueCannot, ...noArcs })).toEqual({ kind: 'no-route', from: 0, to: 2 });
    expect(reasonOf({ ...problem, ...noArcs, delivery: 'sink' })).toEqual({
      kind: 'no-route',
      from: 0,
      to: 2,
    });
    const heavy = { ...problem, weightBytes: Float64Array.of(5, 5, 5) };
    expect(reasonOf({ ...heavy, memoryBytes: Float64Array.of(4, 4, 4) })).toEqual({
      kind: 'does-not-fit',
      node: null,
      needBytes: 15,
      haveBytes: 12,
    });
    // 18 bytes in all, but two of the nodes hold one block of 5 each, the third none.
    expect(reasonOf({ ...heavy, memoryBytes: Float64Array.of(7, 7, 4) })).toEqual({
      kind: 'blocks-do-not-pack',
      needBytes: 15,
      haveBytes: 18,
    });
    expect(reasonOf({ ...heavy, ...noArcs, memoryBytes: Float64Array.of(7, 99, 99) })).toEqual({
      kind: 'does-not-fit',
      node: 0,
      needBytes: 15,
      haveBytes: 7,
    });
  });

  it('finds the same routes with the heap as with the flat scan', () => {
    const random = createRandom(5);
    for (let round = 0; round < 20; round++) {
      const problem = randomNetwork(random, 30, 2, { numbers: 'integer', delivery: 'stay', density: 0.1 });
      const arcCostS = new Float64Array(problem.arcFrom.length);
      fillArcCosts(problem, 1, arcCostS);
      const flat = createLabels(30);
      const heap = createLabels(30);
      flat.costS[3] = heap.costS[3] = 0;
      const { out } = routingIndex(problem);
      const lookedFlat = settle(out, arcCostS, flat, 0, createScratch(30));
      const scratch = { done: new Uint8Array(30), heap: new NodeHeap(30) };
      expect(settle(out, arcCostS, heap, 0, scratch)).toBe(lookedFlat);
      expect(heap.costS).toEqual(flat.costS);
      expect(heap.hops).toEqual(flat.hops);
    }
  });
});

/** A random row of nodes, as a drawn network and as a chain. */
function randomRow(
  seed: number,
  { delivery, numbers }: { delivery: RouteProblem['delivery']; numbers: 'integer' | 'real' },
) {
  const random = createRandom(seed);
  const draw = (top: number): number => (numbers === 'integer' ? random.integer(top) : random.next() * top);
  const nodes = 1 + random.integer(5);
  const blocks = 1 + random.integer(7);
  const computeS = Array.from({ length: nodes }, () => Array.from({ length: blocks }, () => draw(9)));
  const boundaryBytes = Array.from({ length: blocks + 1 }, () => draw(5));
  const perByte = Array.from({ length: nodes - 1 }, () => draw(4));
  const fixedS = Array.from({ length: nodes - 1 }, () => draw(3));
  const shipS = perByte.map((x, h) => Float64Array.from(boundaryBytes, (size) => fixedS[h]! + size * x));
  const finishS = Float64Array.from({ length: nodes }, (_, p) =>
    delivery === 'sink' ? shipS.slice(p).reduce((sum, row) => sum + row[blocks]!, 0) : 0,
  );
  const chain: ChainProblem = { computeS: computeS.map((row) => Float64Array.from(row)), shipS, finishS };
  const row = (bothWays: boolean): RouteProblem =>
    rowNetwork(computeS, boundaryBytes, perByte, fixedS, { bothWays, delivery });
  return { row, chain };
}

/** One more arc, from the source to the sink. */
function withExtraArc(problem: RouteProblem): Partial<RouteProblem> {
  return {
    arcFrom: Int32Array.from([...problem.arcFrom, problem.source]),
    arcTo: Int32Array.from([...problem.arcTo, problem.sink]),
    arcLink: Int32Array.from([...problem.arcLink, 999]),
    arcDirection: Uint8Array.from([...problem.arcDirection, 0]),
    arcSecondsPerByte: Float64Array.from([...problem.arcSecondsPerByte, 1]),
    arcFixedS: Float64Array.from([...problem.arcFixedS, 1]),
  };
}
