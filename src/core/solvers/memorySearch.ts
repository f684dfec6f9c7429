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
import { nearest, usableHosts, whyNothingFits, type Host } from './memoryHosts';
import { solveOneCutCloud, solveOneCutEdge } from './oneCut';
import { infeasible } from './plans';
import type { CostToGo } from './routeAndSplit';
import { routesFrom } from './routes';
import type { Labels } from './settle';
import { createWindow, sweepWindow, type Window } from './sweepWindow';
import type { IndexOutcome, IndexSplit, RouteProblem } from './types';

/** Pairs (state, next node) of one level, and of the whole search; a level takes a quarter of what is left at most. */
const pairsPerLevel = 4000;
export const pairsInAll = 30_000;

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
  const search = new SequenceSearch(problem, toGo, oneCut(problem));
  let level = search.first();
  while (level.length > 0) level = search.extend(level);
  return { outcome: search.outcome(), pairs: search.pairs };
}

type PlanOutcome = Extract<IndexOutcome, { kind: 'plan' }>;

/** The better of the single cuts: a start that prunes, and what a search that is cut off must not fall behind. */
function oneCut(problem: RouteProblem): PlanOutcome | null {
  let best: PlanOutcome | null = null;
  for (const outcome of [solveOneCutCloud(problem), solveOneCutEdge(problem)]) {
    if (outcome.kind !== 'plan') continue;
    if (best === null || outcome.plan.totalS < best.plan.totalS) best = outcome;
  }
  return best;
}

/** Being at `node` with i blocks done by the nodes in `used`, `node` not among them; for every i. */
interface Arrival {
  readonly used: bigint;
  readonly node: number;
  readonly arriveS: Float64Array;
  readonly parents: (State | null)[];
}

class SequenceSearch {
  /** Pairs looked at so far. */
  pairs = 0;
  private readonly ranked: readonly Host[];
  private readonly hosts: readonly Host[];
  private readonly window: Window;
  private readonly rows = new Map<number, Labels>();
  private bestS: number;
  private best: State | null = null;
  /** Lowest bound among what was left out because of a limit. */
  private leftOutS: number;
  private mostDone = 0;

  constructor(
    private readonly problem: RouteProblem,
    private readonly toGo: CostToGo,
    private readonly start: PlanOutcome | null,
  ) {
    this.ranked = usableHosts(problem, toGo);
    this.hosts = nearest(problem, this.ranked);
    this.window = createWindow(problem.weightBytes);
    this.bestS = start?.plan.totalS ?? Infinity;
    this.leftOutS = this.ranked[this.hosts.length]?.boundS ?? Infinity;
  }

  /** The states of one node each. */
  first(): State[] {
    const source = this.routes(this.problem.source);
    const arrivals = this.hosts.map(({ node }) => {
      const arrival = this.createArrival(0n, node);
      arrival.arriveS[0] = source.costS[node]!;
      return arrival;
    });
    return this.runAll(arrivals);
  }

  /** The states of one node more. */
  extend(level: readonly State[]): State[] {
    const open = level.filter(({ boundS }) => boundS < this.bestS).sort((a, b) => a.boundS - b.boundS);
    /** Merged over the states that reach a node with the same set behind them. */
    const arrivals = new Map<bigint, Arrival>();
    const until = this.pairs + Math.min(pairsPerLevel, (pairsInAll - this.pairs) / 4);
    for (const state of open) {
      if (this.pairs >= until) {
        this.leftOutS = Math.min(this.leftOutS, state.boundS);
        break;
      }
      for (const { node } of this.hosts) {
        if ((state.used & (1n << BigInt(node))) !== 0n) continue;
        this.pairs++;
        const key = (state.used << 16n) | BigInt(node);
        let arrival = arrivals.get(key);
        if (arrival === undefined) arrivals.set(key, (arrival = this.createArrival(state.used, node)));
        this.arrive(state, arrival);
      }
    }
    return this.runAll(arrivals.values());
  }

  outcome(): IndexOutcome {
    const { problem, best } = this;
    const found = best === null ? this.start : evaluateSplit(problem, splitOf(best, problem.blockCount));
    if (found === null) return infeasible(whyNothingFits(problem, this.ranked, this.toGo, this.mostDone));
    return found.kind === 'plan' ? { ...found, proven: this.leftOutS >= this.bestS } : found;
  }

  private routes(from: number): Labels {
    let row = this.rows.get(from);
    if (row === undefined) this.rows.set(from, (row = routesFrom(this.problem, from)));
    return row;
  }

  private createArrival(used: bigint, node: number): Arrival {
    const width = this.problem.blockCount + 1;
    return {
      used,
      node,
      arriveS: new Float64Array(width).fill(Infinity),
      parents: new Array<State | null>(width).fill(null),
    };
  }

  /** Lowers an arrival by coming from `state`. */
  private arrive(state: State, { node, arriveS, parents }: Arrival): void {
    const { nodeCount, blockCount } = this.problem;
    const { costS } = this.routes(state.last);
    for (let i = 1; i < blockCount; i++) {
      const cost = state.doneS[i]! + costS[i * nodeCount + node]!;
      if (cost >= arriveS[i]!) continue;
      arriveS[i] = cost;
      parents[i] = state;
    }
  }

  private runAll(arrivals: Iterable<Arrival>): State[] {
    const states: State[] = [];
    for (const arrival of arrivals) {
      const state = this.run(arrival);
      if (state !== null) states.push(state);
    }
    return states;
  }

  /** Runs blocks on the node arrived at; null when nothing better than the best so far can follow. */
  private run({ used, node, arriveS, parents }: Arrival): State | null {
    const { nodeCount, blockCount, computeS, memoryBytes } = this.problem;
    const toGoS = this.toGo.costS;
    const doneS = new Float64Array(blockCount + 1);
    const startAt = new Int32Array(blockCount + 1);
    const compute = computeS.subarray(node * blockCount, (node + 1) * blockCount);
    sweepWindow(this.window, arriveS, compute, memoryBytes[node]!, 1, doneS, startAt);
    let boundS = Infinity;
    for (let j = 1; j < blockCount; j++) {
      if (doneS[j] === Infinity) continue;
      if (j > this.mostDone) this.mostDone = j;
      boundS = Math.min(boundS, doneS[j]! + toGoS[j * nodeCount + node]!);
    }
    if (doneS[blockCount]! < Infinity) this.mostDone = blockCount;
    const state = { used: used | (1n << BigInt(node)), last: node, doneS, startAt, parents, boundS };
    const endS = doneS[blockCount]! + toGoS[blockCount * nodeCount + node]!;
    if (endS < this.bestS) {
      this.bestS = endS;
      this.best = state;
    }
    return boundS < this.bestS ? state : null;
  }
}

function splitOf(best: State, blockCount: number): IndexSplit {
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
