/** Vertices and edges of the explicit graph in words, each edge with the formula of its cost. */
import type { GraphEdge, GraphVertex, RowView, SplitGraph } from '../../../core/studies/rowTypes';
import type { ChartTable } from '../../charts/chartTable';
import { blocksPhrase } from '../../explain/words';
import { formatCount, formatSeconds } from '../../format';
import { sumOf } from '../messages/sciSteps';

export interface GraphWords {
  readonly row: RowView;
  readonly graph: SplitGraph;
  readonly names: readonly string[];
}

/** "MEC host runs blocks 2–3", "Cloud relays, 1 block done", "the start". */
export function vertexPhrase({ kind, node, first, last }: GraphVertex, names: readonly string[]): string {
  switch (kind) {
    case 'start':
      return 'the start';
    case 'end':
      return 'the end';
    case 'relay':
      return `${names[node]!} relays, ${formatCount(last, 'block')} done`;
    case 'work':
      return `${names[node]!} runs ${blocksPhrase(first - 1, last)}`;
  }
}

/** In the drawing: layers m–n, or the layers completed that a relay passes on. */
export function vertexLabel({ kind, first, last }: GraphVertex): string {
  switch (kind) {
    case 'start':
      return 'start';
    case 'end':
      return 'end';
    case 'relay':
      return '∅';
    case 'work':
      return first === last ? String(last) : `${first}–${last}`;
  }
}

/** "2 s hop + 500 ms blocks 2–3 on Cloud = 2.5 s" */
export function edgeFormula({ from, to, seconds }: GraphEdge, { row, graph, names }: GraphWords): string {
  const source = graph.vertices[from]!;
  const target = graph.vertices[to]!;
  const total = formatSeconds(seconds);
  if (target.kind === 'end')
    return seconds === 0 ? 'the result stays here: 0 ms' : `${total} to deliver the result`;
  const terms: string[] = [];
  if (source.node >= 0) {
    const hopS = row.shipS[source.node]?.[source.last] ?? null;
    if (hopS !== null) terms.push(`${formatSeconds(hopS)} hop`);
  }
  if (target.kind === 'work') {
    const computeS = sumOf(row.computeS[target.node]!, target.first - 1, target.last);
    terms.push(
      `${formatSeconds(computeS)} ${blocksPhrase(target.first - 1, target.last)} on ${names[target.node]!}`,
    );
  } else terms.push('0 ms computing');
  return `${terms.join(' + ')} = ${total}`;
}

export function edgeTitle({ from, to, seconds }: GraphEdge, { graph, names }: GraphWords): string {
  const phrase = (vertex: number): string => vertexPhrase(graph.vertices[vertex]!, names);
  return `${startOfSentence(phrase(from))}; then ${phrase(to)}: ${formatSeconds(seconds)}`;
}

export function startOfSentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function graphSummary({ graph, names }: GraphWords, pruned: boolean): string {
  const visited = graph.path
    .map((edge) => graph.vertices[graph.edges[edge]!.to]!)
    .filter(({ kind }) => kind === 'work' || kind === 'relay')
    .map((vertex) =>
      vertex.kind === 'work'
        ? `${names[vertex.node]!} runs ${blocksPhrase(vertex.first - 1, vertex.last)}`
        : `${names[vertex.node]!} runs nothing`,
    );
  const size = pruned
    ? `${graph.pruned.length} of ${graph.edges.length} edges are left once every node has announced its split point set`
    : `${graph.vertices.length} vertices, ${graph.edges.length} edges`;
  return `${size}. Shortest path, ${formatSeconds(graph.totalS)}: ${visited.join(', then ')}.`;
}

export function graphTable({ graph, names }: GraphWords): ChartTable {
  const onPath = new Set(graph.path);
  const kept = new Set(graph.pruned);
  return {
    columns: [
      { name: 'from' },
      { name: 'to' },
      { name: 'cost (ms)' },
      { name: 'left after pruning' },
      { name: 'on the shortest path' },
    ],
    rows: graph.edges.map((edge, index) => [
      vertexPhrase(graph.vertices[edge.from]!, names),
      vertexPhrase(graph.vertices[edge.to]!, names),
      edge.seconds * 1e3,
      kept.has(index) ? 'yes' : 'no',
      onPath.has(index) ? 'yes' : 'no',
    ]),
  };
}
