/** The part of a problem that depends on the links: one arc for each direction that is up. */
import type { LinkDirection, LinkId, NodeId } from '../network/types';
import type { Scenario } from '../scenario/types';
import { megabitsPerSecond, milliseconds, secondsPerByte } from '../units';

export interface ArcTable {
  readonly linkIds: readonly LinkId[];
  readonly arcFrom: Int32Array;
  readonly arcTo: Int32Array;
  readonly arcLink: Int32Array;
  readonly arcDirection: Uint8Array;
  readonly arcSecondsPerByte: Float64Array;
  readonly arcFixedS: Float64Array;
}

export const directions: readonly LinkDirection[] = ['aToB', 'bToA'];

type Topology = Pick<ArcTable, 'arcFrom' | 'arcTo' | 'arcLink' | 'arcDirection'>;

/** Last topology of a list of nodes: while only capacities move, solvers keep what they derived from it. */
const topologies = new WeakMap<Scenario['nodes'], Topology>();

export function arcTable(scenario: Scenario): ArcTable {
  const { nodes, links } = scenario;
  const indexOf = new Map<NodeId, number>(nodes.map((node, v) => [node.id, v]));
  const from: number[] = [];
  const to: number[] = [];
  const link: number[] = [];
  const direction: number[] = [];
  const perByte: number[] = [];
  const fixedS: number[] = [];
  for (const [k, { a, b, aToBMbps, bToAMbps, propagationMs, overheadMs }] of links.entries()) {
    const ends = [indexOf.get(a)!, indexOf.get(b)!];
    for (const [d, mbps] of [aToBMbps, bToAMbps].entries()) {
      if (mbps === 0) continue;
      from.push(ends[d]!);
      to.push(ends[1 - d]!);
      link.push(k);
      direction.push(d);
      perByte.push(secondsPerByte(megabitsPerSecond(mbps)));
      fixedS.push(milliseconds(propagationMs + overheadMs));
    }
  }
  const topology: Topology = {
    arcFrom: Int32Array.from(from),
    arcTo: Int32Array.from(to),
    arcLink: Int32Array.from(link),
    arcDirection: Uint8Array.from(direction),
  };
  const known = topologies.get(nodes);
  const kept = known !== undefined && sameTopology(known, topology) ? known : topology;
  topologies.set(nodes, kept);
  return {
    ...kept,
    linkIds: links.map(({ id }) => id),
    arcSecondsPerByte: Float64Array.from(perByte),
    arcFixedS: Float64Array.from(fixedS),
  };
}

function sameTopology(a: Topology, b: Topology): boolean {
  return (
    sameNumbers(a.arcFrom, b.arcFrom) &&
    sameNumbers(a.arcTo, b.arcTo) &&
    sameNumbers(a.arcLink, b.arcLink) &&
    sameNumbers(a.arcDirection, b.arcDirection)
  );
}

function sameNumbers(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
