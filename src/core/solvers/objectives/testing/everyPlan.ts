/** Every plan of a small network with what it costs, sharing nothing with the label search: what it is tested against. */
import { createRandom, type Random } from '../../../random';
import { deliveries } from '../../../scenario/types';
import type { CriterionTable } from '../../../energy/criteriaTables';
import { randomNetwork, withTrust } from '../../testing/randomProblems';
import type { RouteProblem } from '../../types';

/** Value vectors (tables in order, then leakage) of every plan along simple paths that respects memory. */
export function everyPlan(route: RouteProblem, tables: readonly CriterionTable[]): number[][] {
  const { nodeCount, blockCount, trust } = route;
  const goal = route.delivery === 'stay' ? null : route.delivery === 'sink' ? route.sink : route.source;
  const found: number[][] = [];
  const held = new Float64Array(nodeCount);
  const walk = (
    v: number,
    i: number,
    visited: Set<number>,
    spent: number[],
    leaked: number,
    last: boolean,
  ): void => {
    if (i === blockCount && (goal === null || goal === v)) found.push([...spent, leaked]);
    if (i < blockCount && route.computeS[v * blockCount + i]! < Infinity) {
      held[v]! += route.weightBytes[i]!;
      if (held[v]! <= route.memoryBytes[v]!) {
        const isTrusted = trust?.trusted[v] !== 0;
        const leak = last && !isTrusted ? Math.max(leaked, trust.leakage[i]!) : leaked;
        const paid = spent.map((value, k) => value + tables[k]!.compute[v * blockCount + i]!);
        walk(v, i + 1, new Set(), paid, leak, isTrusted);
      }
      held[v]! -= route.weightBytes[i]!;
    }
    for (const [a, from] of route.arcFrom.entries()) {
      const to = route.arcTo[a]!;
      if (from !== v || visited.has(to) || to === v) continue;
      const paid = spent.map((value, k) => {
        const { arcFixed, arcPerByte } = tables[k]!;
        return value + arcFixed[a]! + route.boundaryBytes[i]! * arcPerByte[a]!;
      });
      walk(to, i, new Set([...visited, v]), paid, leaked, last);
    }
  };
  walk(
    route.source,
    0,
    new Set(),
    tables.map(() => 0),
    0,
    true,
  );
  return found;
}

/** Those that no other one matches everywhere, each once. */
export function frontOf(vectors: readonly (readonly number[])[]): number[][] {
  const sorted = [...vectors].sort((a, b) => {
    const k = a.findIndex((value, n) => value !== b[n]);
    return k < 0 ? 0 : a[k]! - b[k]!;
  });
  const kept: (readonly number[])[] = [];
  for (const vector of sorted) {
    const isMatched = kept.some((other) => other.every((value, k) => value <= vector[k]! * (1 + 1e-11)));
    if (!isMatched) kept.push(vector);
  }
  return kept.map((vector) => [...vector]);
}

function randomTable(random: Random, route: RouteProblem, whole: boolean): CriterionTable {
  const draw = (): number => (random.next() < 0.25 ? 0 : whole ? random.integer(8) : random.next() * 8);
  return {
    compute: route.computeS.map((seconds) => (seconds === Infinity ? Infinity : draw())),
    arcFixed: Float64Array.from(route.arcFrom, draw),
    arcPerByte: Float64Array.from(route.arcFrom, draw),
  };
}

export interface RandomCase {
  readonly route: RouteProblem;
  readonly tables: readonly CriterionTable[];
}

/** Small networks with `count` criteria that add up; some with memory limits, some with untrusted nodes. */
export function* randomCases(seed: number, rounds: number, count: number): Generator<RandomCase> {
  const random = createRandom(seed);
  for (let round = 0; round < rounds; round++) {
    const whole = round % 2 === 0;
    const network = randomNetwork(random, 2 + random.integer(3), 1 + random.integer(3), {
      numbers: whole ? 'integer' : 'real',
      delivery: deliveries[round % 3]!,
      memory: round % 4 === 1,
    });
    const route = round % 3 === 1 ? withTrust(random, network) : network;
    yield { route, tables: Array.from({ length: count }, () => randomTable(random, route, whole)) };
  }
}
