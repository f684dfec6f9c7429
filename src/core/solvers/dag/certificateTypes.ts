/**
 * Proof of a labelling by weak duality: a labelling that costs `value`, and a flow of the same value in a network whose cuts
 * cost what the labellings do. Plain JSON; `tools/checkCertificate.ts` verifies it against the problem without any code of
 * the solver.
 *
 * Vertices of the network, for V operators, P nodes and hops h = 0 .. P - 2:
 *   source, target
 *   o<v>.<h>   operator v; on the source's side of a cut iff v runs beyond hop h (label > h)
 *   t<k>.<h>   tensor k on its way out; on the source's side iff a consumer of k, or the sink, lies beyond hop h
 *   b<k>.<h>   tensor k on its way back; on the target's side iff a consumer of k lies before hop h or on node h
 * Arcs and capacities (o<v>.-1 is the source, o<v>.<P-1> the target; o of the input, producer -1, is the target):
 *   o<v>.<p-1> -> o<v>.<p>   time of v on node p          o<v>.<h> -> o<v>.<h-1>   infinite (h > 0)
 *   o<c>.<h> -> t<k>.<h>     infinite, every consumer c    source -> t<k>.<h>      infinite, if k goes to the sink
 *   t<k>.<h> -> o<u>.<h>     shipS of k over hop h, u its producer
 *   o<u>.<h> -> o<c>.<h>     infinite, for every order edge and every consumer c of a tensor that cannot go back
 *   o<u>.<h> -> b<k>.<h>     backS of k over hop h         b<k>.<h> -> o<c>.<h>    infinite, every consumer c
 * The last line holds for tensors with `backS` of problems that allow `upstream`, and replaces the line before it for them.
 */
export interface DagCertificate {
  readonly format: 'splitscape-cut';
  readonly version: 1;
  /** Seconds: the cost of the labels where proved; else a lower bound, which the flow proves. */
  readonly value: number;
  readonly labels: readonly number[];
  /** Arcs that carry flow: from, to, flow [s]. */
  readonly flow: readonly (readonly [string, string, number])[];
}

/** A tensor of a raw problem; null = impossible. Tensor k of the certificate is entry k of the list. */
interface RawDagTensor {
  /** Operator index; -1 = the model's input, which starts on node 0. */
  readonly producer: number;
  readonly consumers: readonly number[];
  readonly toSink: boolean;
  /** P - 1 entries [s]. */
  readonly shipS: readonly (number | null)[];
  readonly backS?: readonly (number | null)[];
}

/**
 * The raw `dag` problem with its tensors listed: what the command line reads beside the short form, in which every operator has one
 * output tensor (tensor v) and the input is tensor V.
 */
export interface RawDagProblem {
  readonly kind: 'dag';
  readonly computeS: readonly (readonly (number | null)[])[];
  /** Order between operators that share no tensor. */
  readonly edges: readonly (readonly [number, number])[];
  readonly tensors: readonly RawDagTensor[];
  readonly upstream: boolean;
}

/** What the command line answers. */
interface RawDagAnswer {
  readonly feasible: true;
  /** Seconds. */
  readonly value: number;
  readonly labels: readonly number[];
  readonly optimal: boolean;
  readonly certificate: DagCertificate;
}

/** Problem and answer in one file, as the page exports them: `npm run check:certificate -- FILE` checks it. */
export interface DagProof {
  readonly problem: RawDagProblem;
  readonly answer: RawDagAnswer;
}
