/** Seeded random problems for tests and the bench. */
import type { NodeKind } from '../../network/types';
import { createRandom, type Random } from '../../random';
import type { Delivery } from '../../scenario/types';
import type { ChainProblem, RouteProblem } from '../types';

/** `integer` values are small whole numbers: many exact ties, and sums without rounding. */
type Numbers = 'integer' | 'real';

function draw(random: Random, numbers: Numbers, top: number): number {
  return numbers === 'integer' ? random.integer(top + 1) : random.next() * top;
}

export interface ChainOptions {
  readonly numbers: Numbers;
  readonly delivery: Delivery;
  readonly memory: boolean;
  /** Chance that an entry is impossible (Infinity). */
  readonly impossible?: number;
}

/** A chain of `nodes` x `blocks`; `finishS` is what the delivery costs with random return hops. */
export function randomChain(
  random: Random,
  nodes: number,
  blocks: number,
  { numbers, delivery, memory, impossible = 0 }: ChainOptions,
): ChainProblem {
  const row = (length: number, top: number): Float64Array =>
    Float64Array.from({ length }, () => (random.next() < impossible ? Infinity : draw(random, numbers, top)));
  const computeS = Array.from({ length: nodes }, (_, p) => row(blocks, 12 / (1 + p)));
  const shipS = Array.from({ length: nodes - 1 }, () => row(blocks + 1, 8));
  const backS = Array.from({ length: nodes - 1 }, () => draw(random, numbers, 4));
  const finishS = new Float64Array(nodes);
  for (let p = 0; p < nodes; p++) {
    if (delivery === 'sink') for (let h = p; h < nodes - 1; h++) finishS[p]! += shipS[h]![blocks]!;
    if (delivery === 'return') for (let h = 0; h < p; h++) finishS[p]! += backS[h]!;
  }
  if (!memory) return { computeS, shipS, finishS };
  const layerBytes = Float64Array.from({ length: blocks }, () => draw(random, 'integer', 6));
  const nodeBytes = Float64Array.from({ length: nodes }, () =>
    random.next() < 0.2 ? Infinity : random.integer(3 * blocks + 2),
  );
  return { computeS, shipS, finishS, memory: { layerBytes, nodeBytes } };
}

/** A chain like a big model over a 5G network: 50 ms on the first node, each node 3x faster, sizes that shrink. */
export function realisticChain(seed: number, nodes: number, blocks: number): ChainProblem {
  const random = createRandom(seed);
  const computeS = Array.from({ length: nodes }, (_, p) =>
    Float64Array.from({ length: blocks }, () => (0.05 / blocks / 3 ** p) * (0.7 + 0.6 * random.next())),
  );
  const bytes = Float64Array.from(
    { length: blocks + 1 },
    (_, i) => 6e5 * (1 - i / (blocks + 1)) * (0.4 + random.next()) + 4e3,
  );
  const shipS = Array.from({ length: nodes - 1 }, (_, h) =>
    bytes.map((size) => size * 8e-9 * (1 + h) + 1e-3),
  );
  return { computeS, shipS, finishS: new Float64Array(nodes) };
}

export interface RouteOptions {
  readonly numbers: Numbers;
  readonly delivery: Delivery;
  readonly memory?: boolean;
  /** Chance of an arc between two nodes. */
  readonly density?: number;
  /** Chance that a node computes. */
  readonly computing?: number;
}

const kinds: readonly NodeKind[] = ['gnb', 'iab', 'mec', 'core', 'cloud'];

/** A random directed network; node 0 is the source, the last node the sink. Some arcs cost nothing. */
export function randomNetwork(
  random: Random,
  nodeCount: number,
  blockCount: number,
  { numbers, delivery, memory = false, density = 0.5, computing = 0.8 }: RouteOptions,
): RouteProblem {
  const arcs: [number, number][] = [];
  for (let a = 0; a < nodeCount; a++) {
    for (let b = 0; b < nodeCount; b++) if (a !== b && random.next() < density) arcs.push([a, b]);
  }
  const computes = Uint8Array.from({ length: nodeCount }, () => (random.next() < computing ? 1 : 0));
  const computeS = Float64Array.from({ length: nodeCount * blockCount }, (_, k) =>
    computes[Math.floor(k / blockCount)] === 1 ? draw(random, numbers, 10) : Infinity,
  );
  return {
    nodeCount,
    blockCount,
    source: 0,
    sink: nodeCount - 1,
    delivery,
    kinds: Array.from({ length: nodeCount }, (_, v) =>
      v === 0 ? 'ue' : kinds[random.integer(kinds.length)]!,
    ),
    computeS,
    computes,
    boundaryBytes: Float64Array.from({ length: blockCount + 1 }, () => draw(random, numbers, 6)),
    weightBytes: Float64Array.from({ length: blockCount }, () => random.integer(5)),
    memoryBytes: Float64Array.from({ length: nodeCount }, () =>
      memory && random.next() < 0.8 ? random.integer(3 * blockCount) : Infinity,
    ),
    arcFrom: Int32Array.from(arcs, ([a]) => a),
    arcTo: Int32Array.from(arcs, ([, b]) => b),
    arcLink: Int32Array.from(arcs, (_, k) => k),
    arcDirection: new Uint8Array(arcs.length),
    arcSecondsPerByte: Float64Array.from(arcs, () => (random.next() < 0.2 ? 0 : draw(random, numbers, 3))),
    arcFixedS: Float64Array.from(arcs, () => (random.next() < 0.4 ? 0 : draw(random, numbers, 3))),
  };
}

/** The same network with about half of its nodes untrusted, and a limit that closes some boundaries to them. */
export function withTrust(random: Random, problem: RouteProblem): RouteProblem {
  const trusted = Uint8Array.from(problem.kinds, () => random.integer(2));
  const leakage = Float64Array.from(problem.boundaryBytes, () => random.integer(6));
  return { ...problem, trust: { trusted, leakage, limit: random.integer(6) } };
}

export interface RowOptions {
  readonly bothWays: boolean;
  readonly delivery: Delivery;
}

/** A row of nodes as a drawn network; hop h takes fixedS[h] + bytes * secondsPerByte[h] in either direction. */
export function rowNetwork(
  computeS: readonly (readonly number[])[],
  boundaryBytes: readonly number[],
  secondsPerByte: readonly number[],
  fixedS: readonly number[],
  { bothWays, delivery }: RowOptions,
): RouteProblem {
  const nodeCount = computeS.length;
  const blockCount = boundaryBytes.length - 1;
  const hops = secondsPerByte.map((_, h) => h);
  const arcs = hops.flatMap((h) =>
    bothWays
      ? [
          { from: h, to: h + 1, h },
          { from: h + 1, to: h, h },
        ]
      : [{ from: h, to: h + 1, h }],
  );
  return {
    nodeCount,
    blockCount,
    source: 0,
    sink: nodeCount - 1,
    delivery,
    kinds: Array.from({ length: nodeCount }, (_, v) =>
      v === 0 ? 'ue' : v === nodeCount - 1 ? 'cloud' : 'mec',
    ),
    computeS: Float64Array.from(computeS.flat()),
    computes: new Uint8Array(nodeCount).fill(1),
    boundaryBytes: Float64Array.from(boundaryBytes),
    weightBytes: new Float64Array(blockCount),
    memoryBytes: new Float64Array(nodeCount).fill(Infinity),
    arcFrom: Int32Array.from(arcs, ({ from }) => from),
    arcTo: Int32Array.from(arcs, ({ to }) => to),
    arcLink: Int32Array.from(arcs, ({ h }) => h),
    arcDirection: Uint8Array.from(arcs, ({ from, to }) => (from < to ? 0 : 1)),
    arcSecondsPerByte: Float64Array.from(arcs, ({ h }) => secondsPerByte[h]!),
    arcFixedS: Float64Array.from(arcs, ({ h }) => fixedS[h]!),
  };
}

/** Fig. 2 of HiveMind: 1 unit = 1 Mbit and 1 s; MEC and cloud run at 3x and 10x, MEC-cloud capacity is c Mbit/s. */
export function figure2(c: number, delivery: Delivery = 'stay', bothWays = false): RouteProblem {
  const onUe = [0.5, 1, 4];
  const megabits = [1.2, 1, 4, 0];
  return rowNetwork(
    [1, 3, 10].map((speed) => onUe.map((time) => time / speed)),
    megabits.map((size) => (size * 1e6) / 8),
    [2, c].map((mbps) => 8 / (mbps * 1e6)),
    [0, 0],
    { bothWays, delivery },
  );
}
