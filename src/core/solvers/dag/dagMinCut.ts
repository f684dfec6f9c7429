/**
 * Split of any operator graph over a row of nodes as one minimum cut. Exact: each finite cut of the network is a labelling of the
 * same cost, and the maximum flow proves the minimum. P = 2 is DADS (INFOCOM 2019).
 *
 * Method: MATHS 2 (own; equal to brute force). Cost of a labelling: the times of all operators plus every tensor once over each
 * hop it crosses; operators run one after another. Complexity: one maximum flow on (P - 1) x (operators + tensors) vertices.
 * Ties: the lowest labels (as near to the UE as possible), up to rounding.
 */
import type { ShouldStop } from '../types';
import { certificateOf } from './certificate';
import { checkDag } from './checkDag';
import { infinitePath, maxFlow, sourceSide, type MaxFlow } from './dinic';
import { evaluateLabels } from './evaluateLabels';
import { buildFlowNetwork, labelsOf, source, target, type FlowNetwork } from './flowNetwork';
import { labelsInOrder } from './inOrder';
import { orderOf } from './order';
import type { DagOutcome, DagProblem, DagReason } from './types';

/** Relative; what flow and cost may differ by after rounding. */
const tolerance = 1e-9;

/**
 * The cheapest labelling with its proof. Asked to stop, the cheaper of two labellings that are quick to find, with what the
 * flow so far proves as `boundS`.
 */
export function solveDag(problem: DagProblem, shouldStop?: ShouldStop): DagOutcome {
  const checked = checkDag(problem);
  if (!checked.ok) return { kind: 'refused', fault: checked.error };
  const order = orderOf(problem);
  if (order.kind === 'cycle') return infeasible({ kind: 'cyclic', operators: order.operators });
  const network = buildFlowNetwork(problem, order.operators);
  const { seen, path } = infinitePath(network.arcs, source, target);
  if (path !== null) return infeasible(whyNone(problem, network, path));
  const flow = maxFlow(network.arcs, source, target, shouldStop);
  const labels = flow.stopped
    ? cheapest(problem, [labelsInOrder(problem, order.operators), labelsOf(network, seen)])
    : labelsOf(network, sourceSide(network.arcs, source));
  return answer(problem, network, labels, flow);
}

function answer(
  problem: DagProblem,
  network: FlowNetwork,
  labels: Int32Array,
  { value, stopped }: MaxFlow,
): DagOutcome {
  const totalS = evaluateLabels(problem, labels);
  const proven = totalS - value <= tolerance * totalS;
  if (!stopped && !proven) throw new Error(`a cut of ${totalS} s for a flow of ${value} s`);
  const boundS = proven ? totalS : value;
  return {
    kind: 'labels',
    labels,
    totalS,
    proven,
    boundS,
    certificate: certificateOf(network, labels, boundS),
    flowVertices: network.arcs.vertexCount,
    flowArcs: network.arcs.head.length,
  };
}

function infeasible(reason: DagReason): DagOutcome {
  return { kind: 'infeasible', reason };
}

function cheapest(problem: DagProblem, candidates: readonly (Int32Array | null)[]): Int32Array {
  let best: Int32Array | null = null;
  let bestS = Infinity;
  for (const labels of candidates) {
    if (labels === null) continue;
    const totalS = evaluateLabels(problem, labels);
    // The labels of `infinitePath` are always possible, so one is always found.
    if (totalS < bestS) {
      best = labels;
      bestS = totalS;
    }
  }
  return best!;
}

/** The limits along an infinite path: an operator no node runs, or operators and hops that exclude each other. */
function whyNone({ computeS }: DagProblem, network: FlowNetwork, path: readonly number[]): DagReason {
  const operators = new Set<number>();
  const hops = new Set<number>();
  for (const vertex of path) {
    if (vertex === source || vertex === target) continue;
    const group = Math.floor((vertex - 2) / network.hops);
    if (group < network.operators) operators.add(group);
    hops.add((vertex - 2) % network.hops);
  }
  const nowhere = computeS[0]!.findIndex((_, v) => computeS.every((row) => row[v] === Infinity));
  if (nowhere >= 0) return { kind: 'no-node-computes', operator: nowhere };
  return {
    kind: 'no-labelling',
    operators: [...operators].sort((a, b) => a - b),
    hops: [...hops].sort((a, b) => a - b),
  };
}
