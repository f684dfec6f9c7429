/**
 * What a task pays, costs and is expected to take, once more: from the document, the plans a run tells and the capacities, in
 * the plainest way. Nothing of the solvers, of `pay`, `transfer`, `knowledge` or the predictors is used.
 */
import { buildProblem } from '../../cost/buildProblem';
import { linkDefaults } from '../../network/nodeDefaults';
import type { Scenario } from '../../scenario/types';
import type { CapacityTable } from '../capacityTable';
import type { SimulatedNetwork } from '../simulatedNetwork';
import type { SimulatedPlan } from '../types';

/** Watts of a phone's radio: so much while it is on, so much for each Mbit/s (Narayanan et al., SIGCOMM 2021). */
const radios = {
  'nr-mmwave': { send: [3.294, 0.009422], receive: [2.806, 0.001807] },
  'nr-low-band': { send: [0.874, 0.029148], receive: [0.595, 0.013518] },
  lte: { send: [0.469, 0.080208], receive: [0.424, 0.014549] },
} as const;

interface Paid {
  readonly endS: number;
  readonly ueJ: number;
  readonly edgeJ: number;
}

export interface SlowRun {
  /** A plan from a start on. */
  readonly pay: (plan: SimulatedPlan, startS: number) => Paid;
  /** What it takes while every arc keeps the capacity given [s]. */
  readonly price: (plan: SimulatedPlan, mbpsOf: (arc: number) => number) => number;
  /** How old news of an arc is while a cell (-1: none) serves, as a part of that of the farthest hop. */
  readonly ageShare: (arc: number, cell: number) => number;
}

/** @param watts - [node] idle and under load */
export function slowRun(
  scenario: Scenario,
  { cells, arcs, nodeIds }: SimulatedNetwork,
  { mbps, stepS }: CapacityTable,
  watts: readonly { readonly idleW: number; readonly loadW: number }[],
): SlowRun {
  const problem = buildProblem(scenario).problem!;
  const kinds = scenario.nodes.map(({ kind }) => kind);
  const ue = nodeIds.indexOf(scenario.sourceId);
  const isEdge = (v: number): boolean => ['gnb', 'iab', 'mec'].includes(kinds[v]!);
  const ends = arcs.map((arc) => {
    if (arc.kind === 'access') {
      const [from, to] =
        arc.direction === 'up' ? [scenario.sourceId, arc.cell] : [arc.cell, scenario.sourceId];
      return {
        from: nodeIds.indexOf(from),
        to: nodeIds.indexOf(to),
        isAir: true,
        ...delaysOfAir(scenario, to),
      };
    }
    const link = scenario.links.find(({ id }) => id === arc.link)!;
    const [from, to] = arc.direction === 'aToB' ? [link.a, link.b] : [link.b, link.a];
    return {
      from: nodeIds.indexOf(from),
      to: nodeIds.indexOf(to),
      isAir: link.medium === 'wireless',
      fixedS: (link.propagationMs + link.overheadMs) / 1e3,
    };
  });
  const blockS = (plan: SimulatedPlan, l: number): readonly [node: number, seconds: number] => {
    const node = nodeIds.indexOf(plan.nodes[plan.boundaries.findIndex((boundary) => boundary > l)]!);
    return [node, problem.computeS[node * problem.blockCount + l]!];
  };
  const sizeOf = (boundary: number): number => (problem.boundaryBytes[boundary]! * 8) / 1e6;

  const pay = (plan: SimulatedPlan, startS: number): Paid => {
    let [atS, ueJ, edgeJ] = [startS, 0, 0];
    const compute = (l: number): void => {
      const [node, seconds] = blockS(plan, l);
      const joules = seconds * (watts[node]!.loadW - watts[node]!.idleW);
      atS += seconds;
      if (node === ue) ueJ += joules;
      if (node === ue || isEdge(node)) edgeJ += joules;
    };
    let done = 0;
    for (const { arc, boundary } of plan.transfers) {
      for (; done < boundary; done += 1) compute(done);
      const { from, to, isAir, fixedS } = ends[arc]!;
      const endS = endOfTransfer(mbps[arc]!, stepS, sizeOf(boundary), atS);
      if (endS === Infinity) return { endS, ueJ: NaN, edgeJ: NaN };
      const spentJ = (role: 'send' | 'receive'): number => {
        const [onW, wattsPerMbps] = radios[scenario.radio][role];
        return integral(mbps[arc]!, stepS, atS, endS, (rate) => (rate > 0 ? onW + wattsPerMbps * rate : 0));
      };
      if (isAir && from === ue) ueJ += spentJ('send');
      if (isAir && to === ue) ueJ += spentJ('receive');
      if (isAir && from === ue) edgeJ += spentJ('send');
      else if (isAir && to === ue) edgeJ += spentJ('receive');
      else if (isAir && isEdge(from) && kinds[to] !== 'ue') edgeJ += spentJ('send');
      atS = endS + fixedS;
    }
    for (; done < problem.blockCount; done += 1) compute(done);
    return { endS: atS, ueJ, edgeJ };
  };

  const price = (plan: SimulatedPlan, mbpsOf: (arc: number) => number): number => {
    let seconds = 0;
    for (let l = 0; l < problem.blockCount; l += 1) seconds += blockS(plan, l)[1];
    for (const { arc, boundary } of plan.transfers) {
      seconds += sizeOf(boundary) / mbpsOf(arc) + ends[arc]!.fixedS;
    }
    return seconds;
  };

  const ageShare = (arc: number, cell: number): number => {
    const hops = nodeIds.map((_, v) => (v === ue ? 0 : Infinity));
    // As many rounds as nodes: the farthest is found by then.
    for (let round = 0; round < nodeIds.length; round += 1) {
      for (const [a, { from, to }] of ends.entries()) {
        const other = arcs[a]!;
        if (other.kind === 'access' && other.cell !== cells[cell]) continue;
        hops[to] = Math.min(hops[to]!, hops[from]! + 1);
      }
    }
    const farthest = Math.max(...hops.filter(Number.isFinite));
    return Math.min(1, hops[ends[arc]!.from]! / Math.max(1, farthest));
  };
  return { pay, price, ageShare };
}

function delaysOfAir({ links, nodes, sourceId }: Scenario, cell: string): { readonly fixedS: number } {
  const air = links.find(({ a, b, medium }) => medium === 'wireless' && (a === sourceId || b === sourceId));
  const { propagationMs, overheadMs } = air ?? linkDefaults('ue', nodes.find(({ id }) => id === cell)!.kind);
  return { fixedS: (propagationMs + overheadMs) / 1e3 };
}

/** Of a function of the rate, between two times; the last rate holds for ever. */
function integral(
  series: Float32Array,
  stepS: number,
  fromS: number,
  toS: number,
  of: (mbps: number) => number,
): number {
  let sum = 0;
  for (let k = 0; k < series.length; k += 1) {
    const endS = k === series.length - 1 ? Infinity : (k + 1) * stepS;
    sum += of(series[k]!) * Math.max(0, Math.min(toS, endS) - Math.max(fromS, k * stepS));
  }
  return sum;
}

/** By bisection of the bits that are through by a time. Nothing at all waits for the link to be up, too. */
function endOfTransfer(series: Float32Array, stepS: number, megabits: number, startS: number): number {
  const through = (atS: number): number => integral(series, stepS, startS, atS, (mbps) => mbps);
  if (megabits === 0) {
    const last = series.length - 1;
    const up = series.findIndex((mbps, k) => mbps > 0 && (k === last || (k + 1) * stepS > startS));
    return up < 0 ? Infinity : Math.max(startS, up * stepS);
  }
  let [low, high] = [startS, 1e7];
  if (through(high) < megabits) return Infinity;
  for (let turn = 0; turn < 90; turn += 1) {
    const middle = (low + high) / 2;
    if (through(middle) < megabits) low = middle;
    else high = middle;
  }
  return high;
}
