/** Which problems belong on which node or link, and which on the drawing as a whole. */
import type { LinkId, NodeId } from '../../core/network/types';
import { severityOf, type Problem, type Severity } from '../../core/scenario/problems';
import { culpritOf } from '../panels/inspector/culpritOf';

export interface ProblemMarks {
  readonly nodes: ReadonlyMap<NodeId, readonly Problem[]>;
  readonly links: ReadonlyMap<LinkId, readonly Problem[]>;
  /** Nobody in particular is to blame. */
  readonly general: readonly Problem[];
}

const known = new WeakMap<readonly Problem[], ProblemMarks>();
const none: ProblemMarks = { nodes: new Map(), links: new Map(), general: [] };

export function problemMarks(problems: readonly Problem[] | undefined): ProblemMarks {
  if (problems === undefined) return none;
  let marks = known.get(problems);
  if (marks === undefined) known.set(problems, (marks = sort(problems)));
  return marks;
}

function sort(problems: readonly Problem[]): ProblemMarks {
  const nodes = new Map<NodeId, Problem[]>();
  const links = new Map<LinkId, Problem[]>();
  const general: Problem[] = [];
  for (const problem of problems) {
    const culprit = culpritOf(problem);
    if (culprit === null) general.push(problem);
    for (const id of culprit?.nodes ?? []) nodes.set(id, [...(nodes.get(id) ?? []), problem]);
    for (const id of culprit?.links ?? []) links.set(id, [...(links.get(id) ?? []), problem]);
  }
  return { nodes, links, general };
}

const order: readonly Severity[] = ['error', 'warning', 'note'];

/** The gravest of them; null for none. */
export function worstOf(problems: readonly Problem[]): Severity | null {
  return order.find((severity) => problems.some((problem) => severityOf(problem) === severity)) ?? null;
}
