import { describe, expect, it } from 'vitest';
import { createRandom, type Random } from '../random';
import { deliveries, type Delivery } from '../scenario/types';
import { findBreakpoints } from './breakpoints';
import { solveRouteAndSplit } from './routeAndSplit';
import { figure2, randomNetwork, rowNetwork } from './testing/randomProblems';
import type { RouteProblem } from './types';

const movingLink = (problem: RouteProblem, link: number): Uint8Array =>
  Uint8Array.from(problem.arcLink, (k) => (k === link ? 1 : 0));

function optimumAt(problem: RouteProblem, moving: Uint8Array, x: number): number {
  const arcSecondsPerByte = problem.arcSecondsPerByte.map((own, a) => (moving[a] === 1 ? x : own));
  const outcome = solveRouteAndSplit({ ...problem, arcSecondsPerByte });
  return outcome.kind === 'plan' ? outcome.plan.totalS : Infinity;
}

interface Row {
  readonly computeS: readonly (readonly number[])[];
  readonly bytes: readonly number[];
  readonly perByte: readonly number[];
  readonly fixedS: readonly number[];
  readonly delivery: Delivery;
}

function randomRow(random: Random, delivery: Delivery): Row {
  const nodes = 2 + random.integer(4);
  const blocks = 1 + random.integer(9);
  return {
    computeS: Array.from({ length: nodes }, (_, p) =>
      Array.from({ length: blocks }, () => (random.next() * 9) / (1 + p)),
    ),
    bytes: Array.from({ length: blocks + 1 }, () => 1 + random.integer(40)),
    perByte: Array.from({ length: nodes - 1 }, () => random.next()),
    fixedS: Array.from({ length: nodes - 1 }, () => random.next()),
    delivery,
  };
}

/**
 * The lower envelope of one hop of a one-way row, drawn directly: for each boundary i that can cross it a line through
 * (best way to the hop with i blocks done) + (best way from it), and one for plans that do not cross.
 */
function directEnvelope(row: Row, hop: number, lowX: number, highX: number): number[] {
  const lines = linesOf(row, hop);
  const breakpoints: number[] = [];
  // March along x: from the line that is lowest now to the flatter one that crosses it first.
  let x = lowX;
  let current = lowest(lines, x);
  for (;;) {
    let nextX = Infinity;
    let next = current;
    for (const line of lines) {
      if (line.slope >= current.slope) continue;
      const crossing = (line.fixed - current.fixed) / (current.slope - line.slope);
      if (crossing < nextX || (crossing === nextX && line.slope < next.slope)) {
        nextX = crossing;
        next = line;
      }
    }
    if (!(nextX < highX)) return breakpoints;
    breakpoints.push(nextX);
    x = nextX;
    current = next;
  }
}

interface DirectLine {
  readonly fixed: number;
  readonly slope: number;
}

function lowest(lines: readonly DirectLine[], x: number): DirectLine {
  return lines.reduce((best, line) => {
    const difference = line.fixed + line.slope * x - (best.fixed + best.slope * x);
    return difference < 0 || (difference === 0 && line.slope < best.slope) ? line : best;
  });
}

function linesOf(row: Row, hop: number): DirectLine[] {
  const blocks = row.bytes.length - 1;
  const ship = (h: number, i: number): number => row.fixedS[h]! + row.bytes[i]! * row.perByte[h]!;
  // to[i]: least cost of standing on node `hop` with i blocks done there.
  let to = row.bytes.map((_, i) => (i === 0 ? 0 : Infinity));
  let stays = Infinity;
  for (let p = 0; p <= hop; p++) {
    if (p > 0) to = to.map((cost, i) => cost + ship(p - 1, i));
    for (let i = 1; i <= blocks; i++) to[i] = Math.min(to[i]!, to[i - 1]! + row.computeS[p]![i - 1]!);
    if (row.delivery === 'stay') stays = Math.min(stays, to[blocks]!);
  }
  // from[i]: least cost to go from node hop + 1 with i blocks done.
  const nodes = row.computeS.length;
  let from = row.bytes.map(() => Infinity);
  for (let p = nodes - 1; p > hop; p--) {
    from = from.map((cost, i) => (p < nodes - 1 ? ship(p, i) + cost : cost));
    if (row.delivery === 'stay' || p === nodes - 1) from[blocks] = 0;
    for (let i = blocks - 1; i >= 0; i--) from[i] = Math.min(from[i]!, row.computeS[p]![i]! + from[i + 1]!);
  }
  const crossing = row.bytes.map((size, i) => ({ fixed: to[i]! + row.fixedS[hop]! + from[i]!, slope: size }));
  const notCrossing = stays < Infinity ? [{ fixed: stays, slope: 0 }] : [];
  return [...crossing, ...notCrossing];
}

describe('findBreakpoints', () => {
  it('finds the capacities of the toy of Fig. 2: c = 6/7 as published, and 12/7 beyond the figure', () => {
    const problem = figure2(1);
    const found = findBreakpoints(problem, movingLink(problem, 1), 8e-12, 8e-3);
    expect(found.map(({ secondsPerByte }) => 8e-6 / secondsPerByte)).toEqual([
      expect.closeTo(12 / 7, 12),
      expect.closeTo(6 / 7, 12),
    ]);
    const nodesOf = (side: 'slower' | 'faster'): number[] =>
      found[1]![side].steps.flatMap((step) => (step.kind === 'compute' ? [step.node] : []));
    expect(found[1]!.totalS).toBeCloseTo(73 / 30, 12);
    expect(nodesOf('slower')).toEqual([1]);
    expect(nodesOf('faster')).toEqual([1, 2]);
  });

  it.each(['stay', 'sink'] as const)('equals the envelope drawn directly on rows: %s', (delivery) => {
    const random = createRandom(404);
    let seen = 0;
    for (let round = 0; round < 200; round++) {
      const row = randomRow(random, delivery);
      const hop = random.integer(row.perByte.length);
      const problem = rowNetwork(row.computeS, row.bytes, row.perByte, row.fixedS, {
        bothWays: false,
        delivery,
      });
      const found = findBreakpoints(problem, movingLink(problem, hop), 1e-4, 1e3);
      const direct = directEnvelope(row, hop, 1e-4, 1e3);
      expect(found.length).toBe(direct.length);
      for (const [k, { secondsPerByte }] of found.entries()) {
        expect(secondsPerByte / direct[k]!).toBeCloseTo(1, 9);
      }
      seen += found.length;
    }
    expect(seen).toBeGreaterThan(150);
  });

  const cases = deliveries.flatMap((delivery) => [
    { delivery, memory: false },
    { delivery, memory: true },
  ]);
  it.each(cases)('misses no bend and invents none on random networks: %o', ({ delivery, memory }) => {
    const random = createRandom(405);
    const low = 1e-3;
    const high = 1e3;
    for (let round = 0; round < 60; round++) {
      const problem = randomNetwork(random, 3 + random.integer(3), 1 + random.integer(6), {
        numbers: 'real',
        delivery,
        memory,
        density: 0.6,
      });
      if (problem.arcLink.length === 0) continue;
      const moving = movingLink(problem, random.integer(problem.arcLink.length));
      const found = findBreakpoints(problem, moving, low, high);
      const bends = found.map(({ secondsPerByte }) => secondsPerByte);
      expect(bends).toEqual([...bends].sort((a, b) => a - b));
      for (const { secondsPerByte, totalS } of found) {
        expect(optimumAt(problem, moving, secondsPerByte)).toBeCloseTo(totalS, 9);
      }
      expect(found.every(({ proven }) => proven)).toBe(true);
      // Between bends the optimum is a straight line: the middle of a chord lies on it. At a bend it does not.
      const ends = [low, ...bends, high];
      for (let k = 0; k + 1 < ends.length; k++) {
        const [a, b] = [ends[k]!, ends[k + 1]!];
        if (optimumAt(problem, moving, a) === Infinity) continue;
        for (let part = 1; part < 8; part++) {
          const t = part / 8;
          const chord = (1 - t) * optimumAt(problem, moving, a) + t * optimumAt(problem, moving, b);
          expect(optimumAt(problem, moving, (1 - t) * a + t * b) / Math.max(chord, 1e-9)).toBeCloseTo(
            chord === 0 ? 0 : 1,
            9,
          );
        }
      }
    }
  });

  it('says where a search that was cut off makes a breakpoint an estimate', () => {
    const problem = figure2(1);
    const moving = movingLink(problem, 1);
    const ends = [8e-12, 8e-3] as const;
    const doubted = (doubts: (x: number) => boolean) =>
      findBreakpoints(problem, moving, ...ends, (asked) => {
        const outcome = solveRouteAndSplit(asked);
        const x = asked.arcSecondsPerByte[moving.indexOf(1)]!;
        return outcome.kind === 'plan' ? { ...outcome, proven: !doubts(x) } : outcome;
      }).map(({ proven }) => proven);
    expect(doubted(() => false)).toEqual([true, true]);
    expect(doubted((x) => x === ends[0])).toEqual([false, true]);
    expect(doubted((x) => x === ends[1])).toEqual([true, false]);
    // Not the ends but a look at the bend itself.
    expect(doubted((x) => Math.abs(8e-6 / x - 6 / 7) < 1e-6)).toEqual([true, false]);
  });

  it('merges plans that are equally good at every capacity, and finds nothing on a link nobody uses', () => {
    // Two equal MEC hosts behind the same link: which one is used is a tie that no capacity breaks.
    const row = rowNetwork([[9], [1], [1]], [4, 4], [1, 0], [0, 0], { bothWays: false, delivery: 'stay' });
    const found = findBreakpoints(row, movingLink(row, 0), 1e-3, 1e3);
    expect(found.map(({ secondsPerByte }) => secondsPerByte)).toEqual([2]);
    expect(findBreakpoints(row, movingLink(row, 1), 1e-3, 1e3)).toEqual([]);
  });

  it('finds nothing where nothing can be solved', () => {
    const problem = figure2(1);
    const dead = { ...problem, computeS: problem.computeS.map(() => Infinity), computes: new Uint8Array(3) };
    expect(findBreakpoints(dead, movingLink(dead, 0), 1e-9, 1)).toEqual([]);
  });
});
