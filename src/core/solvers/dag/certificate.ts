/** The proof that goes with a labelling: names for the vertices of the flow network, and everything in one JSON value. */
import type { DagCertificate, DagProof, RawDagProblem } from './certificateTypes';
import { flowOf } from './arcs';
import { source, target, type FlowNetwork } from './flowNetwork';
import type { DagOutcome, DagProblem } from './types';

/** The flow that `maxFlow` left in the network, under the names of `certificateTypes.ts`. */
export function certificateOf(
  network: FlowNetwork,
  labels: ArrayLike<number>,
  value: number,
): DagCertificate {
  const { arcs, hops, through, throughBack } = network;
  const flow: [string, string, number][] = [];
  const name = namesOf(network);
  for (let k = 0; k < arcs.forward.length; k++) {
    const arc = arcs.forward[k]!;
    const mate = arcs.mate[arc]!;
    const net = flowOf(arcs, k);
    if (net === 0) continue;
    const from = name(arcs.head[net > 0 ? mate : arc]!);
    const to = name(arcs.head[net > 0 ? arc : mate]!);
    const via = through[k]!;
    const amount = Math.abs(net);
    if (via < 0 || (net < 0 && throughBack[k] === 0)) {
      flow.push([from, to, amount]);
    } else {
      const middle = `${net > 0 ? 't' : 'b'}${Math.floor(via / hops)}.${via % hops}`;
      flow.push([from, middle, amount], [middle, to, amount]);
    }
  }
  return { format: 'splitscape-cut', version: 1, value, labels: Array.from(labels), flow };
}

function namesOf({ hops, operators, auxiliaries }: FlowNetwork): (vertex: number) => string {
  return (vertex) => {
    if (vertex === source) return 'source';
    if (vertex === target) return 'target';
    const group = Math.floor((vertex - 2) / hops);
    const hop = (vertex - 2) % hops;
    if (group < operators) return `o${group}.${hop}`;
    const { tensor, way } = auxiliaries[group - operators]!;
    return `${way === 'out' ? 't' : 'b'}${tensor}.${hop}`;
  };
}

const orNull = (row: ArrayLike<number>): (number | null)[] =>
  Array.from(row, (seconds) => (seconds === Infinity ? null : seconds));

/** The problem as the command line reads it. */
function rawDagOf({ computeS, tensors, edges, upstream }: DagProblem): RawDagProblem {
  return {
    kind: 'dag',
    computeS: computeS.map(orNull),
    edges: edges.map(([u, v]) => [u, v]),
    tensors: tensors.map(({ producer, consumers, toSink, shipS, backS }) => {
      const tensor = { producer, consumers: [...consumers], toSink, shipS: orNull(shipS) };
      return backS === undefined ? tensor : { ...tensor, backS: orNull(backS) };
    }),
    upstream,
  };
}

export function proofOf(problem: DagProblem, outcome: Extract<DagOutcome, { kind: 'labels' }>): DagProof {
  const { totalS, proven, certificate } = outcome;
  return {
    problem: rawDagOf(problem),
    answer: {
      feasible: true,
      value: totalS,
      labels: certificate.labels,
      optimal: proven,
      certificate,
    },
  };
}
