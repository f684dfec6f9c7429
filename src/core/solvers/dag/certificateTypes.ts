/**
 * Proof of a labelling by weak duality: a labelling that costs `value` and a flow of the same value in a network whose cuts
 * are the labellings. JSON; `tools/checkCertificate.ts` verifies it against the problem without any code of the solver.
 */
export interface DagCertificate {
  readonly format: 'splitscape-cut';
  readonly version: 1;
  /** Seconds. */
  readonly value: number;
  readonly labels: readonly number[];
  /** Arcs of the flow network that carry flow: from, to, flow [s]. Vertices by name: see tools/checkCertificate.ts. */
  readonly flow: readonly (readonly [string, string, number])[];
}
