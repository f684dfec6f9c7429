/**
 * The flow network whose cuts are the labellings of an operator graph (MATHS 2, SOLVERS 2). Names and capacities of vertices and
 * arcs are in `certificateTypes.ts`; here, to keep it small:
 * - an infinite arc shares a pair with the finite one that goes the other way;
 * - a tensor with a single consumer has one arc in place of an auxiliary vertex;
 * - where labels never decrease, the first and the last consumers of a tensor speak for those between them (the input of a
 *   residual block: its first operator waits, its sum decides how far the tensor goes).
 */
import { endsAmong, type EndsOf } from './closure';
import { PairList, type Arcs } from './arcs';
import type { DagProblem, DagTensor } from './types';

export const source = 0;
export const target = 1;

/** What an auxiliary vertex is for: a tensor on its way out, or back. */
interface Auxiliary {
  readonly tensor: number;
  readonly way: 'out' | 'back';
}

export interface FlowNetwork {
  readonly arcs: Arcs;
  readonly hops: number;
  readonly operators: number;
  /** Group g of auxiliary vertices; its vertex for hop h is 2 + (operators + g) * hops + h. */
  readonly auxiliaries: readonly Auxiliary[];
  /** Pairs that stand for a way through auxiliary vertices that were left out: tensor * hops + hop; others -1. */
  readonly through: Int32Array;
  /** Of those, whether the arc back stands for one, too. */
  readonly throughBack: Uint8Array;
}

class Builder {
  readonly pairs = new PairList();
  readonly auxiliaries: Auxiliary[] = [];
  /** Pair, tensor * hops + hop, and 1 if the arc back is a way through, too. */
  readonly through: [pair: number, via: number, back: 0 | 1][] = [];

  constructor(
    readonly nodes: number,
    readonly operators: number,
  ) {}

  get hops(): number {
    return this.nodes - 1;
  }

  /** Vertex of operator v and hop h: on the source's side iff v runs beyond hop h. The input (-1) never does. */
  vertex(v: number, h: number): number {
    if (h < 0) return source;
    return v < 0 || h >= this.hops ? target : 2 + v * this.hops + h;
  }

  auxiliary(tensor: number, way: Auxiliary['way']): (h: number) => number {
    const group = this.operators + this.auxiliaries.push({ tensor, way }) - 1;
    return (h) => 2 + group * this.hops + h;
  }

  addThrough(from: number, to: number, capacity: number, back: number, via: number, isBack: 0 | 1): void {
    const pair = this.pairs.add(from, to, capacity, back);
    if (pair >= 0) this.through.push([pair, via, isBack]);
  }
}

/** @param order in which the operators can run (`orderOf`) */
export function buildFlowNetwork(problem: DagProblem, order: Int32Array): FlowNetwork {
  const nodes = problem.computeS.length;
  const operators = problem.computeS[0]!.length;
  const builder = new Builder(nodes, operators);
  const { pairs, hops, auxiliaries } = builder;
  for (let v = 0; v < operators; v++) {
    for (let p = 0; p < nodes; p++) {
      const ordered = p > 0 && p < hops ? Infinity : 0;
      pairs.add(builder.vertex(v, p - 1), builder.vertex(v, p), problem.computeS[p]![v]!, ordered);
    }
  }
  if (problem.upstream) {
    for (const [k, tensor] of problem.tensors.entries()) addUpstreamTensor(builder, k, tensor);
  } else {
    const ends = endsAmong(problem, order);
    for (const [k, tensor] of problem.tensors.entries()) addTensor(builder, k, tensor, ends);
    for (const [u, v] of problem.edges)
      for (let h = 0; h < hops; h++) pairs.add(builder.vertex(u, h), builder.vertex(v, h), Infinity, 0);
  }
  const through = new Int32Array(pairs.count).fill(-1);
  const throughBack = new Uint8Array(pairs.count);
  for (const [pair, via, isBack] of builder.through) {
    through[pair] = via;
    throughBack[pair] = isBack;
  }
  const arcs = pairs.pack(2 + (operators + auxiliaries.length) * hops);
  return { arcs, hops, operators, auxiliaries, through, throughBack };
}

/** A tensor of a problem in which labels never decrease along it. */
function addTensor(builder: Builder, k: number, tensor: DagTensor, endsOf: EndsOf): void {
  const { producer, toSink, shipS } = tensor;
  const { pairs, hops } = builder;
  const { firsts, lasts } = endsOf([...new Set(tensor.consumers)]);
  const only = !toSink && lasts.length === 1 ? lasts[0]! : null;
  if (only === null) addWayOut(builder, k, tensor, lasts);
  for (let h = 0; h < hops; h++) {
    const made = builder.vertex(producer, h);
    const wait = producer < 0 ? 0 : Infinity;
    if (only !== null) builder.addThrough(builder.vertex(only, h), made, shipS[h]!, wait, k * hops + h, 0);
    for (const v of firsts) if (v !== only) pairs.add(made, builder.vertex(v, h), wait, 0);
  }
}

/** A tensor of a problem in which it may travel back. */
function addUpstreamTensor(builder: Builder, k: number, tensor: DagTensor): void {
  const { producer, toSink, shipS, backS } = tensor;
  const { pairs, hops } = builder;
  const consumers = [...new Set(tensor.consumers)];
  const only = !toSink && consumers.length === 1 ? consumers[0]! : null;
  if (only === null) addWayOut(builder, k, tensor, consumers);
  const auxiliary = backS !== undefined && only === null ? builder.auxiliary(k, 'back') : null;
  for (let h = 0; h < hops; h++) {
    const made = builder.vertex(producer, h);
    const back = producer < 0 ? 0 : (backS?.[h] ?? Infinity);
    const isBack = backS === undefined ? 0 : 1;
    if (only !== null) {
      builder.addThrough(builder.vertex(only, h), made, shipS[h]!, back, k * hops + h, isBack);
    } else if (back > 0) {
      if (auxiliary !== null) pairs.add(made, auxiliary(h), back, 0);
      for (const v of consumers) pairs.add(auxiliary?.(h) ?? made, builder.vertex(v, h), Infinity, 0);
    }
  }
}

/** What a tensor pays when the sink, or the furthest of several consumers, lies beyond a hop. */
function addWayOut(
  builder: Builder,
  k: number,
  { producer, toSink, shipS }: DagTensor,
  consumers: readonly number[],
): void {
  const { pairs, hops } = builder;
  if (!toSink && (consumers.length === 0 || shipS.every((seconds) => seconds === 0))) return;
  const auxiliary = toSink ? null : builder.auxiliary(k, 'out');
  for (let h = 0; h < hops; h++) {
    const made = builder.vertex(producer, h);
    if (auxiliary === null) {
      builder.addThrough(source, made, shipS[h]!, 0, k * hops + h, 0);
    } else if (shipS[h]! > 0) {
      for (const v of consumers) pairs.add(builder.vertex(v, h), auxiliary(h), Infinity, 0);
      pairs.add(auxiliary(h), made, shipS[h]!, 0);
    }
  }
}

/** Labels of the operators, given the source's side of a cut: how many of an operator's vertices are on it. */
export function labelsOf({ hops, operators }: FlowNetwork, side: Uint8Array): Int32Array {
  const labels = new Int32Array(operators);
  for (let v = 0; v < operators; v++) for (let h = 0; h < hops; h++) labels[v]! += side[2 + v * hops + h]!;
  return labels;
}
