/**
 * What each criterion costs, in the same shape as latency: so much for a block on a node, so much for a byte over an arc.
 *
 * UE energy: (load - idle) x compute time on the source, plus its radio while bits are on air over a wireless link: the
 * sending curve for what leaves it, the receiving curve for what comes back. UE and edge hosts: besides, (load - idle) x
 * compute time on gNB, IAB nodes and MEC hosts, and wireless links between them, with the sending curve of a phone charged
 * to the node that sends (no curve of a backhaul radio is published). Wired hops and the base station's side of the access
 * link cost nothing. Bytes: every hop counts. Leakage is not of this shape (see `solvers/trust`).
 */
import type { NetworkLink } from '../network/types';
import type { BuiltProblem } from '../cost/buildProblem';
import type { Criterion } from '../scenario/goals';
import type { Scenario } from '../scenario/types';
import type { RouteProblem } from '../solvers/types';
import type { Unavailable } from '../studies/measures';
import { isEdgeHost, powerOf, workW } from './nodePower';
import { radioJoulesPerByte, type RadioRole } from './radioPower';

export interface CriterionTable {
  /** Of block l on node v at [v * L + l]; Infinity where v cannot compute. */
  readonly compute: Float64Array;
  /** Of a transfer over an arc: a part for each, and a part for each byte. */
  readonly arcFixed: Float64Array;
  readonly arcPerByte: Float64Array;
}

export type AdditiveCriterion = Exclude<Criterion, 'leakage'>;

export interface CriteriaTables {
  readonly tables: Readonly<Partial<Record<AdditiveCriterion, CriterionTable>>>;
  readonly unavailable: Readonly<Partial<Record<Criterion, Unavailable>>>;
}

/** Seconds, joules, joules, bytes; and which criteria cannot be had, with what is missing. */
export function criteriaTables(
  scenario: Scenario,
  built: BuiltProblem,
  problem: RouteProblem,
): CriteriaTables {
  const watts = scenario.nodes.map((node) => {
    const power = powerOf(scenario, node);
    return power === null ? null : workW(power);
  });
  const isUe = (v: number): boolean => v === problem.source;
  const isEdge = (v: number): boolean => isUe(v) || isEdgeHost(problem.kinds[v]!);
  const unknownOf = (counts: (v: number) => boolean): Unavailable | null => {
    const nodes = built.nodeIds.filter((_, v) => counts(v) && problem.computes[v] === 1 && watts[v] === null);
    return nodes.length === 0 ? null : { kind: 'power-unknown', nodes };
  };
  const energy = (counts: (v: number) => boolean, arcs: Float64Array): CriterionTable => ({
    compute: computeTable(problem, (v) => (counts(v) ? (watts[v] ?? 0) : 0)),
    arcFixed: zeros(problem),
    arcPerByte: arcs,
  });
  const ueUnknown = unknownOf(isUe);
  const edgeUnknown = unknownOf(isEdge);
  const ueArcs = arcJoules(scenario, built, problem, false);
  const leakage = leakageUnavailable(scenario, problem);
  return {
    tables: {
      latency: {
        compute: problem.computeS,
        arcFixed: problem.arcFixedS,
        arcPerByte: problem.arcSecondsPerByte,
      },
      bytes: {
        compute: computeTable(problem, () => 0),
        arcFixed: zeros(problem),
        arcPerByte: zeros(problem).fill(1),
      },
      ...(ueUnknown === null ? { 'ue-energy': energy(isUe, ueArcs) } : {}),
      ...(edgeUnknown === null
        ? { 'edge-energy': energy(isEdge, arcJoules(scenario, built, problem, true)) }
        : {}),
    },
    unavailable: {
      ...(ueUnknown === null ? {} : { 'ue-energy': ueUnknown }),
      ...(edgeUnknown === null ? {} : { 'edge-energy': edgeUnknown }),
      ...(leakage === null ? {} : { leakage }),
    },
  };
}

/** Why leakage cannot be told, or null. */
export function leakageUnavailable(
  { leakage }: Scenario,
  { blockCount }: Pick<RouteProblem, 'blockCount'>,
): Unavailable | null {
  if (leakage === null) return { kind: 'no-leakage' };
  const need = blockCount + 1;
  return leakage.length === need ? null : { kind: 'leakage-mismatch', have: leakage.length, need };
}

const zeros = ({ arcFrom }: RouteProblem): Float64Array => new Float64Array(arcFrom.length);

/** Seconds of every block times a factor of its node; what is impossible stays so. */
function computeTable({ computeS, blockCount }: RouteProblem, factor: (v: number) => number): Float64Array {
  const factors = Float64Array.from({ length: computeS.length / blockCount }, (_, v) => factor(v));
  return computeS.map((seconds, k) =>
    seconds === Infinity ? Infinity : seconds * factors[Math.floor(k / blockCount)]!,
  );
}

/** Joules for each byte over every arc. */
function arcJoules(
  scenario: Scenario,
  built: BuiltProblem,
  problem: RouteProblem,
  edge: boolean,
): Float64Array {
  const links = new Map(scenario.links.map((link) => [link.id, link]));
  return Float64Array.from(problem.arcFrom, (_, a) => {
    const link = links.get(built.linkIds[problem.arcLink[a]!]!)!;
    const mbps = problem.arcDirection[a] === 0 ? link.aToBMbps : link.bToAMbps;
    const ends = { from: problem.arcFrom[a]!, to: problem.arcTo[a]! };
    const role = radioRole(problem, link, ends, edge);
    return role === null ? 0 : radioJoulesPerByte(scenario.radio, role, mbps);
  });
}

/** Which radio a transfer is charged for: the UE's alone, or (`edge`) those of the edge's own wireless links too. */
export function radioRole(
  { source, kinds }: Pick<RouteProblem, 'source' | 'kinds'>,
  { medium }: Pick<NetworkLink, 'medium'>,
  { from, to }: { readonly from: number; readonly to: number },
  edge: boolean,
): RadioRole | null {
  if (medium === 'wired') return null;
  if (from === source) return 'send';
  if (to === source) return 'receive';
  return edge && isEdgeHost(kinds[from]!) && kinds[to] !== 'ue' ? 'send' : null;
}
