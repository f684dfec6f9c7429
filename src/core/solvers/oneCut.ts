/**
 * One cut between the UE and one other node: a scan of all L + 1 boundaries (Neurosurgeon, ASPLOS 2017), each boundary
 * over its own cheapest route. Boundary L is "all on the UE", boundary 0 "all over there", so one cut is never worse than
 * either. Exact for what it assumes. O(L (A + V log V)) for the routes, which both strategies share, and O(L) a host.
 */
import { evaluateSplit } from './evaluateSplit';
import { edgeHosts, nearestReason } from './hosts';
import { infeasible } from './plans';
import { deliveryS, routesFromSource } from './routes';
import { fits } from './sweepWindow';
import { mayHand } from './trust';
import type { IndexOutcome, IndexReason, RouteProblem } from './types';

export function solveOneCutCloud(problem: RouteProblem): IndexOutcome {
  return bestCut(problem, [problem.sink]);
}

export function solveOneCutEdge(problem: RouteProblem): IndexOutcome {
  const hosts = edgeHosts(problem);
  return hosts.length === 0 ? infeasible({ kind: 'no-edge-host' }) : bestCut(problem, hosts);
}

interface Scan {
  readonly totalS: number;
  readonly boundary: number;
}

function bestCut(problem: RouteProblem, hosts: readonly number[]): IndexOutcome {
  const deliver = deliveryS(problem);
  const ue = uePrefix(problem);
  let best: Scan = { totalS: Infinity, boundary: 0 };
  let bestHost = -1;
  for (const host of hosts) {
    const scan = scanBoundaries(problem, host, ue, deliver);
    if (scan.totalS < best.totalS) {
      best = scan;
      bestHost = host;
    }
  }
  if (bestHost >= 0) {
    return evaluateSplit(problem, {
      nodes: [problem.source, bestHost],
      boundaries: [best.boundary, problem.blockCount],
    });
  }
  // Boundaries 0 and L failed with the rest: they are the ones with one simple reason each.
  const reasons: IndexReason[] = [];
  for (const node of [...hosts, problem.source]) {
    const alone = evaluateSplit(problem, { nodes: [node], boundaries: [problem.blockCount] });
    if (alone.kind === 'infeasible') reasons.push(alone.reason);
  }
  return nearestReason(reasons);
}

/** Seconds of blocks 1..i on the UE at [i]; Infinity from where they no longer fit or cannot run. */
function uePrefix(problem: RouteProblem): Float64Array {
  const { source, blockCount } = problem;
  const prefix = new Float64Array(blockCount + 1);
  const mayRun = mayHand(problem, null, source, 0);
  let weight = 0;
  for (let l = 0; l < blockCount; l++) {
    weight += problem.weightBytes[l]!;
    prefix[l + 1] =
      mayRun && fits(weight, problem.memoryBytes[source]!)
        ? prefix[l]! + problem.computeS[source * blockCount + l]!
        : Infinity;
  }
  return prefix;
}

/** The best boundary for one host; on a tie the later one, which leaves more where the data is. */
function scanBoundaries(problem: RouteProblem, host: number, ue: Float64Array, deliver: Float64Array): Scan {
  const { nodeCount, blockCount, source, computeS, weightBytes } = problem;
  const routes = routesFromSource(problem).costS;
  const roomBytes = problem.memoryBytes[host]!;
  let totalS = ue[blockCount]! + deliver[source]!;
  let boundary = blockCount;
  let hostS = 0;
  let weight = 0;
  for (let i = blockCount - 1; i >= 0; i--) {
    hostS += computeS[host * blockCount + i]!;
    weight += weightBytes[i]!;
    // With the UE itself as host (source = sink) both parts would share one memory: boundary L covers it.
    if (host === source || !fits(weight, roomBytes)) break;
    if (!mayHand(problem, i === 0 ? null : source, host, i)) continue;
    const cost = ue[i]! + routes[i * nodeCount + host]! + hostS + deliver[host]!;
    if (cost < totalS) {
      totalS = cost;
      boundary = i;
    }
  }
  return { totalS, boundary };
}
