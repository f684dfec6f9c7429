import type { NodeId } from '../../../../core/network/types';
import type { RowView, SciMessage } from '../../../../core/studies/rowTypes';

interface Chain {
  readonly nodes: readonly string[];
  readonly computeS: readonly (readonly (number | null)[])[];
  readonly shipS: readonly (readonly (number | null)[])[];
  readonly finishS?: readonly (number | null)[];
}

/** What the row study answers for a chain, by the plainest recursion there is (MATHS 1); counts are not part of it. */
export function rowOf({ nodes, computeS, shipS, finishS = nodes.map(() => 0) }: Chain): RowView {
  const blocks = computeS[0]!.length;
  const tables = new Map<number, SciMessage>();
  const best = (node: number, tensor: number) => {
    const options = Array.from({ length: blocks + 1 - tensor }, (_, more) => {
      const next = tensor + more;
      const runS = computeS[node]!.slice(tensor, next).reduce<number>((sum, s) => sum + (s ?? Infinity), 0);
      const onwardS = tables.get(node + 1)?.zetaS[next] ?? Infinity;
      const endS = next === blocks ? (finishS[node] ?? Infinity) : Infinity;
      return { next, totalS: runS + Math.min(onwardS, endS) };
    });
    return options.reduce((a, b) => (b.totalS < a.totalS ? b : a));
  };
  for (let node = nodes.length - 1; node > 0; node--) {
    const entries = Array.from({ length: blocks + 1 }, (_, tensor) => {
      const { next, totalS } = best(node, tensor);
      return { next, zetaS: totalS + (shipS[node - 1]![tensor] ?? Infinity) };
    });
    tables.set(node, {
      from: node,
      zetaS: entries.map(({ zetaS }) => (Number.isFinite(zetaS) ? zetaS : null)),
      nextBoundary: entries.map(({ next }) => next),
      bytes: 4 * (blocks + 1),
    });
  }
  const first = best(0, 0);
  const boundaries = [first.next];
  for (let node = 1; node < nodes.length; node++)
    boundaries.push(tables.get(node)!.nextBoundary[boundaries.at(-1)!]!);
  const last = boundaries.indexOf(blocks);
  const run = { boundaries, last, promisedS: first.totalS, actualS: first.totalS, fits: true };
  const ueTable = Array.from({ length: blocks + 1 }, (_, tensor) => best(0, tensor).next);
  return {
    nodes: nodes as readonly NodeId[],
    blockLabels: computeS[0]!.map((_, index) => `Block ${index + 1}`),
    computeS,
    shipS,
    finishS,
    boundaries,
    last,
    totalS: first.totalS,
    networkS: null,
    messages: [...tables.values()],
    decisions: nodes.map((_, node) => tables.get(node)?.nextBoundary ?? ueTable),
    sci: run,
    sciFloat32: { ...run, loss: 0, lossBound: 0 },
    printed: run,
    entryCostOnly: run,
    emptyOnly: run,
    corrected: run,
    graph: null,
    counts: {
      layers: blocks,
      nodes: nodes.length,
      options: '0',
      vertices: '0',
      edges: '0',
      relayVertices: '0',
      relayEdges: '0',
      latticeStates: '0',
      latticeArcs: '0',
      naiveMessages: '0',
      naiveBytes: '0',
      sciMessages: nodes.length - 1,
      sciBytes: '0',
      sciMessageBytes: 4 * (blocks + 1),
    },
  };
}

/** Fig. 2 of HiveMind with the last hop at half the figure's capacity: everything on the MEC host, 2.4333 s. */
export const toyRow = rowOf({
  nodes: ['ue', 'mec', 'cloud'],
  computeS: [
    [0.5, 1, 4],
    [0.5 / 3, 1 / 3, 4 / 3],
    [0.05, 0.1, 0.4],
  ],
  shipS: [
    [0.6, 0.5, 2, 0],
    [2.4, 2, 8, 0],
  ],
});
