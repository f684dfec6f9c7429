import { describe, expect, it } from 'vitest';
import { createRandom } from '../../random';
import { randomChain } from '../testing/randomProblems';
import { choose, countAll } from './counts';
import { explicitGraph, printedGraph } from './explicitGraph';

const sizes = [1, 2, 3, 4, 5].flatMap((nodes) =>
  [1, 2, 3, 4, 7].map((layers): [number, number] => [nodes, layers]),
);

/** Every boundary vector, one by one. */
function enumerate(nodes: number, layers: number, from = 0): number {
  if (nodes === 1) return 1;
  let count = 0;
  for (let to = from; to <= layers; to++) count += enumerate(nodes - 1, layers, to);
  return count;
}

describe('countAll', () => {
  it.each(sizes)('counts the graphs that are built, and the splits: %i nodes, %i layers', (nodes, layers) => {
    const problem = randomChain(createRandom(5), nodes, layers, {
      numbers: 'real',
      delivery: 'stay',
      memory: false,
    });
    const counts = countAll(nodes, layers);
    const relays = explicitGraph(problem);
    expect(counts.relayVertices).toBe(BigInt(relays.kind.length));
    expect(counts.relayEdges).toBe(BigInt(relays.from.length));
    const literal = printedGraph(problem);
    expect(counts.vertices).toBe(BigInt(literal.kind.length - 2));
    const inner = [...literal.from].filter((from, edge) => from > 1 && literal.to[edge]! > 1);
    expect(counts.edges).toBe(BigInt(inner.length));
    expect(counts.edgesOfFirst).toBe(BigInt(inner.filter((from) => literal.node[from] === 0).length));
    expect(counts.options).toBe(BigInt(enumerate(nodes, layers)));
  });

  it('counts what SCI sends', () => {
    expect(countAll(5, 152)).toMatchObject({ sciMessages: 4n, sciMessageBytes: 612n, sciBytes: 2448n });
    expect(countAll(1, 9)).toMatchObject({ sciMessages: 0n, sciBytes: 0n, options: 1n, edges: 0n });
  });

  it('stays exact beyond 2^53', () => {
    expect(choose(60n, 30n)).toBe(118264581564861424n);
    expect(countAll(8, 1000).edges).toBe(21n * 166_666_500n * 1n + 21n * 1_000_500n - 21n * 1_000_500n + 7n * 499_500n); // prettier-ignore
  });
});
