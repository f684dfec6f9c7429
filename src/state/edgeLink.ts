/** Which links lie between the source and a host, and what a measured link is in figures of the document. */
import type { NetworkLink, NodeId } from '../core/network/types';
import type { Scenario } from '../core/scenario/types';
import type { EdgeLink } from '../services/edgeTypes';

export interface LinkOnTheWay {
  readonly link: NetworkLink;
  /** Whether the way from the source crosses it from its end a to its end b. */
  readonly forwards: boolean;
}

/** The links of the way with the fewest hops from the source to a host, in order; none where there is no way. O(links). */
export function linksOnTheWay({ links, sourceId }: Scenario, host: NodeId): readonly LinkOnTheWay[] {
  const cameBy = new Map<NodeId, { readonly from: NodeId; readonly step: LinkOnTheWay } | null>();
  cameBy.set(sourceId, null);
  // A Map is walked in the order of insertion, and what is added on the way is walked too: breadth first.
  for (const from of cameBy.keys()) {
    for (const link of links) {
      const to = link.a === from ? link.b : link.b === from ? link.a : null;
      if (to !== null && !cameBy.has(to)) cameBy.set(to, { from, step: { link, forwards: link.a === from } });
    }
  }
  const way: LinkOnTheWay[] = [];
  for (let step = cameBy.get(host) ?? null; step !== null; step = cameBy.get(step.from) ?? null)
    way.unshift(step.step);
  return way;
}

/** Hosts that an edge server can stand for: MEC hosts that compute, else whatever computes beyond the source. */
export function edgeHosts({ nodes, sourceId }: Scenario) {
  const computing = nodes.filter((node) => node.device !== null && node.id !== sourceId);
  const hosts = computing.filter((node) => node.kind === 'mec');
  return hosts.length > 0 ? hosts : computing;
}

export interface MeasuredFigures {
  readonly aToBMbps: number;
  readonly bToAMbps: number;
  readonly propagationMs: number;
}

/** Three figures: more would be noise, and less would show in the plan. */
const rounded = (value: number): number => Number(value.toPrecision(3));

/** Half a round trip each way; up is away from the source. */
export function measuredFigures(measured: EdgeLink, forwards: boolean): MeasuredFigures {
  const up = rounded(measured.up.bitsPerSecond / 1e6);
  const down = rounded(measured.down.bitsPerSecond / 1e6);
  return {
    aToBMbps: forwards ? up : down,
    bToAMbps: forwards ? down : up,
    propagationMs: rounded((measured.roundTripS.median / 2) * 1e3),
  };
}

/** Whether a link of the document still has these figures. */
export function stillHas(link: NetworkLink | undefined, figures: MeasuredFigures): boolean {
  return (
    link !== undefined &&
    link.aToBMbps === figures.aToBMbps &&
    link.bToAMbps === figures.bToAMbps &&
    link.propagationMs === figures.propagationMs
  );
}
