/** A task of a run as Play draws a plan: what runs where, what crosses which link, and what goes over the air. */
import { computeTable } from '../../../core/cost/computeTable';
import { linkDefaults } from '../../../core/network/nodeDefaults';
import type { LinkId, NodeId } from '../../../core/network/types';
import type { Scenario } from '../../../core/scenario/types';
import type { SimulatedArc, SimulatedPlan, SimulationRun } from '../../../core/simulation/types';
import { indexAt, type MomentTask } from '../../panels/simulate/moment';
import { findLink, findNode } from '../documentIndex';
import type { LinkTransfer, NodeWork, PlanOverlay } from '../planOverlay';

interface MomentOverlay {
  readonly overlay: PlanOverlay;
  /** Between the UE and the cell that the task started with, the UE as end a. */
  readonly air: readonly LinkTransfer[];
}

const nothing: MomentOverlay = { overlay: { nodes: new Map(), links: new Map() }, air: [] };

/**
 * Block times are those of the devices; a transfer's time is that at the capacity with which the task started (Infinity: none), so
 * parts of a task during which a capacity changes do not add up to its latency.
 */
export function momentOverlay(
  run: SimulationRun,
  scenario: Scenario,
  task: Pick<MomentTask, 'plan' | 'startS' | 'latencyS'> | null,
): MomentOverlay {
  const plan = task?.plan ?? null;
  if (task === null || plan === null) return nothing;
  const share = (seconds: number): number =>
    task.latencyS > 0 && task.latencyS < Infinity && seconds < Infinity
      ? Math.min(1, seconds / task.latencyS)
      : 0;
  const nodes = workOf(scenario, plan, share);
  const links = new Map<LinkId, readonly LinkTransfer[]>();
  const air: LinkTransfer[] = [];
  const { boundaryBytes } = computeTable(scenario);
  for (const { arc: index, boundary } of plan.transfers) {
    const arc = run.arcs[index]!;
    const series = run.capacityMbps[index]!;
    const mbps = series[indexAt(run.capacityStepS, series.length, task.startS)]!;
    const bytes = boundaryBytes[boundary]!;
    const seconds = mbps > 0 ? (bytes * 8) / (mbps * 1e6) + fixedS(scenario, arc) : Infinity;
    const transfer = { direction: directionOf(arc), boundary, bytes, seconds, share: share(seconds) };
    if (arc.kind === 'access') air.push(transfer);
    else links.set(arc.link, [...(links.get(arc.link) ?? []), transfer]);
    for (const end of endsOf(scenario, arc)) {
      if (!nodes.has(end)) nodes.set(end, { ranges: [], seconds: 0, share: 0 });
    }
  }
  return { overlay: { nodes, links }, air };
}

/** How often each link is crossed. */
export function crossingsOf(run: SimulationRun, plan: SimulatedPlan | null): ReadonlyMap<LinkId, number> {
  const crossings = new Map<LinkId, number>();
  for (const { arc: index } of plan?.transfers ?? []) {
    const arc = run.arcs[index]!;
    if (arc.kind === 'link') crossings.set(arc.link, (crossings.get(arc.link) ?? 0) + 1);
  }
  return crossings;
}

function workOf(
  scenario: Scenario,
  { nodes, boundaries }: SimulatedPlan,
  share: (seconds: number) => number,
): Map<NodeId, NodeWork> {
  const { computeS, nodeIds, blockCount } = computeTable(scenario);
  const works = new Map<NodeId, NodeWork>();
  for (const [k, id] of nodes.entries()) {
    const from = boundaries[k - 1] ?? 0;
    const to = boundaries[k]!;
    const node = nodeIds.indexOf(id);
    const before = works.get(id) ?? { ranges: [], seconds: 0, share: 0 };
    if (node < 0 || to <= from) {
      works.set(id, before);
      continue;
    }
    let { seconds } = before;
    for (let block = from; block < to; block++) seconds += computeS[node * blockCount + block]!;
    works.set(id, { ranges: [...before.ranges, { from, to }], seconds, share: share(seconds) });
  }
  return works;
}

function directionOf(arc: SimulatedArc): LinkTransfer['direction'] {
  if (arc.kind === 'link') return arc.direction;
  return arc.direction === 'up' ? 'aToB' : 'bToA';
}

function endsOf(scenario: Scenario, arc: SimulatedArc): readonly NodeId[] {
  if (arc.kind === 'access') return [scenario.sourceId, arc.cell];
  const link = findLink(scenario, arc.link);
  return link === undefined ? [] : [link.a, link.b];
}

/** Propagation and overhead of a transfer; over the air as of the first wireless link drawn at the UE. */
function fixedS(scenario: Scenario, arc: SimulatedArc): number {
  const { links, sourceId } = scenario;
  const delays =
    arc.kind === 'link'
      ? findLink(scenario, arc.link)
      : (links.find(({ a, b, medium }) => medium === 'wireless' && (a === sourceId || b === sourceId)) ??
        linkDefaults('ue', findNode(scenario, arc.cell)?.kind ?? 'gnb'));
  return delays === undefined ? 0 : (delays.propagationMs + delays.overheadMs) / 1e3;
}
