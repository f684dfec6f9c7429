import type { LinkId, NodeId } from '../../../core/network/types';
import type { Problem } from '../../../core/scenario/problems';

interface Culprit {
  readonly nodes: readonly NodeId[];
  readonly links: readonly LinkId[];
}

/** What to select; null where no single thing is to blame. */
export function culpritOf(problem: Problem): Culprit | null {
  switch (problem.kind) {
    case 'no-route':
      return problem.downLinks.length > 0
        ? { nodes: [], links: problem.downLinks }
        : { nodes: [problem.to], links: [] };
    case 'link-down':
      return { nodes: [], links: [problem.link] };
    case 'no-node-computes':
    case 'block-does-not-fit':
    case 'blocks-do-not-pack':
    case 'not-found-in-time':
    case 'leakage-mismatch':
    case 'leaks':
      return null;
    case 'does-not-fit':
      return problem.node === null ? null : { nodes: [problem.node], links: [] };
    case 'source-has-no-device':
    case 'profile-mismatch':
    case 'unknown-device':
    case 'unreachable':
      return { nodes: [problem.node], links: [] };
  }
}
