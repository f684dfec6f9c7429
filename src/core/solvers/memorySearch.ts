/**
 * Route and split with memory limits, where one state per (node, blocks done) is not enough: what every node already
 * holds counts, however often it is visited.
 *
 * Method (own): labels (blocks done, node whose run just ended, cost, room left on each node that can run out), extended
 * by one run on another node over the boundary's cheapest route. A label goes if another on the same node costs no more
 * and leaves no less room anywhere, or if its bound (`memoryBound`) reaches the best plan known. A pass keeps a limited
 * number of labels for each number of blocks, lowest bound first, and notes the lowest bound that it left out. Passes
 * widen until nothing below the best plan was left out: then that plan is proved best, and no plan means that there is
 * none. NP-hard (partition), so the work is limited, and `shouldStop` ends it sooner: cut off, the plan is the best one
 * found, `proven` is false and `boundS` is the highest of the lower bounds proved by then: the relaxation's, and what the
 * last whole pass left out.
 */
import { rowChain } from '../cost/rowChain';
import { solveChain } from './chainMultiSplit';
import type { CostToGo } from './costToGo';
import { evaluateSplit } from './evaluateSplit';
import { solveGreedy } from './greedy';
import { boundAt, sharpen } from './memoryBound';
import { memoryOf, usableHosts, whyNothingCanFit } from './memoryHosts';
import { MemoryPasses, type Effort } from './memoryPasses';
import { solveOneCutCloud, solveOneCutEdge } from './oneCut';
import { infeasible, weightOf } from './plans';
import { solveProportional } from './proportional';
import { fits } from './sweepWindow';
import type { IndexOutcome, IndexPlan, IndexSplit, RouteProblem, ShouldStop } from './types';

/** Labels kept for each number of blocks: in the first pass, and how many times as many in each further one. */
const firstWidth = 4;
const widening = 4;
/** Elementary steps of all passes together: a few tenths of a second. */
export const workInAll = 20_000_000;
/** A gain below this (relative) is rounding, not a better plan. */
const tolerance = 1e-12;

export interface SearchResult {
  readonly outcome: IndexOutcome;
  /** Elementary steps of all passes. */
  readonly work: number;
}

/** Searches go on until their work is done. */
const never: ShouldStop = () => false;

/** See the head of the file. `toGo` is the cost to go without memory limits. */
export function solveWithMemory(
  problem: RouteProblem,
  toGo: CostToGo,
  shouldStop: ShouldStop = never,
): IndexOutcome {
  return searchPlacements(problem, toGo, { work: workInAll, shouldStop }).outcome;
}

/** The same, with the work that it took. */
export function searchPlacements(
  problem: RouteProblem,
  toGo: CostToGo,
  effort: Effort = { work: workInAll, shouldStop: never },
): SearchResult {
  const hosts = usableHosts(problem, toGo);
  const misfit = whyNothingCanFit(problem, hosts);
  if (misfit !== null) return { outcome: infeasible(misfit), work: 0 };
  const needBytes = weightOf(problem, 0, problem.blockCount);
  const limited = hosts.filter((v) => !fits(needBytes, problem.memoryBytes[v]!));
  let best = quickPlan(problem);
  const free = boundAt(problem, new Float64Array(problem.nodeCount));
  const priced = sharpen(problem, free, limited, best?.totalS ?? Infinity, effort.shouldStop);
  const passes = new MemoryPasses(problem, hosts, limited, [free, priced], effort);
  let boundS = Math.max(free.boundS, priced.boundS);
  let proven = false;
  for (let width = firstWidth; !proven; width *= widening) {
    const found = passes.run(width, limitOf(best));
    if (found === null) break;
    if (found.split !== null) best = planOf(problem, found.split) ?? best;
    boundS = Math.max(boundS, found.leftOutS);
    proven = found.leftOutS >= limitOf(best);
  }
  const { work } = passes;
  if (best !== null) {
    const found = { kind: 'plan', plan: best, proven } as const;
    // What was left out may cost more than the best plan, which is a bound itself.
    return { outcome: proven ? found : { ...found, boundS: Math.min(boundS, best.totalS) }, work };
  }
  const kind = proven ? 'blocks-do-not-pack' : 'not-found-in-time';
  const reason = { kind, needBytes, haveBytes: memoryOf(problem, hosts) } as const;
  return { outcome: infeasible(reason), work };
}

/** What a plan must cost less than to be better. */
function limitOf(best: IndexPlan | null): number {
  return best === null ? Infinity : best.totalS * (1 - tolerance);
}

/**
 * The best of the plans that are quickly found: every baseline's, so that a search that is cut off does not fall behind
 * one, and the optimum of the row under its memory limits.
 */
function quickPlan(problem: RouteProblem): IndexPlan | null {
  let best: IndexPlan | null = null;
  const { nodes, chain } = rowChain(problem);
  const onRow = solveChain(chain);
  const outcomes = [solveOneCutCloud, solveOneCutEdge, solveGreedy, solveProportional].map((solve) =>
    solve(problem),
  );
  if (onRow !== null) {
    outcomes.push(evaluateSplit(problem, { nodes, boundaries: Array.from(onRow.boundaries) }));
  }
  for (const outcome of outcomes) {
    if (outcome.kind !== 'plan') continue;
    if (best === null || outcome.plan.totalS < best.totalS) best = outcome.plan;
  }
  return best;
}

function planOf(problem: RouteProblem, split: IndexSplit): IndexPlan | null {
  const outcome = evaluateSplit(problem, split);
  return outcome.kind === 'plan' ? outcome.plan : null;
}
