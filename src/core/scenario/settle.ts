import { workloadChain } from '../model/workloadChain';
import type { NetworkNode } from '../network/types';
import { refreshProfiles } from '../profile/profileFor';
import { findSplitFault } from './consistency';
import { simulationOn } from './settleSimulation';
import type { Scenario } from './types';

/**
 * The last step of an edit: drops an own split that no longer fits, shares and traces of links that are gone, and embeds
 * exactly the profiles in use. Dragging a capacity costs nothing here.
 */
export function settle(before: Scenario, after: Scenario): Scenario {
  const simulation = after.links === before.links ? after.simulation : simulationOn(after);
  const onLinks = simulation === after.simulation ? after : { ...after, simulation };
  if (after.nodes === before.nodes && after.workload === before.workload) return onLinks;
  const nodes = after.workload === before.workload ? after.nodes : after.nodes.map(withHonestProfile(after));
  const split = after.ownSplit;
  const ownSplit = split === null || findSplitFault(after, split) === null ? split : null;
  return refreshProfiles({ ...onLinks, nodes, ownSplit });
}

/** A measured profile that says it is of the new model but has another number of blocks gives way to its fallback. */
function withHonestProfile({ profiles, workload }: Scenario): (node: NetworkNode) => NetworkNode {
  const { modelKey, blocks } = workloadChain(workload);
  const isFalse = (id: string): boolean =>
    profiles.some(
      (profile) =>
        profile.id === id && profile.modelKey === modelKey && profile.blocks.length !== blocks.length,
    );
  return (node) =>
    node.device?.kind === 'measured' && isFalse(node.device.profileId)
      ? { ...node, device: { kind: 'catalogue', id: node.device.fallbackId } }
      : node;
}
