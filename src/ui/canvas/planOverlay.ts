/** What a plan means for each node and each link: the data behind the drawing, the strip and their texts. */
import type { LinkDirection, LinkId, NodeId } from '../../core/network/types';
import type { Plan } from '../../core/solvers/types';

/** Blocks from+1 .. to, as in a leg. */
export interface BlockRange {
  readonly from: number;
  readonly to: number;
}

export interface NodeWork {
  /** What runs here, in order of time; empty: the node only forwards. */
  readonly ranges: readonly BlockRange[];
  readonly seconds: number;
  /** Part of the plan's total time, 0 to 1. */
  readonly share: number;
}

export interface LinkTransfer {
  readonly direction: LinkDirection;
  /** Blocks that are done when this crosses; 0 is the picture. */
  readonly boundary: number;
  readonly bytes: number;
  readonly seconds: number;
  readonly share: number;
}

export interface PlanOverlay {
  readonly nodes: ReadonlyMap<NodeId, NodeWork>;
  readonly links: ReadonlyMap<LinkId, readonly LinkTransfer[]>;
}

/** Every node that the plan touches. Ranges that follow each other on one node are one range. */
export function planOnNodes(plan: Plan): ReadonlyMap<NodeId, NodeWork> {
  const works = new Map<NodeId, NodeWork>();
  const workOf = (node: NodeId): NodeWork => works.get(node) ?? { ranges: [], seconds: 0, share: 0 };
  for (const leg of plan.legs) {
    if (leg.kind === 'transfer') {
      works.set(leg.from, workOf(leg.from));
      works.set(leg.to, workOf(leg.to));
      continue;
    }
    const { ranges, seconds } = workOf(leg.node);
    works.set(leg.node, {
      ranges: append(ranges, { from: leg.from, to: leg.to }),
      seconds: seconds + leg.seconds,
      share: shareOf(seconds + leg.seconds, plan),
    });
  }
  return works;
}

/** Every link that the plan uses, with what crosses it in order of time. */
export function planOnLinks(plan: Plan): ReadonlyMap<LinkId, readonly LinkTransfer[]> {
  const transfers = new Map<LinkId, readonly LinkTransfer[]>();
  for (const leg of plan.legs) {
    if (leg.kind !== 'transfer') continue;
    const { direction, boundary, bytes, seconds } = leg;
    const transfer = { direction, boundary, bytes, seconds, share: shareOf(seconds, plan) };
    transfers.set(leg.link, [...(transfers.get(leg.link) ?? []), transfer]);
  }
  return transfers;
}

const overlays = new WeakMap<Plan, PlanOverlay>();
const nothing: PlanOverlay = { nodes: new Map(), links: new Map() };

/** Both at once, computed once per plan: every node and link on screen asks for its own entry. */
export function planOverlay(plan: Plan | null): PlanOverlay {
  if (plan === null) return nothing;
  let overlay = overlays.get(plan);
  if (overlay === undefined) {
    overlay = { nodes: planOnNodes(plan), links: planOnLinks(plan) };
    overlays.set(plan, overlay);
  }
  return overlay;
}

function append(ranges: readonly BlockRange[], next: BlockRange): readonly BlockRange[] {
  const last = ranges.at(-1);
  if (last !== undefined && last.to === next.from)
    return [...ranges.slice(0, -1), { from: last.from, to: next.to }];
  return [...ranges, next];
}

function shareOf(seconds: number, plan: Plan): number {
  return plan.totalS > 0 ? seconds / plan.totalS : 0;
}
