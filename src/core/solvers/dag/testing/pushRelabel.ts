/**
 * A second way to the optimum of an operator graph: the network of `certificateTypes.ts` written out in full, vertex by vertex, and
 * its maximum flow by push-relabel (Goldberg and Tarjan 1988, first in first out). Shares no code with the solver.
 */
import type { DagProblem } from '../types';

interface Edge {
  readonly from: number;
  readonly to: number;
  readonly capacity: number;
}

/** Seconds of the best labelling; Infinity when there is none. */
export function optimumByPushRelabel(problem: DagProblem): number {
  const { edges, vertexCount } = writtenOut(problem);
  let finite = 1;
  for (const { capacity } of edges) if (capacity !== Infinity) finite += capacity;
  // No finite cut reaches this, so it serves as "no limit".
  const value = pushRelabel(
    vertexCount,
    edges.map((edge) => (edge.capacity === Infinity ? { ...edge, capacity: 2 * finite } : edge)),
  );
  return value > 1.5 * finite ? Infinity : value;
}

const source = 0;
const target = 1;

function writtenOut({ computeS, tensors, edges: order, upstream }: DagProblem): {
  readonly edges: Edge[];
  readonly vertexCount: number;
} {
  const nodes = computeS.length;
  const edges: Edge[] = [];
  const numbers = new Map<string, number>([
    ['source', source],
    ['target', target],
  ]);
  const vertex = (name: string): number => {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, numbers.size);
    return numbers.size - 1;
  };
  const operator = (v: number, h: number): string =>
    h < 0 ? 'source' : v < 0 || h === nodes - 1 ? 'target' : `o${v}.${h}`;
  const arc = (from: string, to: string, capacity: number): void => {
    edges.push({ from: vertex(from), to: vertex(to), capacity });
  };
  for (const [p, row] of computeS.entries())
    for (const [v, seconds] of row.entries()) arc(operator(v, p - 1), operator(v, p), seconds);
  for (let h = 0; h < nodes - 1; h++) {
    for (let v = 0; h > 0 && v < computeS[0]!.length; v++) arc(operator(v, h), operator(v, h - 1), Infinity);
    if (!upstream) for (const [u, v] of order) arc(operator(u, h), operator(v, h), Infinity);
    for (const [k, { producer, consumers, toSink, shipS, backS }] of tensors.entries()) {
      arc(`t${k}.${h}`, operator(producer, h), shipS[h]!);
      if (toSink) arc('source', `t${k}.${h}`, Infinity);
      if (producer >= 0)
        arc(operator(producer, h), `b${k}.${h}`, (upstream ? backS?.[h] : undefined) ?? Infinity);
      for (const c of consumers) {
        arc(operator(c, h), `t${k}.${h}`, Infinity);
        if (producer >= 0) arc(`b${k}.${h}`, operator(c, h), Infinity);
      }
    }
  }
  return { edges, vertexCount: numbers.size };
}

/** Value of the maximum flow from vertex 0 to vertex 1. */
function pushRelabel(vertexCount: number, edges: readonly Edge[]): number {
  const arcs: { readonly to: number; room: number; readonly mate: number }[][] = Array.from(
    { length: vertexCount },
    () => [],
  );
  for (const { from, to, capacity } of edges) {
    arcs[from]!.push({ to, room: capacity, mate: arcs[to]!.length });
    arcs[to]!.push({ to: from, room: 0, mate: arcs[from]!.length - 1 });
  }
  const excess = new Float64Array(vertexCount);
  const height = new Int32Array(vertexCount);
  const queue: number[] = [];
  const waiting = new Uint8Array(vertexCount);
  const push = (v: number, k: number, amount: number): void => {
    const arc = arcs[v]![k]!;
    arc.room = arc.room === amount ? 0 : arc.room - amount;
    arcs[arc.to]![arc.mate]!.room += amount;
    excess[v] = excess[v] === amount ? 0 : excess[v]! - amount;
    excess[arc.to]! += amount;
    if (arc.to !== source && arc.to !== target && waiting[arc.to] === 0) {
      waiting[arc.to] = 1;
      queue.push(arc.to);
    }
  };
  /** Heights are distances to the target; what cannot reach it is lifted out of the way. */
  const measure = (): void => {
    height.fill(vertexCount);
    height[target] = 0;
    const seen = [target];
    for (const v of seen)
      for (const { to, mate } of arcs[v]!) {
        if (to === source || height[to] !== vertexCount || arcs[to]![mate]!.room === 0) continue;
        height[to] = height[v]! + 1;
        seen.push(to);
      }
  };
  measure();
  for (const [k, { room }] of arcs[source]!.entries()) {
    if (room === 0) continue;
    excess[source]! += room;
    push(source, k, room);
  }
  for (let at = 0, work = 0; at < queue.length; at++) {
    const v = queue[at]!;
    waiting[v] = 0;
    while (excess[v]! > 0 && height[v]! < vertexCount) {
      let lowest = vertexCount;
      for (const [k, { to, room }] of arcs[v]!.entries()) {
        if (room === 0) continue;
        if (height[to] === height[v]! - 1) {
          push(v, k, Math.min(room, excess[v]!));
          if (excess[v] === 0) break;
        } else if (height[to]! < lowest) lowest = height[to]!;
      }
      work += arcs[v]!.length;
      if (excess[v]! > 0) height[v] = Math.max(height[v]! + 1, Math.min(vertexCount, lowest + 1));
    }
    if (work > 8 * edges.length) {
      measure();
      work = 0;
    }
  }
  return excess[target]!;
}
