/** What is written on a node: its device, where that figure comes from, and what runs on it, in words. */
import { workloadChain } from '../../core/model/workloadChain';
import { kindNames } from '../../core/network/nodeDefaults';
import type { NetworkNode } from '../../core/network/types';
import { profileFor } from '../../core/profile/profileFor';
import type { Profile } from '../../core/profile/types';
import type { Scenario } from '../../core/scenario/types';
import { formatPercent, formatSeconds } from '../format';
import { profileTexts, type Badge } from '../panels/inspector/profileTexts';
import type { BlockRange, NodeWork } from './planOverlay';

export interface DeviceTexts {
  /** The device's name, or why the node only forwards. */
  readonly device: string;
  /** Where its block times come from; null when it does not compute. */
  readonly badge: Badge | null;
  /** How they came about; empty when it does not compute. */
  readonly how: string;
}

interface Entry {
  readonly profiles: readonly Profile[];
  readonly workload: Scenario['workload'];
  readonly leakage: Scenario['leakage'];
  readonly measuredHere: readonly string[];
  readonly texts: DeviceTexts;
}

const known = new WeakMap<NetworkNode, Entry>();

/** The same object as long as the node, the model and the profiles stay: a capacity drag costs a look-up. */
export function deviceTexts(
  scenario: Scenario,
  node: NetworkNode,
  measuredHere: readonly string[],
): DeviceTexts {
  const { profiles, workload, leakage } = scenario;
  const entry = known.get(node);
  if (
    entry !== undefined &&
    entry.profiles === profiles &&
    entry.workload === workload &&
    entry.leakage === leakage &&
    entry.measuredHere === measuredHere
  ) {
    return entry.texts;
  }
  const texts = wordDevice(scenario, node, measuredHere);
  known.set(node, { profiles, workload, leakage, measuredHere, texts });
  return texts;
}

function wordDevice(scenario: Scenario, node: NetworkNode, measuredHere: readonly string[]): DeviceTexts {
  if (node.device === null) return { device: 'forwards only', badge: null, how: '' };
  const { profile } = profileFor(scenario, node);
  if (profile === null) return { device: 'unknown device', badge: null, how: '' };
  if (!node.trusted && !knowsLeakage(scenario)) {
    return { device: 'not trusted, forwards only', badge: null, how: '' };
  }
  const { device, badge, how } = profileTexts(profile, measuredHere);
  return node.trusted ? { device, badge, how } : { device: `${device}, not trusted`, badge, how };
}

/** With leakage figures of this model, nodes that are not trusted compute too: on what keeps the limit. */
function knowsLeakage({ leakage, workload }: Scenario): boolean {
  return leakage !== null && leakage.length === workloadChain(workload).boundaryBytes.length;
}

/** "blocks 1–12 of 55", "all 55 blocks", "blocks 1–3, 9–12 of 55"; null when nothing runs there. */
export function blocksText(ranges: readonly BlockRange[], blockCount: number): string | null {
  if (ranges.length === 0) return null;
  const [only] = ranges;
  if (ranges.length === 1 && only!.from === 0 && only!.to === blockCount) {
    return blockCount === 1 ? 'the one block' : `all ${blockCount} blocks`;
  }
  const single = ranges.length === 1 && only!.to === only!.from + 1;
  return `${single ? 'block' : 'blocks'} ${ranges.map(rangeText).join(', ')} of ${blockCount}`;
}

function rangeText({ from, to }: BlockRange): string {
  return to === from + 1 ? `${to}` : `${from + 1}–${to}`;
}

/** "23.4 ms, 41 %" of the whole. */
export function workTimeText({ seconds, share }: NodeWork): string {
  return `${formatSeconds(seconds)}, ${formatPercent(Math.round(share * 100) / 100)}`;
}

/** One sentence for a screen reader: everything that is drawn on the node. */
export function nodeSummary(
  node: NetworkNode,
  role: 'source' | 'sink' | null,
  texts: DeviceTexts,
  work: NodeWork | undefined,
  blockCount: number,
  problemTitles: readonly string[],
): string {
  const kind = kindNames[node.kind];
  const parts = [node.name === kind ? kind : `${node.name}, ${kind}`];
  if (role !== null) parts.push(role);
  parts.push(texts.badge === null ? texts.device : `${texts.device}, ${texts.badge}`);
  const blocks = work === undefined ? null : blocksText(work.ranges, blockCount);
  if (work !== undefined && blocks !== null) {
    parts.push(
      `runs ${blocks}, ${formatSeconds(work.seconds)}, ${formatPercent(Math.round(work.share * 100) / 100)} of the time`,
    );
  } else if (work !== undefined) {
    parts.push('on the route, runs nothing');
  }
  return [...parts, ...problemTitles].join('; ');
}
