/**
 * A graph over the scenario's row in the numbers of the minimum cut.
 *
 * - A hop takes one route, the cheapest for the raw input, so that every tensor costs bytes x seconds per byte. Its propagation and
 *   overhead are paid once, however many tensors cross: while labels never decrease, all that crosses a hop can leave together.
 * - A tensor on its way back pays these for itself, and for the crossing outwards that may follow it: never too little.
 * - Delivery is a cost of the node on which the result is made, by the cheapest route from there.
 * - Untrusted nodes compute nothing, unless every boundary of the model may be handed to them: leakage is known for boundaries of
 *   the chain, not for single tensors.
 */
import { rowNodes } from '../cost/rowChain';
import { arcsTo, deliveryS, routesForBoundary } from '../solvers/routes';
import { isOpen } from '../solvers/trust';
import type { ChainProblem, RouteProblem } from '../solvers/types';
import type { DagProblem, DagTensor } from '../solvers/dag/types';
import type { SizedGraph } from './operatorsGraph';

/** One way over a hop; null where nothing leads. */
type Way = { readonly perByteS: number; readonly fixedS: number } | null;

export interface RowCosts {
  /** Node indices of the route problem, UE first. */
  readonly nodes: readonly number[];
  readonly out: readonly Way[];
  readonly back: readonly Way[];
  /** Seconds of operator v on node p, [p][v]; without delivery. */
  readonly operatorS: readonly Float64Array[];
  /** Seconds to deliver the result made on node p. */
  readonly finishS: readonly number[];
  /** Nodes of the row that have a device and must not compute here. */
  readonly withheld: readonly number[];
}

/** @param modelWork work of the scenario's own model, in the unit of the operators' work */
export function rowCosts(problem: RouteProblem, graph: SizedGraph, modelWork: number): RowCosts {
  const nodes = rowNodes(problem);
  const withheld = withheldNodes(problem, nodes);
  const { blockCount } = problem;
  const asResult = {
    ...problem,
    boundaryBytes: problem.boundaryBytes.with(blockCount, graph.outputBytes),
  };
  const goalS = deliveryS(asResult);
  const timeOf =
    graph.times === 'effective-rate' ? atRate(problem, graph, modelWork) : inShares(problem, graph);
  return {
    nodes,
    out: nodes.slice(1).map((next, h) => wayOf(problem, nodes[h]!, next)),
    back: nodes.slice(1).map((next, h) => wayOf(problem, next, nodes[h]!)),
    operatorS: nodes.map((node) =>
      withheld.includes(node)
        ? new Float64Array(graph.operators.length).fill(Infinity)
        : Float64Array.from(graph.operators, (_, v) => timeOf(node, v)),
    ),
    finishS: nodes.map((node) => goalS[node]!),
    withheld,
  };
}

function withheldNodes({ trust, blockCount }: RouteProblem, nodes: readonly number[]): number[] {
  if (trust === undefined) return [];
  for (let i = 0; i < blockCount; i++)
    if (!isOpen(trust, i)) return nodes.filter((node) => trust.trusted[node] === 0);
  return [];
}

function wayOf(problem: RouteProblem, from: number, to: number): Way {
  const arcs = arcsTo(problem, routesForBoundary(problem, from, 0), 0, to);
  if (arcs.length === 0) return null;
  return arcs.reduce(
    ({ perByteS, fixedS }, arc) => ({
      perByteS: perByteS + problem.arcSecondsPerByte[arc]!,
      fixedS: fixedS + problem.arcFixedS[arc]!,
    }),
    { perByteS: 0, fixedS: 0 },
  );
}

/** The node's time of the block, shared by work; alike where none of its operators has any. */
function inShares({ computeS, blockCount }: RouteProblem, graph: SizedGraph) {
  const blockWork = new Float64Array(blockCount);
  const members = new Int32Array(blockCount);
  for (const { block, work } of graph.operators) {
    blockWork[block]! += work;
    members[block]!++;
  }
  return (node: number, v: number): number => {
    const { block, work } = graph.operators[v]!;
    const seconds = computeS[node * blockCount + block]!;
    if (seconds === Infinity) return Infinity;
    return blockWork[block] === 0 ? seconds / members[block]! : (seconds * work) / blockWork[block]!;
  };
}

/** The node's time for the scenario's model over the work of that model, times the operator's work. */
function atRate({ computeS, blockCount }: RouteProblem, graph: SizedGraph, modelWork: number) {
  return (node: number, v: number): number => {
    let modelS = 0;
    for (let b = 0; b < blockCount; b++) modelS += computeS[node * blockCount + b]!;
    return modelS === Infinity ? Infinity : (modelS / Math.max(1, modelWork)) * graph.operators[v]!.work;
  };
}

/** Seconds of `bytes` over a way without its fixed costs. */
export function sendS(way: Way, bytes: number): number {
  return way === null ? Infinity : way.perByteS * bytes;
}

/** Seconds of a tensor on its way back over hop h: its own, and the fixed costs of the round trip. */
export function sendBackS({ out, back }: RowCosts, h: number, bytes: number): number {
  return sendS(back[h]!, bytes) + (back[h]?.fixedS ?? Infinity) + (out[h]?.fixedS ?? Infinity);
}

/**
 * The operator on whose node the result is, and is delivered from: the one that makes it, or, where there are several results
 * (or an input is one), one more than the graph has, which brings them together without work.
 */
export function resultOperator({ operators, results, tensors }: SizedGraph): number {
  const only = results.length === 1 ? tensors[results[0]!]!.producer : -1;
  return only < 0 ? operators.length : only;
}

/** Tensor k of the problem is tensor k of the graph; the one more stands for the fixed costs of the hops. */
export function dagOf(graph: SizedGraph, costs: RowCosts, upstream: boolean): DagProblem {
  const { nodes, out, operatorS, finishS } = costs;
  const hops = nodes.length - 1;
  const overHops = (seconds: (h: number) => number) =>
    Float64Array.from({ length: hops }, (_, h) => seconds(h));
  const last = resultOperator(graph);
  const isGathered = last === graph.operators.length;
  const results = new Set(isGathered ? graph.results : []);
  const tensors = graph.tensors.map(({ producer, consumers, bytes }, k): DagTensor => {
    const tensor = {
      producer,
      consumers: results.has(k) ? [...consumers, last] : consumers,
      toSink: false,
      shipS: overHops((h) => sendS(out[h]!, bytes)),
    };
    return upstream ? { ...tensor, backS: overHops((h) => sendBackS(costs, h, bytes)) } : tensor;
  });
  const readers = new Set(
    tensors.filter(({ consumers }) => consumers.length > 0).map(({ producer }) => producer),
  );
  const all = Array.from({ length: graph.operators.length + (isGathered ? 1 : 0) }, (_, v) => v);
  const fixed: DagTensor = {
    producer: -1,
    // While labels never decrease, the last operators speak for all.
    consumers: upstream ? all : all.filter((v) => !readers.has(v)),
    toSink: false,
    shipS: overHops((h) => out[h]?.fixedS ?? Infinity),
  };
  return {
    computeS: operatorS.map((row, p) => {
      const seconds = new Float64Array(all.length);
      seconds.set(row);
      // What computes nothing brings nothing together either.
      if (isGathered && costs.withheld.includes(nodes[p]!)) seconds[last] = Infinity;
      seconds[last]! += finishS[p]!;
      return seconds;
    }),
    tensors: [...tensors, fixed],
    edges: [],
    upstream,
  };
}

/** The same graph in blocks, with the same costs: what a chain solver splits. */
export function chainOf(graph: SizedGraph, { nodes, out, operatorS, finishS }: RowCosts): ChainProblem {
  const blockCount = graph.blocks.length;
  const liveBytes = new Float64Array(blockCount + 1);
  const results = new Set(graph.results);
  for (const [k, { producer, consumers, bytes }] of graph.tensors.entries()) {
    const from = producer < 0 ? 0 : graph.operators[producer]!.block + 1;
    const last = consumers.reduce(
      (most, v) => Math.max(most, graph.operators[v]!.block),
      results.has(k) ? blockCount : -1,
    );
    for (let i = from; i <= last; i++) liveBytes[i]! += bytes;
  }
  return {
    computeS: operatorS.map((row) => {
      const blocks = new Float64Array(blockCount);
      for (const [v, { block }] of graph.operators.entries()) blocks[block]! += row[v]!;
      return blocks;
    }),
    shipS: Array.from({ length: nodes.length - 1 }, (_, h) =>
      liveBytes.map((bytes) => sendS(out[h]!, bytes) + (out[h]?.fixedS ?? Infinity)),
    ),
    finishS: Float64Array.from(finishS),
  };
}
