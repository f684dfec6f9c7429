/** What keeps a scenario from working, or makes its numbers less sure: data, worded in one place (ui/errors). */
import type { LinkId, NodeId } from '../network/types';

export type Problem =
  /** No path of links that are up from `from` to `to`. `downLinks` are the ones whose capacity 0 closes it. */
  | {
      readonly kind: 'no-route';
      readonly from: NodeId;
      readonly to: NodeId;
      readonly downLinks: readonly LinkId[];
    }
  | { readonly kind: 'link-down'; readonly link: LinkId }
  | { readonly kind: 'source-has-no-device'; readonly node: NodeId }
  | { readonly kind: 'no-node-computes' }
  /** Weights that the model needs exceed what the node (or, with node null, every reachable node together) has. */
  | {
      readonly kind: 'does-not-fit';
      readonly node: NodeId | null;
      readonly needBytes: number;
      readonly haveBytes: number;
    }
  /** A block (counted from 1) whose weights exceed the memory of every node that can take part. */
  | {
      readonly kind: 'block-does-not-fit';
      readonly block: number;
      readonly name: string;
      readonly needBytes: number;
      readonly largestBytes: number;
    }
  /** Memory suffices in all and for each block, but no way to place the blocks fits, or none was found in time. */
  | {
      readonly kind: 'blocks-do-not-pack' | 'not-found-in-time';
      readonly needBytes: number;
      readonly haveBytes: number;
    }
  /** No plan at all keeps the leakage limit: this boundary would have to be handed to an untrusted node. */
  | {
      readonly kind: 'leaks';
      readonly boundary: number;
      readonly leakage: number;
      readonly limit: number;
    }
  /** The measured profile is of another model, size or width: the modelled fallback device is used. */
  | {
      readonly kind: 'profile-mismatch';
      readonly node: NodeId;
      readonly measuredFor: string;
      readonly needed: string;
    }
  /** The catalogue has no such device (an older or newer document). */
  | { readonly kind: 'unknown-device'; readonly node: NodeId; readonly deviceId: string }
  | { readonly kind: 'unreachable'; readonly node: NodeId }
  /** The leakage vector is of a model with another number of boundaries: it is not used. */
  | { readonly kind: 'leakage-mismatch'; readonly have: number; readonly need: number };

export type Severity = 'error' | 'warning' | 'note';

/** error: no plan at all; warning: a strategy or a node is out; note: the number rests on something else than it seems. */
export function severityOf(problem: Problem): Severity {
  switch (problem.kind) {
    case 'source-has-no-device':
    case 'no-node-computes':
    case 'does-not-fit':
    case 'block-does-not-fit':
    case 'blocks-do-not-pack':
    case 'not-found-in-time':
    case 'leaks':
      return 'error';
    case 'no-route':
    case 'link-down':
    case 'unknown-device':
    case 'unreachable':
      return 'warning';
    case 'profile-mismatch':
    case 'leakage-mismatch':
      return 'note';
  }
}
