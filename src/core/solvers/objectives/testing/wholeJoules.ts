/** A second way to the front of a chain whose second criterion is whole numbers: least latency for every amount spent. */
import { createRandom } from '../../../random';
import type { ChainCosts } from '../chainCriteria';

/** Chains of real seconds and whole joules; nodes further on are faster and dearer, blocks differ. */
export function wholeChain(seed: number, nodes: number, blocks: number): readonly [ChainCosts, ChainCosts] {
  const random = createRandom(seed);
  const rows = (count: number, width: number, cost: (p: number) => number): Float64Array[] =>
    Array.from({ length: count }, (_, p) => Float64Array.from({ length: width }, () => cost(p)));
  const seconds = {
    compute: rows(nodes, blocks, (p) => (0.5 + random.next()) / (1 + p)),
    ship: rows(nodes - 1, blocks + 1, () => 2 * random.next()),
  };
  const joules = {
    compute: rows(nodes, blocks, (p) => random.integer(3 + 2 * p)),
    ship: rows(nodes - 1, blocks + 1, () => random.integer(4)),
  };
  return [seconds, joules];
}

/** [latency, joules] of the front, by dynamic programming over (node, blocks done, joules spent). */
export function frontOfWholeJoules([seconds, joules]: readonly [ChainCosts, ChainCosts]): number[][] {
  const nodes = seconds.compute.length;
  const blocks = seconds.compute[0]!.length;
  const most = (row: Float64Array) => Math.max(...row);
  const top =
    1 +
    joules.ship.reduce((sum, row) => sum + most(row), 0) +
    Array.from({ length: blocks }, (_, l) => Math.max(...joules.compute.map((row) => row[l]!))).reduce(
      (sum, value) => sum + value,
      0,
    );
  const width = blocks + 1;
  const least = new Float64Array(nodes * width * top).fill(Infinity);
  least[0] = 0;
  const relax = (from: number, to: number, spent: number, latency: number): void => {
    for (let e = 0; e + spent < top; e++) {
      const through = least[from * top + e]! + latency;
      if (through < least[to * top + e + spent]!) least[to * top + e + spent] = through;
    }
  };
  for (let p = 0; p < nodes; p++) {
    for (let i = 0; i <= blocks; i++) {
      const at = p * width + i;
      if (i < blocks) relax(at, at + 1, joules.compute[p]![i]!, seconds.compute[p]![i]!);
      if (p + 1 < nodes) relax(at, at + width, joules.ship[p]![i]!, seconds.ship[p]![i]!);
    }
  }
  const end = (nodes * width - 1) * top;
  const front: number[][] = [];
  let fastest = Infinity;
  for (let e = 0; e < top; e++) {
    const latency = least[end + e]!;
    if (latency >= fastest * (1 - 1e-12)) continue;
    fastest = latency;
    front.unshift([latency, e]);
  }
  return front;
}
