/** How a plan's energy came about, with this scenario's values. */
import { isEdgeHost, powerOf, workW } from '../../../core/energy/nodePower';
import { radioW, type RadioRole } from '../../../core/energy/radioPower';
import type { NetworkNode, NodeId } from '../../../core/network/types';
import type { Scenario } from '../../../core/scenario/types';
import type { Plan } from '../../../core/solvers/types';
import type { Measures } from '../../../core/studies/measures';
import { capacityMbps, type ComputeLeg, type TransferLeg } from '../../explain/formulas';
import { formatJoules, formatSeconds, formatWatts } from '../../format';

/** "UE: computing (5.1 W − 1.9 W) × 41 ms + sending 9.33 W × 8.3 ms = 209 mJ"; empty where the power is unknown. */
export function ueFormula(
  scenario: Scenario,
  plan: Plan,
  { ueEnergyJ, ueIdleJ }: Measures,
): readonly string[] {
  const source = scenario.nodes.find(({ id }) => id === scenario.sourceId);
  if (source === undefined || ueEnergyJ === null) return [];
  const terms = [...workTerms(scenario, plan, source), ...radioTerms(scenario, plan, source)];
  const sum = terms.length === 0 ? 'nothing is computed or sent' : terms.join(' + ');
  const idle = ueIdleJ === null ? '' : `; idle meanwhile ${formatJoules(ueIdleJ)}, not counted`;
  return [`UE: ${sum} = ${formatJoules(ueEnergyJ)}${idle}`];
}

/** A line for every edge host that computes or is on air. */
export function edgeFormulas(scenario: Scenario, plan: Plan, { edgeEnergyJ }: Measures): readonly string[] {
  if (edgeEnergyJ === null) return [];
  return scenario.nodes
    .filter(({ kind }) => isEdgeHost(kind))
    .flatMap((node) => {
      const terms = [...workTerms(scenario, plan, node), ...radioTerms(scenario, plan, node)];
      return terms.length === 0 ? [] : [`${node.name}: ${terms.join(' + ')}`];
    });
}

function workTerms(scenario: Scenario, plan: Plan, node: NetworkNode): readonly string[] {
  const figure = powerOf(scenario, node);
  const runs = plan.legs.filter((leg): leg is ComputeLeg => leg.kind === 'compute' && leg.node === node.id);
  if (figure === null || runs.length === 0) return [];
  const seconds = runs.reduce((sum, leg) => sum + leg.seconds, 0);
  const watts =
    figure.idleW === null || figure.idleW === 0
      ? formatWatts(workW(figure))
      : `(${formatWatts(figure.loadW)} − ${formatWatts(figure.idleW)})`;
  return [`computing ${watts} × ${formatSeconds(seconds)}`];
}

/** On air for bits / capacity only. Of the edge's radios only a wireless backhaul counts, on the side that sends. */
function radioTerms(scenario: Scenario, plan: Plan, node: NetworkNode): readonly string[] {
  const isSource = node.id === scenario.sourceId;
  const kindOf = (id: NodeId) => scenario.nodes.find((other) => other.id === id)?.kind;
  return plan.legs.flatMap((leg) => {
    if (leg.kind !== 'transfer') return [];
    if (leg.from === node.id && (isSource || kindOf(leg.to) !== 'ue'))
      return radioTerm(scenario, leg, 'send');
    return isSource && leg.to === node.id ? radioTerm(scenario, leg, 'receive') : [];
  });
}

function radioTerm(scenario: Scenario, leg: TransferLeg, role: RadioRole): readonly string[] {
  const link = scenario.links.find(({ id }) => id === leg.link);
  if (link?.medium !== 'wireless') return [];
  const mbps = capacityMbps(link, leg.direction);
  const onAirS = (8 * leg.bytes) / (mbps * 1e6);
  const doing = role === 'send' ? 'sending' : 'receiving';
  return [`${doing} ${formatWatts(radioW(scenario.radio, role, mbps))} × ${formatSeconds(onAirS)}`];
}
