import type { NetworkNode } from '../../../core/network/types';

/** Allowed, since links and plans know nodes by their id; but a reader cannot tell the two apart. */
export const namesakeText = 'Another node has this name.';

export function isNamesake(nodes: readonly NetworkNode[], node: NetworkNode): boolean {
  return nodes.some((other) => other.id !== node.id && other.name === node.name);
}
