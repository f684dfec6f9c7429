/** Where the compute times of a plan come from and how sure they are: a line for every node that runs something. */
import type { NodeId } from '../../../core/network/types';
import { profileFor } from '../../../core/profile/profileFor';
import type { Scenario } from '../../../core/scenario/types';
import type { Plan } from '../../../core/solvers/types';
import { formatSeconds } from '../../format';
import { profileTexts } from '../inspector/profileTexts';

export function planSources(scenario: Scenario, plan: Plan, measuredHere: readonly string[]): string[] {
  return [...new Set(plan.computeNodes)].map((node) => nodeSource(scenario, node, measuredHere));
}

/** "Phone: Raspberry Pi 4, modelled" or, measured, "... whole model 110 ms (95 %: 109 ms to 111 ms)". */
export function nodeSource(scenario: Scenario, id: NodeId, measuredHere: readonly string[]): string {
  const node = scenario.nodes.find((other) => other.id === id);
  const profile = node === undefined ? null : profileFor(scenario, node).profile;
  if (node === undefined || profile === null) return 'Source unknown';
  const { device, badge, totalS, intervalS } = profileTexts(profile, measuredHere);
  const range =
    intervalS === null ? '' : ` (95 %: ${formatSeconds(intervalS[0])} to ${formatSeconds(intervalS[1])})`;
  return `${node.name}: ${device}, ${badge}, whole model ${formatSeconds(totalS)}${range}`;
}
