/** The links of the drawing with what they carry at a moment. */
import type { LinkId, NetworkLink } from '../../../core/network/types';
import type { Scenario } from '../../../core/scenario/types';
import type { SimulationRun } from '../../../core/simulation/types';
import { linkArcs, peakMbps } from '../../panels/simulate/moment';
import type { LinkNow } from '../paintedContext';

/** From almost nothing to the most that the link carries in the run. */
const narrowest = 0.3;
const widest = 1.7;

/** How wide something is drawn that carries so much, of so much at most. By the root, so that little can be told from less. */
export function breathOf(mbps: number, mostMbps: number): number {
  if (!(mostMbps > 0)) return narrowest;
  // In steps that can be seen, so that not every flicker draws anew.
  const part = Math.round(Math.sqrt(Math.min(1, mbps / mostMbps)) * 20) / 20;
  return narrowest + (widest - narrowest) * part;
}

/** `index`: the entry of the capacities that holds now. */
export function linksNow(
  run: SimulationRun,
  { links, sourceId }: Scenario,
  index: number,
): ReadonlyMap<LinkId, LinkNow> {
  const arcs = linkArcs(run);
  const peaks = peakMbps(run);
  const now = new Map<LinkId, LinkNow>();
  for (const link of links) {
    const found = arcs.get(link.id);
    if (found === undefined) {
      const isUes = link.medium === 'wireless' && (link.a === sourceId || link.b === sourceId);
      if (isUes && run.cells.length > 0) now.set(link.id, { link, breath: 1, isReplaced: true });
      continue;
    }
    const aToBMbps = mbpsAt(run, found.aToB, index);
    const bToAMbps = mbpsAt(run, found.bToA, index);
    const most = Math.max(...[found.aToB, found.bToA].map((arc) => (arc === null ? 0 : peaks[arc]!)));
    now.set(link.id, {
      link: { ...link, aToBMbps, bToAMbps } satisfies NetworkLink,
      breath: breathOf(Math.max(aToBMbps, bToAMbps), most),
      isReplaced: false,
    });
  }
  return now;
}

/** 0 where the direction is drawn down. */
function mbpsAt({ capacityMbps }: SimulationRun, arc: number | null, index: number): number {
  return arc === null ? 0 : (capacityMbps[arc]![index] ?? 0);
}
