/** Any operator graph over a row of nodes (MATHS 2, SOLVERS 2): V operators, P nodes, P - 1 hops. */
import type { DagCertificate } from './certificateTypes';

/** One tensor: made once, and sent at most once over each hop, however many consumers it has. */
export interface DagTensor {
  /** Operator index; -1 = the model's input, which starts on node 0. */
  readonly producer: number;
  readonly consumers: readonly number[];
  /** true: it must also reach the last node. */
  readonly toSink: boolean;
  /** Seconds over hop h, P - 1 entries; Infinity = impossible. */
  readonly shipS: Float64Array;
  /** Seconds over hop h back towards node 0; absent: no way back. Only read when `upstream` is allowed. */
  readonly backS?: Float64Array;
}

export interface DagProblem {
  /** [p][v] seconds; Infinity = operator v cannot run on node p. */
  readonly computeS: readonly Float64Array[];
  readonly tensors: readonly DagTensor[];
  /** Order between operators without a tensor; labels never decrease along these unless `upstream`. Never a cycle. */
  readonly edges: readonly (readonly [number, number])[];
  /** Labels may decrease along an edge, at the price of `backS`. */
  readonly upstream: boolean;
}

/** A problem that is not one: a bug of the caller, or an entry nobody checked. `path` as in "tensors[2].shipS[0]". */
export interface DagFault {
  readonly kind: 'empty' | 'wrong-length' | 'not-a-cost' | 'no-such-operator' | 'sum-overflows';
  readonly path: string;
}

export type DagReason =
  /** Operators that wait for each other, in order; the first waits for the last. */
  | { readonly kind: 'cyclic'; readonly operators: readonly number[] }
  /** No node can run this operator. */
  | { readonly kind: 'no-node-computes'; readonly operator: number }
  /** These operators and hops exclude each other (an infinite path of the flow network). */
  | {
      readonly kind: 'no-labelling';
      readonly operators: readonly number[];
      readonly hops: readonly number[];
    };

export type DagOutcome =
  | {
      readonly kind: 'labels';
      /** Node of each operator, V entries. */
      readonly labels: Int32Array;
      /** Seconds: compute of all operators plus every tensor over every hop it crosses (run one after another). */
      readonly totalS: number;
      readonly proven: boolean;
      /** Lower bound when not proved; equals totalS when proved. */
      readonly boundS: number;
      readonly certificate: DagCertificate;
      readonly flowVertices: number;
      readonly flowArcs: number;
    }
  | { readonly kind: 'infeasible'; readonly reason: DagReason }
  | { readonly kind: 'refused'; readonly fault: DagFault };
