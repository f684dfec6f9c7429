/** What a plan comes to under every criterion, summed from its legs; the solvers' tables say the same of whole networks. */
import type { NodeId } from '../network/types';
import { isEdgeHost, powerOf, workW } from '../energy/nodePower';
import { radioJoulesPerByte, type RadioRole } from '../energy/radioPower';
import { leakageUnavailable } from '../energy/criteriaTables';
import { workloadChain } from '../model/workloadChain';
import type { Criterion } from '../scenario/goals';
import type { GoalLimits, Scenario } from '../scenario/types';
import { isWithin } from '../solvers/tolerance';
import type { Leg, Plan } from '../solvers/types';
import type { Measures } from './measures';

type Transfer = Extract<Leg, { kind: 'transfer' }>;

export function measurePlan(scenario: Scenario, plan: Plan): Measures {
  const nodes = new Map(scenario.nodes.map((node) => [node.id, node]));
  const workOf = (id: NodeId): number | null => {
    const power = powerOf(scenario, nodes.get(id)!);
    return power === null ? null : workW(power);
  };
  const ue = powerOf(scenario, nodes.get(scenario.sourceId)!);
  const isUe = (id: NodeId): boolean => id === scenario.sourceId;
  const isEdge = (id: NodeId): boolean => isUe(id) || isEdgeHost(nodes.get(id)!.kind);
  const energy = (counts: (id: NodeId) => boolean, roles: (leg: Transfer) => RadioRole[]): number | null => {
    let joules = 0;
    for (const leg of plan.legs) {
      if (leg.kind === 'transfer') {
        for (const role of roles(leg))
          joules += leg.bytes * radioJoulesPerByte(scenario.radio, role, rateOf(scenario, leg));
        continue;
      }
      if (!counts(leg.node)) continue;
      const watts = workOf(leg.node);
      if (watts === null) return null;
      joules += watts * leg.seconds;
    }
    return joules;
  };
  const ueRoles = (leg: Transfer): RadioRole[] => {
    if (!isWireless(scenario, leg)) return [];
    if (isUe(leg.from)) return ['send'];
    return isUe(leg.to) ? ['receive'] : [];
  };
  const edgeRoles = (leg: Transfer): RadioRole[] => {
    const own = ueRoles(leg);
    if (own.length > 0 || !isWireless(scenario, leg)) return own;
    return isEdgeHost(nodes.get(leg.from)!.kind) && nodes.get(leg.to)!.kind !== 'ue' ? ['send'] : [];
  };
  return {
    latencyS: plan.totalS,
    ueEnergyJ: ue === null ? null : energy(isUe, ueRoles),
    ueIdleJ: ue?.idleW === undefined || ue.idleW === null ? null : ue.idleW * plan.totalS,
    edgeEnergyJ: ue === null ? null : energy(isEdge, edgeRoles),
    bytes: plan.legs.reduce((sum, leg) => (leg.kind === 'transfer' ? sum + leg.bytes : sum), 0),
    leakage: leakageOfPlan(scenario, plan),
    periodS: periodOf(plan),
  };
}

function isWireless({ links }: Scenario, leg: Transfer): boolean {
  return links.find(({ id }) => id === leg.link)!.medium === 'wireless';
}

function rateOf({ links }: Scenario, leg: Transfer): number {
  const link = links.find(({ id }) => id === leg.link)!;
  return leg.direction === 'aToB' ? link.aToBMbps : link.bToAMbps;
}

/** Largest leakage of a boundary handed from a trusted to an untrusted computing node; null: leakage is not known. */
function leakageOfPlan(scenario: Scenario, plan: Plan): number | null {
  const blockCount = workloadChain(scenario.workload).blocks.length;
  if (scenario.leakage === null || leakageUnavailable(scenario, { blockCount }) !== null) return null;
  const trusted = new Map(scenario.nodes.map((node) => [node.id, node.trusted]));
  let fromTrusted = true;
  let worst = 0;
  for (const leg of plan.legs) {
    if (leg.kind !== 'compute') continue;
    const toTrusted = trusted.get(leg.node)!;
    if (fromTrusted && !toTrusted) worst = Math.max(worst, scenario.leakage[leg.from]!);
    fromTrusted = toTrusted;
  }
  return worst;
}

/** Busiest node or link direction: a stream of frames can start one this often [s]. */
function periodOf(plan: Plan): number {
  const busy = new Map<string, number>();
  for (const leg of plan.legs) {
    const key = leg.kind === 'compute' ? `node ${leg.node}` : `link ${leg.link} ${leg.direction}`;
    busy.set(key, (busy.get(key) ?? 0) + leg.seconds);
  }
  return Math.max(0, ...busy.values());
}

/** Goals as SI values by criterion: s, J, J, B, leakage; null = no limit. */
export function siLimits(limits: GoalLimits): Readonly<Record<Criterion, number | null>> {
  const scaled = (value: number | null, factor: number): number | null =>
    value === null ? null : value * factor;
  return {
    latency: scaled(limits.latencyMs, 1e-3),
    'ue-energy': scaled(limits.ueEnergyMJ, 1e-3),
    'edge-energy': scaled(limits.edgeEnergyMJ, 1e-3),
    bytes: scaled(limits.kilobytes, 1e3),
    leakage: limits.leakage,
  };
}

/** A measure by its criterion; null: not known. */
export function measureOf(measures: Measures, criterion: Criterion): number | null {
  switch (criterion) {
    case 'latency':
      return measures.latencyS;
    case 'ue-energy':
      return measures.ueEnergyJ;
    case 'edge-energy':
      return measures.edgeEnergyJ;
    case 'bytes':
      return measures.bytes;
    case 'leakage':
      return measures.leakage;
  }
}

/** Criteria whose limit a plan breaks; what is not known breaks nothing. */
export function brokenLimits(measures: Measures, limits: GoalLimits): Criterion[] {
  const bounds = siLimits(limits);
  return (Object.keys(bounds) as Criterion[]).filter((criterion) => {
    const value = measureOf(measures, criterion);
    const limit = bounds[criterion];
    return value !== null && limit !== null && !isWithin(value, limit);
  });
}
