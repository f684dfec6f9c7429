/** One inference of a plan, leg by leg, with the formula of each. */
import type { NodeId } from '../../../core/network/types';
import { workloadChain } from '../../../core/model/workloadChain';
import type { Scenario } from '../../../core/scenario/types';
import type { InfeasibleReason, Leg, Plan } from '../../../core/solvers/types';
import type { ChartTable } from '../../charts/chartTable';
import type { TimelineBar } from '../../charts/timelineChartLayout';
import { describeInfeasible } from '../../errors/describe';
import { namesOf, type Names } from '../../errors/names';
import { computeFormula, transferFormula } from '../../explain/formulas';
import { blocksPhrase, boundaryPhrase } from '../../explain/words';
import { formatBytes, formatPercent, formatSeconds } from '../../format';
import type { NodeColour } from '../../nodeColours';
import { nodeSource } from './planSources';

export interface TimelineView {
  readonly bars: readonly TimelineBar[];
  readonly summary: string;
  readonly table: ChartTable;
  readonly describe: (id: string) => { readonly title: string; readonly lines: readonly string[] };
}

/** What stands in place of the chart. `reason` is null while the plan is being worked out. */
export function noTimeline(name: string, reason: InfeasibleReason | null, names: Names): string {
  if (reason === null) return `${name}: being worked out.`;
  const { title, action } = describeInfeasible(reason, names);
  return `${name}: there is no plan to draw. ${title} ${action}`;
}

export function timelineView(
  scenario: Scenario,
  plan: Plan,
  colours: ReadonlyMap<NodeId, NodeColour>,
  measuredHere: readonly string[],
): TimelineView {
  const bars = plan.legs.map((leg, index): TimelineBar => ({
    id: String(index),
    kind: leg.kind,
    row: rowName(scenario, leg),
    colour: leg.kind === 'compute' ? (colours.get(leg.node) ?? 'other') : 'other',
    label: leg.kind === 'compute' ? blocksPhrase(leg.from, leg.to) : formatBytes(leg.bytes),
    startS: leg.startS,
    seconds: leg.seconds,
  }));
  return {
    bars,
    summary: `${formatSeconds(plan.totalS)}, of which ${formatSeconds(plan.computeS)} computing and ${formatSeconds(plan.transferS)} sending (${formatPercent(plan.totalS > 0 ? plan.transferS / plan.totalS : 0)}).`,
    table: tableOf(scenario, plan),
    describe: (id) => describeLeg(scenario, plan.legs[Number(id)], measuredHere),
  };
}

function rowName(scenario: Scenario, leg: Leg): string {
  const names = namesOf(scenario);
  return leg.kind === 'compute' ? names.node(leg.node) : `${names.node(leg.from)} → ${names.node(leg.to)}`;
}

function describeLeg(scenario: Scenario, leg: Leg | undefined, measuredHere: readonly string[]) {
  if (leg === undefined) return { title: '', lines: [] };
  const when = `From ${formatSeconds(leg.startS)} to ${formatSeconds(leg.startS + leg.seconds)}`;
  if (leg.kind === 'compute') {
    const blocks = blocksPhrase(leg.from, leg.to);
    return {
      title: `${rowName(scenario, leg)}, ${blocks}: ${formatSeconds(leg.seconds)}`,
      lines: [computeFormula(leg), nodeSource(scenario, leg.node, measuredHere), when],
    };
  }
  const link = scenario.links.find((other) => other.id === leg.link);
  const place = boundaryPhrase(leg.boundary, workloadChain(scenario.workload).blocks.length);
  return {
    title: `${rowName(scenario, leg)}, ${formatBytes(leg.bytes)} ${place}: ${formatSeconds(leg.seconds)}`,
    lines: [...(link === undefined ? [] : [transferFormula(link, leg)]), when],
  };
}

function tableOf(scenario: Scenario, plan: Plan): ChartTable {
  return {
    columns: [
      { name: 'where' },
      { name: 'what' },
      { name: 'start (ms)' },
      { name: 'duration (ms)' },
      { name: 'bytes' },
    ],
    rows: plan.legs.map((leg) => [
      rowName(scenario, leg),
      leg.kind === 'compute' ? blocksPhrase(leg.from, leg.to) : 'sending',
      leg.startS * 1e3,
      leg.seconds * 1e3,
      leg.kind === 'transfer' ? leg.bytes : null,
    ]),
  };
}
