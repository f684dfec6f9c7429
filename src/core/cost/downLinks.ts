/** Which links that are down close a way. */
import type { LinkId, NodeId } from '../network/types';
import type { Scenario } from '../scenario/types';

/**
 * The fewest links that have to come up for a route from `from` to `to`, in order of travel; empty when no link could
 * help (or none is needed). A direction is down at capacity 0. Deterministic: earlier links win ties.
 */
export function downLinks(scenario: Scenario, from: NodeId, to: NodeId): LinkId[] {
  const down = new Map<NodeId, readonly LinkId[]>([[from, []]]);
  const settled = new Set<NodeId>();
  for (;;) {
    let next: NodeId | null = null;
    for (const [node, missing] of down) {
      if (settled.has(node)) continue;
      if (next === null || missing.length < down.get(next)!.length) next = node;
    }
    if (next === null) return [];
    if (next === to) return [...down.get(next)!];
    settled.add(next);
    const missing = down.get(next)!;
    for (const { id, a, b, aToBMbps, bToAMbps } of scenario.links) {
      if (a !== next && b !== next) continue;
      const [far, mbps] = a === next ? [b, aToBMbps] : [a, bToAMbps];
      const through = mbps === 0 ? [...missing, id] : missing;
      const known = down.get(far);
      if (known === undefined || through.length < known.length) down.set(far, through);
    }
  }
}
