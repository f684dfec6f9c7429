/**
 * What a node draws, and what its work costs beyond being on.
 *
 * Energy of work = (load - idle) * time. Idle is shown apart: it flows whatever the plan is. Where only a load figure is
 * published (a graphics card's TDP), the whole of it counts as work: a bound from above. The figures are of a fully
 * loaded device, and a block may use less of it.
 */
import type { NetworkNode, NodeKind } from '../network/types';
import { findDevice } from '../profile/deviceCatalogue';
import { profileFor } from '../profile/profileFor';
import type { Scenario } from '../scenario/types';

export interface PowerFigure {
  /** null: not known; work is then charged in full. */
  readonly idleW: number | null;
  readonly loadW: number;
  /** Who says so: the document's own figure for this node, or a published one. */
  readonly from: 'node' | 'published';
  /** Source of a published figure; empty for the node's own. */
  readonly citation: string;
}

/**
 * The node's own figure, else that of its device as the document keeps it, else (older documents) as the catalogue has
 * it; null where nobody knows: relative speeds, measured browsers, phones.
 */
export function powerOf(scenario: Scenario, node: NetworkNode): PowerFigure | null {
  if (node.power !== null) return { ...node.power, from: 'node', citation: '' };
  const profile = node.device?.kind === 'measured' ? null : profileFor(scenario, node).profile;
  if (profile === null || !('citation' in profile.source)) return null;
  const kept = profile.source.power;
  const facts = kept === undefined ? (findDevice(profile.deviceId)?.power ?? null) : kept;
  return facts && { idleW: facts.idleW, loadW: facts.loadW, from: 'published', citation: facts.citation };
}

/** Watts of work beyond being on. */
export function workW({ idleW, loadW }: PowerFigure): number {
  return loadW - (idleW ?? 0);
}

const edgeKinds: readonly NodeKind[] = ['gnb', 'iab', 'mec'];

/** Whose energy the operator of the edge pays: gNB, IAB node, MEC host. */
export function isEdgeHost(kind: NodeKind): boolean {
  return edgeKinds.includes(kind);
}
