/**
 * Route and split where untrusted nodes may be handed only what leaks little enough (own; MATHS 3 and 4).
 *
 * The state is (node, blocks done, whether the last block ran on a trusted node): an untrusted node may start on boundary i
 * if its leakage is within the limit, or if an untrusted node computed last. Two Dijkstras a boundary, one for each trust,
 * over the same network: O(L (A + V log V)). Exact; memory limits left aside.
 */
import { followArcs } from './followArcs';
import { createLabels, createScratch, fillArcCosts, routingIndex, settle, type Labels } from './settle';
import { isOpen } from './trust';
import type { RouteProblem, Step, TrustRule } from './types';

/** Cost to go from (v, i) at [i * V + v], by who computed last. */
interface TrustToGo {
  readonly afterTrusted: Labels;
  readonly afterUntrusted: Labels;
}

/** The cheapest plan that keeps the rule, or null. */
export function cheapestWithinTrust(problem: RouteProblem, trust: TrustRule): Step[] | null {
  const toGo = trustToGo(problem, trust);
  return toGo.afterTrusted.costS[problem.source] === Infinity ? null : follow(problem, trust, toGo);
}

function trustToGo(problem: RouteProblem, trust: TrustRule): TrustToGo {
  const { nodeCount, blockCount } = problem;
  const { into } = routingIndex(problem);
  const size = (blockCount + 1) * nodeCount;
  const toGo = { afterTrusted: createLabels(size), afterUntrusted: createLabels(size) };
  const both = [toGo.afterTrusted, toGo.afterUntrusted];
  const scratch = createScratch(nodeCount);
  const arcCostS = new Float64Array(problem.arcFrom.length);
  const end = blockCount * nodeCount;
  fillArcCosts(problem, blockCount, arcCostS);
  for (const labels of both) {
    if (problem.delivery === 'stay') labels.costS.fill(0, end);
    else {
      labels.costS[end + (problem.delivery === 'sink' ? problem.sink : problem.source)] = 0;
      settle(into, arcCostS, labels, end, scratch);
    }
  }
  for (let i = blockCount - 1; i >= 0; i--) {
    seed(problem, trust, toGo, i);
    fillArcCosts(problem, i, arcCostS);
    for (const labels of both) settle(into, arcCostS, labels, i * nodeCount, scratch);
  }
  return toGo;
}

/** "Compute block i + 1 here", where it is allowed. */
function seed(problem: RouteProblem, trust: TrustRule, toGo: TrustToGo, i: number): void {
  const { nodeCount, blockCount, computeS } = problem;
  const row = i * nodeCount;
  for (let v = 0; v < nodeCount; v++) {
    const next = trust.trusted[v] === 1 ? toGo.afterTrusted : toGo.afterUntrusted;
    const costS = computeS[v * blockCount + i]! + next.costS[row + nodeCount + v]!;
    const hops = next.hops[row + nodeCount + v]!;
    toGo.afterUntrusted.costS[row + v] = costS;
    toGo.afterUntrusted.hops[row + v] = hops;
    if (trust.trusted[v] === 0 && !isOpen(trust, i)) continue;
    toGo.afterTrusted.costS[row + v] = costS;
    toGo.afterTrusted.hops[row + v] = hops;
  }
}

function follow(problem: RouteProblem, { trusted }: TrustRule, toGo: TrustToGo): Step[] {
  return followArcs(problem, (state, computedLast) => {
    const isTrusted = computedLast === null || trusted[computedLast] === 1;
    return (isTrusted ? toGo.afterTrusted : toGo.afterUntrusted).via[state]!;
  });
}

/** The boundary of least leakage that has to be allowed for any plan at all; null if none would help. */
export function leastLeak(problem: RouteProblem, trust: TrustRule): number | null {
  const boundaries = Array.from(trust.leakage.keys())
    .filter((i) => !isOpen(trust, i))
    .sort((a, b) => trust.leakage[a]! - trust.leakage[b]!);
  const isEnough = (k: number): boolean =>
    cheapestWithinTrust(problem, { ...trust, limit: trust.leakage[boundaries[k]!]! }) !== null;
  let low = 0;
  let high = boundaries.length - 1;
  if (high < 0 || !isEnough(high)) return null;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isEnough(middle)) high = middle;
    else low = middle + 1;
  }
  return boundaries[low]!;
}
