/** The part of a problem that depends on the links: one arc for each direction that is up and that routing allows. */
import type { LinkDirection, LinkId, NodeId } from '../network/types';
import type { Scenario } from '../scenario/types';
import { megabitsPerSecond, milliseconds, secondsPerByte } from '../units';
import { awayFromSink } from './awayFromSink';

export interface ArcTable {
  readonly linkIds: readonly LinkId[];
  readonly arcFrom: Int32Array;
  readonly arcTo: Int32Array;
  readonly arcLink: Int32Array;
  readonly arcDirection: Uint8Array;
  readonly arcSecondsPerByte: Float64Array;
  readonly arcFixedS: Float64Array;
  /** Forward routing with a result that returns: 1 for the arcs back, which carry nothing else. */
  readonly resultOnly?: Uint8Array;
}

export const directions: readonly LinkDirection[] = ['aToB', 'bToA'];

type Topology = Pick<ArcTable, 'arcFrom' | 'arcTo' | 'arcLink' | 'arcDirection'>;

/** Last topology of a list of nodes: while only capacities move, solvers keep what they derived from it. */
const topologies = new WeakMap<Scenario['nodes'], Topology>();

export function arcTable(scenario: Scenario): ArcTable {
  const all = everyArc(scenario);
  if (scenario.routing === 'any') return { ...all, ...kept(scenario.nodes, all) };
  const indexOf = (id: NodeId): number => scenario.nodes.findIndex((node) => node.id === id);
  const away = awayFromSink({
    ...all,
    kinds: scenario.nodes.map(({ kind }) => kind),
    source: indexOf(scenario.sourceId),
    sink: indexOf(scenario.sinkId),
  });
  if (scenario.delivery === 'return') return { ...all, ...kept(scenario.nodes, all), resultOnly: away };
  const onward = {
    linkIds: all.linkIds,
    arcFrom: all.arcFrom.filter((_, a) => away[a] === 0),
    arcTo: all.arcTo.filter((_, a) => away[a] === 0),
    arcLink: all.arcLink.filter((_, a) => away[a] === 0),
    arcDirection: all.arcDirection.filter((_, a) => away[a] === 0),
    arcSecondsPerByte: all.arcSecondsPerByte.filter((_, a) => away[a] === 0),
    arcFixedS: all.arcFixedS.filter((_, a) => away[a] === 0),
  };
  return { ...onward, ...kept(scenario.nodes, onward) };
}

/** The topology as an earlier table of these nodes held it, if it is the same. */
function kept(nodes: Scenario['nodes'], { arcFrom, arcTo, arcLink, arcDirection }: Topology): Topology {
  const topology = { arcFrom, arcTo, arcLink, arcDirection };
  const known = topologies.get(nodes);
  const same = known !== undefined && sameTopology(known, topology) ? known : topology;
  topologies.set(nodes, same);
  return same;
}

function everyArc(scenario: Scenario): ArcTable {
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
  return {
    linkIds: links.map(({ id }) => id),
    arcFrom: Int32Array.from(from),
    arcTo: Int32Array.from(to),
    arcLink: Int32Array.from(link),
    arcDirection: Uint8Array.from(direction),
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
