/** One hue per computing node of the shown plan, in the order the blocks pass through them. */
import type { NodeId } from '../core/network/types';

/** Index into the tokens --node-0 .. --node-7 and --on-node-0 .. --on-node-7; `other` is grey. */
export type NodeColour = number | 'other';

const hues = 8;

/**
 * Colours of the computing nodes of a route, from UE to cloud. Up to four nodes take every second hue, so that neighbours
 * are told apart at a glance; the ninth and later ones are grey. A node that computes twice keeps its colour.
 */
export function nodeColours(computeNodes: readonly NodeId[]): ReadonlyMap<NodeId, NodeColour> {
  const distinct = [...new Set(computeNodes)];
  const step = distinct.length <= hues / 2 ? 2 : 1;
  return new Map(distinct.map((node, index) => [node, index < hues ? index * step : 'other']));
}

/** The colour as a CSS value. */
export function colourValue(colour: NodeColour): string {
  return `var(--node-${colour})`;
}

/** The colour of text on it, as a CSS value. */
export function onColourValue(colour: NodeColour): string {
  return `var(--on-node-${colour})`;
}
