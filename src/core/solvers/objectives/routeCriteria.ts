/**
 * A drawn network under several criteria. Where untrusted nodes compute and leakage is asked for, the network is doubled
 * (own): copy A of a node means "computed last by a trusted node", copy B "by an untrusted one". Trusted nodes compute in A,
 * untrusted ones in B; the arc from A to B at an untrusted node costs the leakage of the boundary it takes over, the arc
 * back at a trusted node is free. So every computing node computes in one copy only, and memory limits stay what they are.
 */
import type { CriterionTable } from '../../energy/criteriaTables';
import { fillArcCosts } from '../settle';
import { deliveryNode } from '../routes';
import type { RouteProblem, Step, TrustRule } from '../types';
import type { CriteriaProblem, CriterionCosts } from './criteriaProblem';

export interface RouteCriteria {
  /** Criteria in the order of the tables; leakage, where asked for, last. */
  readonly problem: CriteriaProblem;
  /** A plan of it as steps of the drawing. */
  readonly stepsOf: (steps: readonly Step[]) => Step[];
}

/** @param leakage true: leakage is a criterion (0 wherever everybody is trusted) */
export function routeCriteria(
  route: RouteProblem,
  tables: readonly CriterionTable[],
  leakage: boolean,
): RouteCriteria {
  const plain: CriteriaProblem = {
    nodeCount: route.nodeCount,
    blockCount: route.blockCount,
    source: route.source,
    goal: deliveryNode(route),
    arcFrom: route.arcFrom,
    arcTo: route.arcTo,
    criteria: tables.map((table) => costsOf(route, table)),
    weightBytes: route.weightBytes,
    // Only what computes can run out.
    memoryBytes: route.memoryBytes.map((bytes, v) => (route.computes[v] === 1 ? bytes : Infinity)),
  };
  if (route.trust !== undefined) return double(plain, route, route.trust, leakage);
  const none: CriterionCosts = {
    kind: 'max',
    compute: plain.criteria[0]!.compute.map((cost) => (cost === Infinity ? Infinity : 0)),
    ship: plain.criteria[0]!.ship.map((cost) => (cost === Infinity ? Infinity : 0)),
  };
  const problem = leakage ? { ...plain, criteria: [...plain.criteria, none] } : plain;
  return { problem, stepsOf: (steps) => [...steps] };
}

function costsOf(route: RouteProblem, { compute, arcFixed, arcPerByte }: CriterionTable): CriterionCosts {
  const arcCount = route.arcFrom.length;
  const ship = new Float64Array((route.blockCount + 1) * arcCount);
  const priced = { ...route, arcFixedS: arcFixed, arcSecondsPerByte: arcPerByte };
  for (let i = 0; i <= route.blockCount; i++) {
    fillArcCosts(priced, i, ship.subarray(i * arcCount, (i + 1) * arcCount));
  }
  return { kind: 'sum', compute, ship };
}

function double(
  plain: CriteriaProblem,
  route: RouteProblem,
  trust: TrustRule,
  leakage: boolean,
): RouteCriteria {
  const { nodeCount, blockCount, goal } = plain;
  const arcCount = plain.arcFrom.length;
  const nodes = Array.from({ length: nodeCount }, (_, v) => v);
  const over = nodes.filter((v) => route.computes[v] === 1 && trust.trusted[v] === 0);
  const back = nodes.filter((v) => (route.computes[v] === 1 && trust.trusted[v] === 1) || v === goal);
  const arcFrom = [
    ...plain.arcFrom,
    ...Array.from(plain.arcFrom, (v) => nodeCount + v),
    ...over,
    ...back.map((v) => nodeCount + v),
  ];
  const arcTo = [
    ...plain.arcTo,
    ...Array.from(plain.arcTo, (v) => nodeCount + v),
    ...over.map((v) => nodeCount + v),
    ...back,
  ];
  const computesIn = (copy: number, v: number): boolean => (trust.trusted[v] === 1) === (copy === 0);
  const doubled = (
    { kind, compute, ship }: CriterionCosts,
    handOver: (i: number) => number,
  ): CriterionCosts => {
    const wide = new Float64Array((blockCount + 1) * arcFrom.length);
    for (let i = 0; i <= blockCount; i++) {
      const row = ship.subarray(i * arcCount, (i + 1) * arcCount);
      const at = i * arcFrom.length;
      wide.set(row, at);
      wide.set(row, at + arcCount);
      wide.fill(handOver(i), at + 2 * arcCount, at + 2 * arcCount + over.length);
    }
    const twice = new Float64Array(2 * compute.length).fill(Infinity);
    for (const v of nodes) {
      for (const copy of [0, 1]) {
        if (!computesIn(copy, v)) continue;
        twice.set(
          compute.subarray(v * blockCount, (v + 1) * blockCount),
          (copy * nodeCount + v) * blockCount,
        );
      }
    }
    return { kind, compute: twice, ship: wide };
  };
  const nothing = (costs: Float64Array): Float64Array =>
    costs.map((cost) => (cost === Infinity ? Infinity : 0));
  const free = { compute: nothing(plain.criteria[0]!.compute), ship: nothing(plain.criteria[0]!.ship) };
  const leak = doubled({ kind: 'max', ...free }, (i) => trust.leakage[i]!);
  const sums = plain.criteria.map((criterion) => doubled(criterion, () => 0));
  return {
    problem: {
      ...plain,
      nodeCount: 2 * nodeCount,
      arcFrom: Int32Array.from(arcFrom),
      arcTo: Int32Array.from(arcTo),
      criteria: leakage ? [...sums, leak] : sums,
      memoryBytes: Float64Array.from({ length: 2 * nodeCount }, (_, v) =>
        computesIn(v < nodeCount ? 0 : 1, v % nodeCount) ? plain.memoryBytes[v % nodeCount]! : Infinity,
      ),
    },
    stepsOf: (steps) => undouble(steps, nodeCount, arcCount),
  };
}

/** The two copies of each node and arc become one; runs that only the change of copy parted are joined. */
function undouble(steps: readonly Step[], nodeCount: number, arcCount: number): Step[] {
  const plain: Step[] = [];
  for (const step of steps) {
    if (step.kind === 'transfer') {
      if (step.arc < 2 * arcCount) plain.push({ ...step, arc: step.arc % arcCount });
      continue;
    }
    const node = step.node % nodeCount;
    const before = plain.at(-1);
    if (before?.kind === 'compute' && before.node === node)
      plain[plain.length - 1] = { ...before, to: step.to };
    else plain.push({ ...step, node });
  }
  return plain;
}
