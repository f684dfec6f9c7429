/** Whose traffic crosses which link, and what is left to the UE in the mean. */
import { groupArcs } from '../solvers/settle';
import type { Scenario } from '../scenario/types';
import type { LoadedLink, TrafficSettings } from '../traffic/types';
import { linksKept, mbpsOf, type SimulatedNetwork } from './simulatedNetwork';

/**
 * One entry for each arc that is a link, in the order of the network's arcs. Background traffic takes the fewest hops from
 * its cell to the sink, around other UEs, and back the same way; at a tie the link drawn first. A link that no traffic
 * crosses has its fast part alone. The UE's share is what the settings say of the link, else what is drawn.
 */
export function loadedLinks(
  scenario: Scenario,
  network: SimulatedNetwork,
  settings: TrafficSettings,
): readonly LoadedLink[] {
  const { cells, arcs } = network;
  const links = new Map(linksKept(scenario, cells).map((link) => [link.id, link]));
  const shares = new Map(settings.links.map((share) => [share.link, share]));
  const crossing = new Map<string, number[]>();
  for (const [c, path] of pathsToSink(scenario, network).entries()) {
    for (const link of path) crossing.set(link, [...(crossing.get(link) ?? []), c]);
  }
  return arcs.flatMap((arc): LoadedLink[] => {
    if (arc.kind !== 'link') return [];
    const drawnMbps = mbpsOf(links.get(arc.link)!, arc.direction);
    const share = shares.get(arc.link) ?? {
      meanMbps: drawnMbps,
      sdMbps: drawnMbps * settings.usualSd,
      ceilingMbps: drawnMbps * settings.usualCeiling,
    };
    const { meanMbps, sdMbps, ceilingMbps } = share;
    return [{ cells: crossing.get(arc.link) ?? [], meanMbps, sdMbps, ceilingMbps }];
  });
}

/** [cell] ids of the links on the way to the sink; none where there is no way. */
function pathsToSink(scenario: Scenario, { nodeIds, cells, arcs }: SimulatedNetwork): string[][] {
  const indexOf = new Map(nodeIds.map((id, v) => [id, v]));
  const links = new Map(linksKept(scenario, cells).map((link) => [link.id, link]));
  const isUe = scenario.nodes.map(({ kind }) => kind === 'ue');
  const usable = arcs.flatMap((arc) => {
    if (arc.kind !== 'link') return [];
    const { id, a, b } = links.get(arc.link)!;
    const [from, to] = arc.direction === 'aToB' ? [a, b] : [b, a];
    const tail = indexOf.get(from)!;
    const head = indexOf.get(to)!;
    return isUe[tail] || isUe[head] ? [] : [{ id, tail, head }];
  });
  const tails = Int32Array.from(usable, ({ tail }) => tail);
  const heads = Int32Array.from(usable, ({ head }) => head);
  const sink = indexOf.get(scenario.sinkId)!;
  const hops = hopsTo(sink, nodeIds.length, tails, heads);
  const out = groupArcs(nodeIds.length, tails, heads);
  return cells.map((cell) => {
    const path: string[] = [];
    let v = indexOf.get(cell)!;
    while (v !== sink && hops[v]! < Infinity) {
      const here = v;
      const slot = out.peer.findIndex(
        (peer, k) => k >= out.start[here]! && k < out.start[here + 1]! && hops[peer] === hops[here]! - 1,
      );
      path.push(usable[out.arc[slot]!]!.id);
      v = out.peer[slot]!;
    }
    return path;
  });
}

function hopsTo(sink: number, nodeCount: number, tails: Int32Array, heads: Int32Array): Float64Array {
  const into = groupArcs(nodeCount, heads, tails);
  const hops = new Float64Array(nodeCount).fill(Infinity);
  hops[sink] = 0;
  const queue = [sink];
  for (let at = 0; at < queue.length; at++) {
    const v = queue[at]!;
    for (let k = into.start[v]!; k < into.start[v + 1]!; k++) {
      const u = into.peer[k]!;
      if (hops[u]! < Infinity) continue;
      hops[u] = hops[v]! + 1;
      queue.push(u);
    }
  }
  return hops;
}
