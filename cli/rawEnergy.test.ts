import { describe, expect, it } from 'vitest';
import { createRandom, type Random } from '../src/core/random';
import { answerText } from './answerText';
import { readChain } from './rawChain';
import { answerEnergy } from './rawEnergy';

/** Fig. 2 of HiveMind at c = 1, with joules that make the UE dear and the cloud cheap. */
const toy = {
  kind: 'chain',
  computeS: [1, 3, 10].map((speed) => [0.5 / speed, 1 / speed, 4 / speed]),
  shipS: [2, 1].map((mbps) => [1.2 / mbps, 1 / mbps, 4 / mbps, 0]),
};
const energy = {
  computeJ: [[5, 5, 5], [2, 2, 2], [1, 1, 1]], // prettier-ignore
  shipJ: [[3, 2, 8, 0], [0, 0, 0, 0]], // prettier-ignore
  minimise: 'energy',
};

interface Answer {
  readonly feasible: boolean;
  readonly value: number;
  readonly latencyS: number;
  readonly boundaries: number[];
  readonly reason: { readonly kind: string; readonly criterion?: string; readonly least?: number };
}

function answer(problem: unknown): Answer {
  const reply = answerText(JSON.stringify(problem));
  if (!reply.ok) throw new Error(reply.error);
  return JSON.parse(reply.output) as Answer;
}
function errorOf(problem: unknown): string {
  const reply = answerText(JSON.stringify(problem));
  return reply.ok ? reply.output : reply.error;
}
const ask = (change: object) => answer({ ...toy, energy: { ...energy, ...change } });

type Matrix = (number | null)[][];
interface RandomProblem {
  readonly computeS: Matrix;
  readonly shipS: Matrix;
  readonly memory?: { readonly layerBytes: number[]; readonly nodeBytes: (number | null)[] };
  readonly energy: {
    readonly computeJ: Matrix;
    readonly shipJ: Matrix;
    readonly latencyLimitS?: number;
    readonly minUeLayers?: number;
    readonly ueLimitJ?: number;
  };
}

function randomProblem(random: Random): RandomProblem {
  const nodes = 1 + random.integer(4);
  const blocks = 1 + random.integer(5);
  const whole = random.next() < 0.5;
  const entry = () => (random.next() < 0.04 ? null : whole ? random.integer(9) : 9 * random.next());
  const matrix = (rows: number, width: number): Matrix =>
    Array.from({ length: rows }, () => Array.from({ length: width }, entry));
  const limit = (name: string, top: number) =>
    random.next() < 0.4 ? {} : { [name]: whole ? random.integer(top) : random.next() * top };
  return {
    computeS: matrix(nodes, blocks),
    shipS: matrix(nodes - 1, blocks + 1),
    ...(random.next() < 0.3
      ? {
          memory: {
            layerBytes: Array.from({ length: blocks }, () => random.integer(4)),
            nodeBytes: Array.from({ length: nodes }, () => (random.next() < 0.3 ? null : random.integer(9))),
          },
        }
      : {}),
    energy: {
      computeJ: matrix(nodes, blocks),
      shipJ: matrix(nodes - 1, blocks + 1),
      ...limit('latencyLimitS', 9 * blocks),
      ...limit('ueLimitJ', 6 * blocks),
      ...(random.next() < 0.7 ? {} : { minUeLayers: random.integer(blocks + 1) }),
    },
  };
}

interface Sums {
  readonly joules: number;
  readonly seconds: number;
  readonly ueJ: number;
}

/** What a split costs, null = impossible or beyond a node's memory. */
function sumsOf(
  { computeS, shipS, memory, energy: { computeJ, shipJ } }: RandomProblem,
  boundaries: number[],
): Sums | null {
  let joules = 0;
  let seconds = 0;
  let ueJ = 0;
  let from = 0;
  for (const [p, to] of boundaries.entries()) {
    let held = 0;
    for (let l = from; l < to; l++) {
      const j = computeJ[p]![l] ?? null;
      const s = computeS[p]![l] ?? null;
      if (j === null || s === null) return null;
      joules += j;
      seconds += s;
      if (p === 0) ueJ += j;
      held += memory?.layerBytes[l] ?? 0;
    }
    const room = memory?.nodeBytes[p] ?? null;
    if (room !== null && held > room) return null;
    if (p < shipS.length) {
      const j = shipJ[p]![to] ?? null;
      const s = shipS[p]![to] ?? null;
      if (j === null || s === null) return null;
      joules += j;
      seconds += s;
      if (p === 0) ueJ += j;
    }
    from = to;
  }
  return { joules, seconds, ueJ };
}

function everySplit(nodes: number, blocks: number): number[][] {
  if (nodes === 1) return [[blocks]];
  return Array.from({ length: blocks + 1 }, (_, first) => first).flatMap((first) =>
    everySplit(nodes - 1, blocks - first).map((rest) => [first, ...rest.map((to) => first + to)]),
  );
}

describe('the energy of a raw chain', () => {
  it('is the least of all nodes and hops, with its latency', () => {
    expect(ask({})).toEqual({
      feasible: true,
      value: 6,
      latencyS: expect.closeTo(0.6 + 1.2 + 0.55, 12) as number,
      boundaries: [0, 0, 3],
      optimal: true,
    });
  });

  it('keeps limits on latency and on the UE, and layers on the UE', () => {
    expect(ask({ latencyLimitS: 2.3 })).toMatchObject({ boundaries: [0, 1, 3], value: 7 });
    expect(ask({ minUeLayers: 1 })).toMatchObject({ boundaries: [1, 1, 3], value: 9 });
    expect(ask({ minUeLayers: 3 })).toMatchObject({ boundaries: [3, 3, 3], value: 15 });
    expect(ask({ ueLimitJ: 3 })).toMatchObject({ value: 6 });
    expect(ask({ latencyLimitS: 2.35, ueLimitJ: 3 })).toMatchObject({ boundaries: [0, 0, 3] });
    expect(ask({ latencyLimitS: 2.35 * (1 - 1e-10) })).toMatchObject({ boundaries: [0, 0, 3] });
    expect(ask({ latencyLimitS: null, ueLimitJ: null, minUeLayers: null })).toMatchObject({ value: 6 });
  });

  it('names the limit that binds, and the least that can be reached', () => {
    expect(ask({ latencyLimitS: 2 })).toEqual({
      feasible: false,
      reason: {
        kind: 'over-limit',
        criterion: 'latency',
        limit: 2,
        least: expect.closeTo(34 / 15, 9) as number,
      },
    });
    expect(ask({ ueLimitJ: 2 }).reason).toEqual({
      kind: 'over-limit',
      criterion: 'ue-energy',
      limit: 2,
      least: 3,
    });
    // Each alone can be kept.
    expect(ask({ latencyLimitS: 2.3, minUeLayers: 1 }).reason).toMatchObject({
      criterion: 'latency',
      least: 2.5,
    });
    const computeJ = [[null, 5, 5], ...energy.computeJ.slice(1)];
    expect(ask({ computeJ, minUeLayers: 2 }).reason).toEqual({ kind: 'min-ue-layers', minUeLayers: 2 });
    expect(ask({ computeJ: energy.computeJ.map(() => [1, null, 1]) }).reason).toEqual({
      kind: 'no-node-computes',
      block: 1,
    });
    const memory = { layerBytes: [2, 2, 2], nodeBytes: [2, 1, 2] };
    expect(answer({ ...toy, memory, energy }).reason).toMatchObject({ kind: 'does-not-fit' });
  });

  it('is that of the best of every split, with any limits and memory, in 1,500 random chains', () => {
    const random = createRandom(77);
    const met = { feasible: 0, limited: 0 };
    for (let round = 0; round < 1500; round++) {
      const problem = randomProblem(random);
      const { latencyLimitS = Infinity, ueLimitJ = Infinity, minUeLayers = 0 } = problem.energy;
      const splits = everySplit(problem.computeS.length, problem.computeS[0]!.length)
        .filter(([first]) => first! >= minUeLayers)
        .flatMap((boundaries) => sumsOf(problem, boundaries) ?? []);
      const within = splits.filter(
        ({ seconds, ueJ }) => seconds <= latencyLimitS * (1 + 1e-9) && ueJ <= ueLimitJ * (1 + 1e-9),
      );
      const found = answer({ kind: 'chain', ...problem });
      expect(found.feasible).toBe(within.length > 0);
      if (found.feasible) {
        met.feasible++;
        expect(found.value).toBeCloseTo(Math.min(...within.map(({ joules }) => joules)), 9);
        const own = sumsOf(problem, found.boundaries)!;
        expect(found.value).toBeCloseTo(own.joules, 9);
        expect(found.latencyS).toBeCloseTo(own.seconds, 9);
      } else if (found.reason.kind === 'over-limit') {
        met.limited++;
        const least =
          found.reason.criterion === 'latency'
            ? Math.min(...splits.map(({ seconds }) => seconds))
            : Math.min(
                ...splits.flatMap(({ seconds, ueJ }) => (seconds <= latencyLimitS * (1 + 1e-9) ? [ueJ] : [])),
              );
        expect(found.reason.least).toBeCloseTo(least, 9);
      } else expect(splits).toHaveLength(0);
    }
    expect(met.feasible).toBeGreaterThan(500);
    expect(met.limited).toBeGreaterThan(200);
  });

  it('keeps a limit that is exceeded by less than 1e-9, beside plans that keep and that break it', () => {
    const problem = {
      kind: 'chain',
      computeS: [[1 + 2e-9], [1 + 0.9e-9], [1]],
      shipS: [[0, 0], [0, 0]], // prettier-ignore
      energy: { computeJ: [[0], [0.6], [1]], shipJ: [[0, 0], [0, 0]], latencyLimitS: 1 }, // prettier-ignore
    };
    expect(answer(problem)).toMatchObject({ feasible: true, value: 0.6, boundaries: [0, 1, 1] });
  });

  it('under memory limits of 1,000 blocks finds a plan at once, and never gives one up that it has', () => {
    const random = createRandom(8);
    const matrix = (rows: number, width: number): number[][] =>
      Array.from({ length: rows }, () => Array.from({ length: width }, () => random.next()));
    const problem = {
      kind: 'chain',
      computeS: matrix(8, 1000),
      shipS: matrix(7, 1001),
      memory: { layerBytes: new Array(1000).fill(1), nodeBytes: new Array(8).fill(127) },
    };
    const fastest = answer(problem);
    const energy = { computeJ: matrix(8, 1000), shipJ: matrix(7, 1001), latencyLimitS: fastest.value * 1.02 };
    const { problem: chain, energy: wanted } = readChain({ ...problem, energy });
    // Stopped at the first question.
    const found = answerEnergy(chain, wanted!, () => true) as unknown as Answer;
    expect(found.feasible).toBe(true);
    expect(found.latencyS).toBeLessThanOrEqual(fastest.value * 1.02);
    const [from, ...rest] = found.boundaries;
    expect(rest.reduce((last, done) => (expect(done - last).toBeLessThanOrEqual(127), done), from!)).toBe(
      1000,
    );
  });

  it.each([
    [{ computeJ: undefined }, 'energy.computeJ: a list is needed'],
    [{ computeJ: [[1, 1, 1]] }, 'energy.computeJ: 3 entries are needed, found 1'],
    [{ shipJ: [[1, 1, 1], [0, 0, 0, 0]] }, 'energy.shipJ[0]: 4 entries are needed, found 3'], // prettier-ignore
    [{ minimise: 'latency' }, 'energy.minimise: "energy" is needed'],
    [{ latencyLimitS: -1 }, 'energy.latencyLimitS: a finite number from 0 is needed'],
    [{ ueLimitJ: '3' }, 'energy.ueLimitJ: a finite number from 0 is needed'],
    [{ minUeLayers: 1.5 }, 'energy.minUeLayers: a whole number from 0 to 3 is needed'],
    [{ minUeLayers: 4 }, 'energy.minUeLayers: a whole number from 0 to 3 is needed'],
    [{ colour: 1 }, 'energy.colour: no field of this name'],
  ])('that is malformed is refused in one line that names the field: %#', (change, line) => {
    expect(errorOf({ ...toy, energy: { ...energy, ...change } })).toBe(line);
  });

  it('needs an object, and the latency objective', () => {
    expect(errorOf({ ...toy, energy: 3 })).toBe('energy: an object is needed');
    expect(errorOf({ ...toy, energy, objective: 'period' })).toBe(
      'energy: only with the objective "latency"',
    );
  });
});
