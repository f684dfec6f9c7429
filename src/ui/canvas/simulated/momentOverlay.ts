/** A task of a run as Play draws a plan: what runs where, what crosses which link, and what goes over the air. */
import { computeTable } from '../../../core/cost/computeTable';
import type { LinkId, NodeId } from '../../../core/network/types';
import type { Scenario } from '../../../core/scenario/types';
import { transferTimes, type TransferTimes } from '../../../core/simulation/paidParts';
import { paidSteps } from '../../../core/simulation/paidTask';
import type { SimulatedArc, SimulatedPlan, SimulationRun } from '../../../core/simulation/types';
import type { MomentTask } from '../../panels/simulate/moment';
import { findLink } from '../documentIndex';
import type { LinkTransfer, NodeWork, PlanOverlay } from '../planOverlay';

interface MomentOverlay {
  readonly overlay: PlanOverlay;
  /** Between the UE and the cell that the task started with, the UE as end a. */
  readonly air: readonly AirTransfer[];
}

/** With what its time went on. */
export type AirTransfer = LinkTransfer & TransferTimes;

const idle: NodeWork = { ranges: [], seconds: 0, share: 0 };
const nothing: MomentOverlay = { overlay: { nodes: new Map(), links: new Map() }, air: [] };

/**
 * Each part with the time that it was paid: block times of the devices, transfers at the capacities that came, waiting included
 * (Infinity: it never ended, or never began). They add up to the task's latency where the run keeps every coherence time.
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
  const nodes = new Map<NodeId, NodeWork>();
  const links = new Map<LinkId, readonly LinkTransfer[]>();
  const air: AirTransfer[] = [];
  const { boundaryBytes } = computeTable(scenario);
  for (const step of paidSteps(run, scenario, plan, task.startS)) {
    const seconds = step.endS === Infinity ? Infinity : step.endS - step.startS;
    if (step.kind === 'compute') {
      const { node, from, to } = step;
      const before = nodes.get(node) ?? idle;
      const ranges = to > from ? [...before.ranges, { from, to }] : before.ranges;
      const sum = before.seconds + seconds;
      nodes.set(node, { ranges, seconds: sum, share: share(sum) });
      continue;
    }
    const arc = run.arcs[step.arc]!;
    const bytes = boundaryBytes[step.boundary]!;
    const transfer = {
      direction: directionOf(arc),
      boundary: step.boundary,
      bytes,
      seconds,
      share: share(seconds),
    };
    if (arc.kind === 'access') air.push({ ...transfer, ...transferTimes(run, scenario, step) });
    else links.set(arc.link, [...(links.get(arc.link) ?? []), transfer]);
    for (const end of endsOf(scenario, arc)) if (!nodes.has(end)) nodes.set(end, idle);
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

function directionOf(arc: SimulatedArc): LinkTransfer['direction'] {
  if (arc.kind === 'link') return arc.direction;
  return arc.direction === 'up' ? 'aToB' : 'bToA';
}

function endsOf(scenario: Scenario, arc: SimulatedArc): readonly NodeId[] {
  if (arc.kind === 'access') return [scenario.sourceId, arc.cell];
  const link = findLink(scenario, arc.link);
  return link === undefined ? [] : [link.a, link.b];
}
