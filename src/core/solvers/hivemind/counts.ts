/**
 * How large the problem is, exactly, for any size: closed forms in BigInt, held to graphs that are really built.
 * P nodes, L layers; 4 bytes a value (float32).
 */

const valueBytes = 4n;

export interface ExactCounts {
  /** Ways to split: 0 <= b_1 <= .. <= b_P = L. */
  readonly options: bigint;
  /** Vertices v(p, m, n) of eq. (5), without start and end, and edges of eq. (6) between them. */
  readonly vertices: bigint;
  readonly edges: bigint;
  /** Of those edges, the ones that leave the first node: the most that one node has to tell. */
  readonly edgesOfFirst: bigint;
  /** Of the corrected graph with relays, start and end included. */
  readonly relayVertices: bigint;
  readonly relayEdges: bigint;
  /** Of the lattice that the chain solver walks. */
  readonly latticeStates: bigint;
  readonly latticeArcs: bigint;
  /** Every edge of eq. (6) told once, one value each. */
  readonly naiveMessages: bigint;
  readonly naiveBytes: bigint;
  /** One message a hop, L + 1 values each. */
  readonly sciMessages: bigint;
  readonly sciMessageBytes: bigint;
  readonly sciBytes: bigint;
}

/** n over k; 0 where k is out of range. */
export function choose(n: bigint, k: bigint): bigint {
  if (k < 0n || k > n) return 0n;
  const few = k < n - k ? k : n - k;
  let value = 1n;
  for (let i = 1n; i <= few; i++) value = (value * (n - few + i)) / i;
  return value;
}

/** @param nodes P >= 1 @param layers L >= 1 */
export function countAll(nodes: number, layers: number): ExactCounts {
  const P = BigInt(nodes);
  const L = BigInt(layers);
  const edges = choose(P - 1n, 2n) * choose(L + 1n, 3n) + (P - 1n) * choose(L, 2n);
  const edgesOfFirst = P < 2n ? 0n : (P - 2n) * choose(L + 1n, 3n) + choose(L, 2n);
  const sciMessages = P - 1n;
  const sciMessageBytes = valueBytes * (L + 1n);
  return {
    options: choose(P + L - 1n, L),
    vertices: P * choose(L + 1n, 2n),
    edges,
    edgesOfFirst,
    ...countRelayGraph(P, L),
    latticeStates: P * (L + 1n),
    latticeArcs: P * L + (P - 1n) * (L + 1n),
    naiveMessages: edges,
    naiveBytes: valueBytes * edges,
    sciMessages,
    sciMessageBytes,
    sciBytes: sciMessages * sciMessageBytes,
  };
}

/**
 * Node 1 holds runs from layer 1 and one relay; nodes between hold every run and a relay for each number of layers
 * completed; the last node holds the runs up to layer L and the relay after it.
 */
function countRelayGraph(
  P: bigint,
  L: bigint,
): { readonly relayVertices: bigint; readonly relayEdges: bigint } {
  if (P === 1n) return { relayVertices: 3n, relayEdges: 2n };
  const between = P - 2n;
  const relayVertices = 2n + 2n * (L + 1n) + between * (choose(L + 1n, 2n) + L + 1n);
  const ends = L + 1n;
  if (between === 0n) return { relayVertices, relayEdges: ends + (L + 2n) + ends };
  // Into the first node between; from one of them to the next, and each of them to the end; into the last node.
  const enter = choose(L + 2n, 2n) + 1n;
  const onward = choose(L + 3n, 3n) + L + 1n;
  const leave = choose(L + 1n, 2n) + 2n * (L + 1n);
  return { relayVertices, relayEdges: ends + enter + (between - 1n) * onward + leave + ends };
}
