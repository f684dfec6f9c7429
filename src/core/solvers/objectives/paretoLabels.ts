/**
 * Every way of spending that may matter: label setting over (node, blocks done), for the Pareto front and for the optimum
 * under limits (own; multi-criteria shortest paths after Martins 1984). Exact unless cut off.
 *
 * For i = 0..L the labels with i blocks done are settled in lexicographic order over the arcs, then extended by block
 * i + 1. A label goes if another at its state costs no more under any criterion, if what is least to come under one
 * criterion takes it beyond a limit, or if a plan already known is as good as the best it could still become. What is least
 * to come (`criteriaToGo`) is exact for each criterion where memory is no limit. Memory is part of the label: what each node
 * holds, compared where that node can be reached again. NP-hard in general (partition), so the labels are counted and the
 * search can be stopped: then the plans are real but more may exist; with an objective, the most promising labels still go on
 * to the end.
 */
import { roomOf } from '../sweepWindow';
import { mostWithin } from '../tolerance';
import type { ShouldStop, Step } from '../types';
import { arcsOut, reachOf } from './arcs';
import { combine, type CriteriaPlan, type CriteriaProblem } from './criteriaProblem';
import { limitedNodes } from './criteriaToGo';
import { createFronts, type LabelFronts } from './labelFronts';
import { LabelQueue, LabelStore } from './labelStore';

/** A lower bound on the objective of whatever follows a state: by weights, over the criteria that add up. */
export interface WeightedBound {
  readonly weights: readonly number[];
  /** Weighted cost to go from (v, i) at [i * V + v]. */
  readonly toGo: Float64Array;
  /** Taken off: what the limits pay back. */
  readonly offset: number;
}

export interface LabelOptions {
  /** Cost to go by criterion, from (v, i) at [i * V + v]. */
  readonly toGo: readonly Float64Array[];
  /** By criterion, inclusive; Infinity = none. */
  readonly limits: readonly number[];
  /** null: all that is not dominated; else only plans that are less under this criterion than the best known. */
  readonly objective: number | null;
  /** Plans known before: real ones, within the limits. */
  readonly known: readonly CriteriaPlan[];
  readonly bound?: WeightedBound;
  readonly mostLabels: number;
  readonly shouldStop: ShouldStop;
}

export interface LabelResult {
  /** Known and found, none dominated (with an objective: the best one only), by rising first criterion. */
  readonly plans: readonly CriteriaPlan[];
  /** false: cut off. */
  readonly complete: boolean;
  readonly labels: number;
}

/** A difference below this (relative) is rounding. */
const rounding = 1e-12;
/** Labels between two questions whether to stop. */
const stride = 512;
/** Labels that go on for each number of blocks done once the search is cut off. */
const narrowWidth = 64;

export function searchLabels(problem: CriteriaProblem, options: LabelOptions): LabelResult {
  return new Search(problem, options).run();
}

class Search {
  private readonly store: LabelStore;
  private readonly limited: readonly number[];
  private readonly comparedMemory: readonly (readonly number[])[];
  private readonly out: readonly (readonly number[])[];
  private readonly least: Float64Array;
  private readonly most: Float64Array;
  private found: CriteriaPlan[];
  /** Values of `found`, one after another. */
  private foundValues = new Float64Array(0);
  private best = Infinity;
  private fronts: LabelFronts;
  private queue: LabelQueue;

  constructor(
    private readonly problem: CriteriaProblem,
    private readonly options: LabelOptions,
  ) {
    const { nodeCount } = problem;
    this.limited = Array.from(limitedNodes(problem)).flatMap((one, v) => (one === 1 ? [v] : []));
    this.store = new LabelStore(problem.criteria.length, this.limited.length);
    this.out = arcsOut(problem);
    const reach = this.limited.length === 0 ? [] : reachOf(problem, this.out);
    this.comparedMemory = Array.from({ length: nodeCount }, (_, v) =>
      this.limited.flatMap((w, m) => (reach[v]![w] === 1 ? [m] : [])),
    );
    this.least = new Float64Array(problem.criteria.length);
    this.most = Float64Array.from(options.limits, mostWithin);
    this.found = [...options.known];
    this.noteFound();
    this.queue = new LabelQueue(this.store);
    this.fronts = createFronts(this.store, nodeCount, this.comparedMemory);
  }

  run(): LabelResult {
    const { store } = this;
    const { blockCount, nodeCount, source } = this.problem;
    let next: number[] = [];
    store.reserve();
    if (this.mayComplete(0, source, 0)) next.push(store.keep(source, -1, -1));
    for (let i = 0; i <= blockCount; i++) {
      this.fronts = createFronts(store, nodeCount, this.comparedMemory);
      this.queue = new LabelQueue(store);
      for (const label of this.isNarrow ? this.mostPromising(next, i) : next) this.queue.push(label);
      next = [];
      for (let label = this.queue.take(); label >= 0; label = this.queue.take()) {
        if (!this.isNarrow && this.isCutOff()) {
          if (this.options.objective === null) return this.result(false);
          this.isNarrow = true;
          this.queue.push(label);
          this.queue = new LabelQueue(store, this.mostPromising(this.queue.labels, i));
          continue;
        }
        const node = store.node[label]!;
        if (this.fronts.covers(node, label)) continue;
        this.fronts.keep(node, label);
        if (i === blockCount) this.complete(label, node);
        this.sendOn(label, node, i);
        if (i < blockCount) this.compute(label, node, i, next);
      }
    }
    return this.result(!this.isNarrow);
  }

  /** After the cut-off only a few labels go on to the end: what was learnt on the way is not lost. */
  private isNarrow = false;

  /** The labels that could still come to the least, of those with i blocks done. */
  private mostPromising(labels: readonly number[], i: number): readonly number[] {
    if (labels.length <= narrowWidth) return labels;
    const { store, options, problem } = this;
    const { objective } = options;
    if (objective === null) return labels;
    const scores = Float64Array.from(labels, (label) => {
      const at = i * problem.nodeCount + store.node[label]!;
      const least = store.values[label * store.width + objective]! + options.toGo[objective]![at]!;
      return this.leastObjective(label, at, least);
    });
    const most = scores.slice().sort()[narrowWidth - 1]!;
    return labels.filter((_, n) => scores[n]! <= most).slice(0, narrowWidth);
  }

  private asked = 0;
  private isCutOff(): boolean {
    if (this.store.count > this.options.mostLabels) return true;
    return ++this.asked % stride === 0 && this.options.shouldStop();
  }

  private result(complete: boolean): LabelResult {
    const plans = [...this.found].sort((a, b) => lexicographic(a.values, b.values));
    return { plans, complete, labels: this.store.count };
  }

  private sendOn(label: number, node: number, i: number): void {
    const { store, problem } = this;
    const { width, limitedCount } = store;
    const arcCount = problem.arcFrom.length;
    for (const arc of this.out[node]!) {
      const next = store.reserve();
      for (const [k, { kind, ship }] of problem.criteria.entries()) {
        const cost = ship[i * arcCount + arc]!;
        store.values[next * width + k] = combine(kind, store.values[label * width + k]!, cost);
      }
      const to = problem.arcTo[arc]!;
      if (!this.mayComplete(next, to, i)) continue;
      for (let m = 0; m < limitedCount; m++) {
        store.held[next * limitedCount + m] = store.held[label * limitedCount + m]!;
      }
      if (!this.fronts.covers(to, next)) this.queue.push(store.keep(to, label, arc));
    }
  }

  private compute(label: number, node: number, i: number, started: number[]): void {
    const { store, problem, limited } = this;
    const { width, limitedCount } = store;
    const at = node * problem.blockCount + i;
    const next = store.reserve();
    for (const [k, { kind, compute }] of problem.criteria.entries()) {
      store.values[next * width + k] = combine(kind, store.values[label * width + k]!, compute[at]!);
    }
    for (let m = 0; m < limitedCount; m++) {
      const before = store.held[label * limitedCount + m]!;
      const held = limited[m] === node ? before + problem.weightBytes[i]! : before;
      if (held > roomOf(problem.memoryBytes[limited[m]!]!)) return;
      store.held[next * limitedCount + m] = held;
    }
    if (this.mayComplete(next, node, i + 1)) started.push(store.keep(node, label, -1));
  }

  /** Whether a label can still lead to a plan that matters. */
  private mayComplete(label: number, node: number, i: number): boolean {
    const { problem, store, least, most, options } = this;
    const { width } = store;
    const at = i * problem.nodeCount + node;
    for (let k = 0; k < width; k++) {
      const value = store.values[label * width + k]!;
      const toGo = options.toGo[k]![at]!;
      const sum = problem.criteria[k]!.kind === 'sum' ? value + toGo : value > toGo ? value : toGo;
      if (sum === Infinity || sum > most[k]! * (1 + rounding)) return false;
      least[k] = sum;
    }
    if (options.objective === null) return !this.isMatched();
    return this.leastObjective(label, at, least[options.objective]!) < this.best * (1 - rounding);
  }

  private leastObjective(label: number, at: number, least: number): number {
    const { bound } = this.options;
    if (bound === undefined) return least;
    let weighted = bound.toGo[at]! - bound.offset;
    for (const [k, weight] of bound.weights.entries()) {
      if (weight > 0) weighted += weight * this.store.values[label * this.store.width + k]!;
    }
    // The sum was rounded in other places than the values themselves.
    return Math.max(least, weighted - rounding * (Math.abs(bound.offset) + Math.abs(weighted)));
  }

  /** Whether a plan found already costs no more, under any criterion, than the least this label can come to. */
  private isMatched(): boolean {
    const { least, foundValues } = this;
    const width = least.length;
    for (let at = 0; at < foundValues.length; at += width) {
      let k = 0;
      while (k < width && foundValues[at + k]! <= least[k]! * (1 + rounding)) k++;
      if (k === width) return true;
    }
    return false;
  }

  /** A label with all blocks done: a plan, if it stands where the result must be. */
  private complete(label: number, node: number): void {
    const { goal } = this.problem;
    if (goal !== null && goal !== node) return;
    const { width } = this.store;
    const values = Array.from(this.store.values.subarray(label * width, (label + 1) * width));
    const { objective } = this.options;
    if (objective !== null && values[objective]! >= this.best) return;
    const plan = { values, steps: this.stepsOf(label) };
    this.found =
      objective === null ? [...this.found.filter((other) => !coversAll(values, other.values)), plan] : [plan];
    this.noteFound();
  }

  private noteFound(): void {
    this.foundValues = Float64Array.from(this.found.flatMap(({ values }) => values));
    const { objective } = this.options;
    if (objective !== null)
      this.best = Math.min(Infinity, ...this.found.map(({ values }) => values[objective]!));
  }

  private stepsOf(label: number): Step[] {
    const { node, parent, via } = this.store;
    const steps: Step[] = [];
    let i = this.problem.blockCount;
    for (let at = label; parent[at]! >= 0; at = parent[at]!) {
      if (via[at]! >= 0) {
        steps.push({ kind: 'transfer', arc: via[at]!, boundary: i });
        continue;
      }
      const before = steps.at(-1);
      i--;
      if (before?.kind === 'compute') steps[steps.length - 1] = { ...before, from: i };
      else steps.push({ kind: 'compute', node: node[at]!, from: i, to: i + 1 });
    }
    return steps.reverse();
  }
}

function coversAll(a: readonly number[], b: readonly number[]): boolean {
  return a.every((value, k) => value <= b[k]!);
}

export function lexicographic(a: readonly number[], b: readonly number[]): number {
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return a[k]! - b[k]!;
  return 0;
}
