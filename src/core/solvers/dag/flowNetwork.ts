/**
 * The flow network whose cuts are the labellings of an operator graph (MATHS 2, SOLVERS 2). Names and capacities of vertices and
 * arcs are in `certificateTypes.ts`; here the auxiliary vertices of a tensor with a single consumer are left out (one arc does the
 * same), and an infinite arc shares a pair with the finite one that goes the other way, which halves the arcs.
 */
import { PairList, type Arcs } from './arcs';
import type { DagProblem, DagTensor } from './types';

export const source = 0;
export const target = 1;

/** What an auxiliary vertex is for: a tensor on its way out, or back. */
export interface Auxiliary {
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

export function buildFlowNetwork(problem: DagProblem): FlowNetwork {
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
  for (const [k, tensor] of problem.tensors.entries()) addTensor(builder, problem, k, tensor);
  if (!problem.upstream) {
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

function addTensor(builder: Builder, problem: DagProblem, k: number, tensor: DagTensor): void {
  const { producer, toSink, shipS } = tensor;
  const { pairs, hops } = builder;
  const consumers = [...new Set(tensor.consumers)];
  const backS = problem.upstream ? tensor.backS : undefined;
  if (toSink) {
    for (let h = 0; h < hops; h++)
      builder.addThrough(source, builder.vertex(producer, h), shipS[h]!, 0, k * hops + h, 0);
  } else if (consumers.length > 1 && shipS.some((seconds) => seconds > 0)) {
    const auxiliary = builder.auxiliary(k, 'out');
    for (let h = 0; h < hops; h++) {
      if (shipS[h] === 0) continue;
      for (const v of consumers) pairs.add(builder.vertex(v, h), auxiliary(h), Infinity, 0);
      pairs.add(auxiliary(h), builder.vertex(producer, h), shipS[h]!, 0);
    }
  } else if (consumers.length === 1) {
    const [v] = consumers;
    for (let h = 0; h < hops; h++) {
      const back = producer < 0 ? 0 : backS === undefined ? Infinity : backS[h]!;
      const isBack = backS === undefined ? 0 : 1;
      const ends = [builder.vertex(v!, h), builder.vertex(producer, h)] as const;
      builder.addThrough(...ends, shipS[h]!, back, k * hops + h, isBack);
    }
    return;
  }
  if (producer >= 0) addWayBack(builder, k, producer, consumers, backS);
}

/** Consumers before the producer: impossible, or at the price of `backS`. */
function addWayBack(
  builder: Builder,
  k: number,
  producer: number,
  consumers: readonly number[],
  backS: Float64Array | undefined,
): void {
  const { pairs, hops } = builder;
  const auxiliary = backS !== undefined && consumers.length > 1 ? builder.auxiliary(k, 'back') : null;
  for (let h = 0; h < hops; h++) {
    const from = builder.vertex(producer, h);
    if (auxiliary !== null && backS![h]! > 0) {
      pairs.add(from, auxiliary(h), backS![h]!, 0);
      for (const v of consumers) pairs.add(auxiliary(h), builder.vertex(v, h), Infinity, 0);
    } else if (backS === undefined) {
      for (const v of consumers) pairs.add(from, builder.vertex(v, h), Infinity, 0);
    } else if (consumers.length === 1) {
      // As an arc back, so that the certificate leads it through the right auxiliary vertex.
      builder.addThrough(builder.vertex(consumers[0]!, h), from, 0, backS[h]!, k * hops + h, 1);
    }
  }
}

/** Labels of the operators, given the source's side of a cut: how many of an operator's vertices are on it. */
export function labelsOf({ hops, operators }: FlowNetwork, side: Uint8Array): Int32Array {
  const labels = new Int32Array(operators);
  for (let v = 0; v < operators; v++) for (let h = 0; h < hops; h++) labels[v]! += side[2 + v * hops + h]!;
  return labels;
}
