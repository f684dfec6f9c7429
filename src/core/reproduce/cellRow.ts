/**
 * The way from the UE over one cell to the sink as HiveMind sees it, a row of nodes, with what the paper's energy objective counts:
 * the UE and the hosts at IAB nodes, their work beyond idling and their radios. Hosts in the core and the cloud count nothing.
 */
import type { CellRoutes } from '../simulation/simulatedNetwork';
import type { ChainCosts } from '../solvers/objectives/chainCriteria';

/** Forward and, in training, backward over the same split. */
export type RowTask = 'inference' | 'training';

/** A radio that is counted: what it draws while bits are on air. 0: none. */
interface Radio {
  readonly interceptW: number;
  readonly wattsPerMbps: number;
}

interface Hop {
  /** Arcs of the simulation, and of the problem; every wire of the paper has both directions. */
  readonly up: number;
  readonly down: number;
  readonly upOfProblem: number;
  readonly downOfProblem: number;
  readonly fixedUpS: number;
  readonly fixedDownS: number;
  readonly radioUp: Radio;
  readonly radioDown: Radio;
}

export interface CellRow {
  readonly routes: CellRoutes;
  /** Of the problem, the UE first. */
  readonly nodes: readonly number[];
  readonly hops: readonly Hop[];
  /** [p][l] of one forward run. */
  readonly forwardS: readonly Float64Array[];
  readonly forwardJ: readonly Float64Array[];
}

/** A split of a row: `boundaries[p]` blocks are done after node p, L from node `last` on, where it ends. */
export interface RowSplit {
  readonly boundaries: ArrayLike<number>;
  readonly last: number;
}

export function cellRow(routes: CellRoutes): CellRow {
  const { problem, edgeEnergy } = routes;
  if (edgeEnergy === null) throw new Error('the paper’s nodes have power figures');
  const nodes = fewestHops(routes);
  const { kinds, source, blockCount, computeS } = problem;
  const isCounted = (v: number): boolean => v === source || kinds[v] === 'iab';
  const radioOf = (arc: number): Radio => {
    const tail = problem.arcFrom[arc]!;
    const counts = isCounted(tail) || problem.arcTo[arc] === source;
    if (!counts) return { interceptW: 0, wattsPerMbps: 0 };
    return { interceptW: edgeEnergy.interceptW[arc]!, wattsPerMbps: edgeEnergy.wattsPerMbps[arc]! };
  };
  const rowOf = (table: Float64Array, v: number): Float64Array =>
    table.slice(v * blockCount, (v + 1) * blockCount);
  return {
    routes,
    nodes,
    hops: nodes.slice(1).map((next, h) => {
      const up = arcBetween(routes, nodes[h]!, next);
      const down = arcBetween(routes, next, nodes[h]!);
      return {
        up: routes.arcs[up]!,
        down: routes.arcs[down]!,
        upOfProblem: up,
        downOfProblem: down,
        fixedUpS: problem.arcFixedS[up]!,
        fixedDownS: problem.arcFixedS[down]!,
        radioUp: radioOf(up),
        radioDown: radioOf(down),
      };
    }),
    forwardS: nodes.map((v) => rowOf(computeS, v)),
    forwardJ: nodes.map((v) =>
      isCounted(v)
        ? rowOf(edgeEnergy.computeJ, v)
        : rowOf(computeS, v).map((seconds) => (seconds === Infinity ? Infinity : 0)),
    ),
  };
}

/** The nodes from the UE to the sink over the fewest hops; of equal ways the one met first. */
function fewestHops({ problem }: CellRoutes): number[] {
  const { nodeCount, source, sink, arcFrom, arcTo } = problem;
  const before = new Int32Array(nodeCount).fill(-1);
  before[source] = source;
  const queue = [source];
  for (let at = 0; at < queue.length && before[sink] === -1; at++) {
    for (let a = 0; a < arcFrom.length; a++) {
      if (arcFrom[a] !== queue[at] || before[arcTo[a]!] !== -1) continue;
      before[arcTo[a]!] = arcFrom[a]!;
      queue.push(arcTo[a]!);
    }
  }
  if (before[sink] === -1) throw new Error('the paper’s sink can be reached');
  const nodes = [sink];
  while (nodes[0] !== source) nodes.unshift(before[nodes[0]!]!);
  return nodes;
}

function arcBetween({ problem: { arcFrom, arcTo } }: CellRoutes, from: number, to: number): number {
  const arc = arcFrom.findIndex((tail, a) => tail === from && arcTo[a] === to);
  if (arc < 0) throw new Error('the paper’s links go both ways');
  return arc;
}

/** What a split of the row comes to, part by part, at these capacities [Mbit/s, one for each arc of the problem]. */
export interface RowPrices {
  readonly latencyS: ChainCosts;
  readonly energyJ: ChainCosts;
}

/**
 * In training a block runs forward and backward, which takes `backwardFactor` times as long, and a boundary's gradients, as large
 * as its activations, come back over the hop: but for the raw input, whose gradient nobody wants (HiveMind eq. 8).
 */
export function rowPrices(
  { routes, hops, forwardS, forwardJ }: CellRow,
  mbps: Float64Array,
  task: RowTask,
  backwardFactor: number,
): RowPrices {
  const work = task === 'training' ? 1 + backwardFactor : 1;
  const times = (values: Float64Array): Float64Array => values.map((value) => value * work);
  const goesBack = (i: number): boolean => task === 'training' && i > 0;
  const ship = (part: keyof ParcelPrice): Float64Array[] =>
    hops.map((hop) =>
      Float64Array.from(
        routes.megabits,
        (size, i) =>
          hopPrice(hop, mbps, size, 'up')[part] + (goesBack(i) ? hopPrice(hop, mbps, size, 'down')[part] : 0),
      ),
    );
  return {
    latencyS: { compute: forwardS.map(times), ship: ship('latencyS') },
    energyJ: { compute: forwardJ.map(times), ship: ship('energyJ') },
  };
}

interface ParcelPrice {
  readonly latencyS: number;
  readonly energyJ: number;
}

/** So many megabits over one hop at these capacities. */
function hopPrice(hop: Hop, mbps: Float64Array, megabits: number, direction: 'up' | 'down'): ParcelPrice {
  const isUp = direction === 'up';
  const rate = mbps[isUp ? hop.upOfProblem : hop.downOfProblem]!;
  if (!(rate > 0)) return { latencyS: Infinity, energyJ: Infinity };
  const { interceptW, wattsPerMbps } = isUp ? hop.radioUp : hop.radioDown;
  return {
    latencyS: megabits / rate + (isUp ? hop.fixedUpS : hop.fixedDownS),
    energyJ: megabits * (interceptW / rate + wattsPerMbps),
  };
}

/** So many megabits from node `from` of the row to node `to`, hop by hop, either way. */
export function parcelPrice(
  { hops }: CellRow,
  mbps: Float64Array,
  megabits: number,
  from: number,
  to: number,
): ParcelPrice {
  const direction = from <= to ? 'up' : 'down';
  let latencyS = 0;
  let energyJ = 0;
  for (let h = Math.min(from, to); h < Math.max(from, to); h++) {
    const price = hopPrice(hops[h]!, mbps, megabits, direction);
    latencyS += price.latencyS;
    energyJ += price.energyJ;
  }
  return { latencyS, energyJ };
}

/** What a split comes to at the prices, its parts summed. */
export function priceOf({ compute, ship }: ChainCosts, { boundaries, last }: RowSplit): number {
  let sum = 0;
  for (let p = 0, from = 0; p <= last; p++) {
    const to = boundaries[p]!;
    for (let l = from; l < to; l++) sum += compute[p]![l]!;
    if (p < last) sum += ship[p]![to]!;
    from = to;
  }
  return sum;
}
