/** Why no split of a scenario's row works, in its ids. */
import { noRoute, type BuiltProblem } from '../cost/buildProblem';
import { rowChain, type RowChain } from '../cost/rowChain';
import { workloadChain } from '../model/workloadChain';
import type { Scenario } from '../scenario/types';
import { solveChain } from '../solvers/chainMultiSplit';
import { whyNoSplit } from '../solvers/chainReason';
import { deliveryNode } from '../solvers/routes';
import { isOpen, leakOf } from '../solvers/trust';
import type { InfeasibleReason, RouteProblem } from '../solvers/types';

/** @param row a row of `problem` that has no split */
export function rowReason(
  scenario: Scenario,
  problem: RouteProblem,
  { nodeIds }: Pick<BuiltProblem, 'nodeIds'>,
  row: RowChain,
): InfeasibleReason {
  const leak = leakThatBinds(problem);
  if (leak !== null) return leak;
  const idOf = (p: number) => nodeIds[row.nodes[p]!]!;
  const reason = whyNoSplit(row.chain);
  switch (reason.kind) {
    case 'no-node-computes':
    // A document's seconds are far too small to overflow a sum; a block of endless work is one nobody can run.
    case 'overflow':
      return { kind: 'no-node-computes' };
    case 'no-route':
      return noRoute(scenario, idOf(reason.hop), idOf(reason.hop + 1));
    case 'node-cannot-compute':
      return { kind: 'node-cannot-compute', node: idOf(reason.node) };
    case 'no-delivery':
      return noRoute(scenario, idOf(reason.node), nodeIds[deliveryNode(problem) ?? problem.sink]!);
    case 'does-not-fit':
      return { ...reason, node: null };
    case 'block-does-not-fit': {
      const { label } = workloadChain(scenario.workload).blocks[reason.block]!;
      return { ...reason, block: reason.block + 1, name: label };
    }
    case 'blocks-do-not-pack':
      return { kind: reason.kind, needBytes: reason.needBytes, haveBytes: reason.haveBytes };
  }
}

/** The boundary of least leakage that would have to be allowed, where trust is what leaves no split. */
function leakThatBinds(problem: RouteProblem): InfeasibleReason | null {
  const { trust } = problem;
  if (trust === undefined) return null;
  const worksUpTo = (limit: number): boolean =>
    solveChain(rowChain({ ...problem, trust: { ...trust, limit } }).chain) !== null;
  const closed = Array.from(trust.leakage.keys())
    .filter((i) => !isOpen(trust, i))
    .sort((a, b) => trust.leakage[a]! - trust.leakage[b]!);
  const boundary = closed.find((i) => worksUpTo(trust.leakage[i]!));
  if (boundary === undefined) return null;
  const reason = leakOf(trust, boundary);
  return reason.kind === 'leaks' ? reason : null;
}
