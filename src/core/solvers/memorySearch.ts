/**
 * Route and split with memory limits, where one state per (node, blocks done) is not enough: what a node already holds
 * counts. Plans here compute on a node in one run at most; between two of them a boundary takes its cheapest route.
 *
 * Method (own): dynamic programming over sets of used nodes. A state is (set, last node) with, for each j, the least
 * cost of j blocks done by exactly these nodes; memory is a sliding window along the run on the new node. Sets grow by
 * one node a level. Pruned by the cost to go without memory limits, which no plan can beat. O(2^n n^2 L) for n computing
 * nodes. Exact unless cut off: it takes the nearest hosts only where there are many, and extends a limited number of
 * pairs (state, next node), lowest bound first; nine computing nodes never reach the limit. Cut off, the plan is the best
 * one found, and `proven` says whether the bounds still prove it best.
 */
import { evaluateSplit } from './evaluateSplit';
import { infeasible, weightOf } from './plans';
import type { CostToGo } from './routeAndSplit';
import { deliveryNode, routesFrom } from './routes';
import { createLabels, createScratch, fillArcCosts, routingIndex, settle, type Labels } from './settle';
import { createWindow, fits, sweepWindow } from './sweepWindow';
import type { IndexOutcome, IndexReason, RouteProblem } from './types';

/** Pairs (state, next node) of one level, and of the whole search; a level takes a quarter of what is left at most. */
const pairsPerLevel = 4000;
export const pairsInAll = 30_000;
/** Nearest hosts looked at; more only if these cannot hold the model twice. */
const nearestHosts = 24;

interface State {
  readonly used: bigint;
  readonly last: number;
  /** Least cost of j blocks done, the last of them on `last`. */
  readonly doneS: Float64Array;
  /** Block at which the run on `last` starts, for each j. */
  readonly startAt: Int32Array;
  /** The state before that run, for each start. Empty on the first level. */
  readonly parents: readonly (State | null)[];
  /** No plan that goes on from here is cheaper. */
  readonly boundS: number;
}

interface Host {
  readonly node: number;
  /** No plan that computes here is cheaper. */
  readonly boundS: number;
}

export interface SearchResult {
  readonly outcome: IndexOutcome;
  /** Pairs (state, next node) looked at: the work done, in units of O(L). */
  readonly pairs: number;
}

/** See the head of the file. `toGo` is the cost to go without memory limits. */
export function solveWithMemory(problem: RouteProblem, toGo: CostToGo): IndexOutcome {
  return searchSequences(problem, toGo).outcome;
}

export function searchSequences(problem: RouteProblem, toGo: CostToGo): SearchResult {
  const search = createSearch(problem, toGo);
  let level = search.first();
  while (level.length > 0) level = search.extend(level);
  return { outcome: search.outcome(), pairs: search.pairs() };
}

function createSearch(problem: RouteProblem, toGo: CostToGo) {
  const { nodeCount, blockCount } = problem;
  const width = blockCount + 1;
  const window = createWindow(problem.weightBytes);
  const end = blockCount * nodeCount;
  const ranked = usableHosts(problem, toGo);
  const hosts = nearest(problem, ranked);
  const rows = new Map<number, Labels>();
  let bestS = Infinity;
  let best: State | null = null;
  /** Lowest bound among what was left out because of the limit. */
  let leftOutS = ranked[hosts.length]?.boundS ?? Infinity;
  let mostDone = 0;
  let pairs = 0;

  const routes = (from: number): Labels => {
    let row = rows.get(from);
    if (row === undefined) rows.set(from, (row = routesFrom(problem, from)));
    return row;
  };
  const compute = (node: number): Float64Array =>
    problem.computeS.subarray(node * blockCount, (node + 1) * blockCount);

  /** Runs blocks on `node` after arriving there; null when that leads to nothing better than what is known. */
  const run = (
    used: bigint,
    node: number,
    arriveS: Float64Array,
    parents: readonly (State | null)[],
  ): State | null => {
    const doneS = new Float64Array(width);
    const startAt = new Int32Array(width);
    sweepWindow(window, arriveS, compute(node), problem.memoryBytes[node]!, 1, doneS, startAt);
    let boundS = Infinity;
    for (let j = 1; j < blockCount; j++) {
      if (doneS[j] === Infinity) continue;
      if (j > mostDone) mostDone = j;
      boundS = Math.min(boundS, doneS[j]! + toGo.costS[j * nodeCount + node]!);
    }
    const state = { used: used | (1n << BigInt(node)), last: node, doneS, startAt, parents, boundS };
    if (doneS[blockCount]! < Infinity) mostDone = blockCount;
    const endS = doneS[blockCount]! + toGo.costS[end + node]!;
    if (endS < bestS) {
      bestS = endS;
      best = state;
    }
    return boundS < bestS ? state : null;
  };

  const first = (): State[] => {
    const source = routes(problem.source);
    const states: State[] = [];
    for (const { node } of hosts) {
      const arriveS = new Float64Array(width).fill(Infinity);
      arriveS[0] = source.costS[node]!;
      const state = run(0n, node, arriveS, []);
      if (state !== null) states.push(state);
    }
    return states;
  };

  const extend = (level: State[]): State[] => {
    const open = level.filter((state) => state.boundS < bestS).sort((a, b) => a.boundS - b.boundS);
    /** Arrivals at the next node, merged over the states that reach it with the same set. */
    const arrivals = new Map<
      bigint,
      { used: bigint; node: number; arriveS: Float64Array; parents: (State | null)[] }
    >();
    let left = Math.min(pairsPerLevel, (pairsInAll - pairs) / 4);
    for (const state of open) {
      if (left <= 0) {
        leftOutS = Math.min(leftOutS, state.boundS);
        break;
      }
      const row = routes(state.last);
      for (const { node } of hosts) {
        if ((state.used & (1n << BigInt(node))) !== 0n) continue;
        left--;
        pairs++;
        const key = (state.used << 16n) | BigInt(node);
        let arrival = arrivals.get(key);
        if (arrival === undefined) {
          arrival = {
            used: state.used,
            node,
            arriveS: new Float64Array(width).fill(Infinity),
            parents: new Array<State | null>(width).fill(null),
          };
          arrivals.set(key, arrival);
        }
        for (let i = 1; i < blockCount; i++) {
          const cost = state.doneS[i]! + row.costS[i * nodeCount + node]!;
          if (cost >= arrival.arriveS[i]!) continue;
          arrival.arriveS[i] = cost;
          arrival.parents[i] = state;
        }
      }
    }
    const next: State[] = [];
    for (const { used, node, arriveS, parents } of arrivals.values()) {
      const state = run(used, node, arriveS, parents);
      if (state !== null) next.push(state);
    }
    return next;
  };

  const outcome = (): IndexOutcome => {
    if (best === null) return infeasible(whyNothingFits(problem, ranked, toGo, mostDone));
    const split = evaluateSplit(problem, splitOf(best, blockCount));
    return split.kind === 'plan' ? { ...split, proven: leftOutS >= bestS } : split;
  };

  return { first, extend, outcome, pairs: () => pairs };
}

function splitOf(best: State, blockCount: number): { nodes: number[]; boundaries: number[] } {
  const nodes: number[] = [];
  const boundaries: number[] = [];
  let done = blockCount;
  for (let state: State | null = best; state !== null;) {
    nodes.push(state.last);
    boundaries.push(done);
    done = state.startAt[done]!;
    state = state.parents[done] ?? null;
  }
  return { nodes: nodes.reverse(), boundaries: boundaries.reverse() };
}

/**
 * Computing nodes that a plan could use, nearest first: by the cheapest plan through them that ignores memory.
 * (Forward Dijkstra a boundary, seeded with "computed here", meets the cost to go.)
 */
function usableHosts(problem: RouteProblem, toGo: CostToGo): Host[] {
  const { nodeCount, blockCount } = problem;
  const { out } = routingIndex(problem);
  const arrive = createLabels(nodeCount);
  const scratch = createScratch(nodeCount);
  const arcCostS = new Float64Array(problem.arcFrom.length);
  const through = new Float64Array(nodeCount).fill(Infinity);
  arrive.costS[problem.source] = 0;
  for (let i = 0; i < blockCount; i++) {
    fillArcCosts(problem, i, arcCostS);
    settle(out, arcCostS, arrive, 0, scratch);
    for (let v = 0; v < nodeCount; v++) {
      const doneS = arrive.costS[v]! + problem.computeS[v * blockCount + i]!;
      through[v] = Math.min(through[v]!, doneS + toGo.costS[(i + 1) * nodeCount + v]!);
      arrive.costS[v] = doneS;
    }
  }
  return Array.from(through, (boundS, node) => ({ node, boundS }))
    .filter(({ boundS }) => boundS < Infinity)
    .sort((a, b) => a.boundS - b.boundS || a.node - b.node);
}

function nearest(problem: RouteProblem, ranked: readonly Host[]): readonly Host[] {
  const needBytes = weightOf(problem, 0, problem.blockCount);
  let count = 0;
  let roomBytes = 0;
  for (const { node } of ranked) {
    if (count >= nearestHosts && roomBytes >= 2 * needBytes) break;
    count++;
    roomBytes += problem.memoryBytes[node]!;
  }
  return ranked.slice(0, count);
}

function whyNothingFits(
  problem: RouteProblem,
  hosts: readonly Host[],
  toGo: CostToGo,
  mostDone: number,
): IndexReason {
  const { blockCount, nodeCount } = problem;
  if (mostDone === blockCount) {
    // The blocks fit, but only on nodes from which the result cannot be delivered.
    const stuck = hosts.find(({ node }) => toGo.costS[blockCount * nodeCount + node] === Infinity);
    return {
      kind: 'no-route',
      from: stuck?.node ?? problem.source,
      to: deliveryNode(problem) ?? problem.sink,
    };
  }
  const alone = hosts.length === 1 ? hosts[0]!.node : null;
  let haveBytes = 0;
  for (const { node } of hosts) haveBytes += problem.memoryBytes[node]!;
  const needBytes = weightOf(problem, 0, blockCount);
  if (!fits(needBytes, haveBytes)) return { kind: 'does-not-fit', node: alone, needBytes, haveBytes };
  // Enough in all, but blocks cannot be divided: what could be placed, from the first block on.
  return { kind: 'does-not-fit', node: alone, needBytes, haveBytes: weightOf(problem, 0, mostDone) };
}
