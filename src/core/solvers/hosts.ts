/** Which nodes the baselines may use, and why none of several works. */
import { infeasible } from './plans';
import type { IndexOutcome, IndexReason, RouteProblem } from './types';

const edgeKinds: readonly string[] = ['gnb', 'iab', 'mec', 'core'];

/** Computing nodes of the edge: gNB, IAB node, MEC host or core, neither source nor sink. */
export function edgeHosts(problem: RouteProblem): number[] {
  const hosts: number[] = [];
  for (let v = 0; v < problem.nodeCount; v++) {
    if (v === problem.source || v === problem.sink || problem.computes[v] !== 1) continue;
    if (edgeKinds.includes(problem.kinds[v]!)) hosts.push(v);
  }
  return hosts;
}

/**
 * The one answer for several hosts that all failed: the reason nearest to a plan. A host that is reached but too small
 * comes before one that must not see the data, that before one without a route, and the host that lacks least comes first.
 */
export function nearestReason(reasons: readonly IndexReason[]): IndexOutcome {
  const tooSmall = reasons.filter((reason) => reason.kind === 'does-not-fit');
  tooSmall.sort((a, b) => a.needBytes - a.haveBytes - (b.needBytes - b.haveBytes));
  const leaky = reasons.find((reason) => reason.kind === 'leaks');
  return infeasible(tooSmall[0] ?? leaky ?? reasons[0] ?? { kind: 'no-edge-host' });
}
