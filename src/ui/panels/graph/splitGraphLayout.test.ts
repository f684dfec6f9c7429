import { describe, expect, it } from 'vitest';
import type { GraphVertex, SplitGraph } from '../../../core/studies/rowTypes';
import { rowStudy } from '../../../core/studies/rowStudy';
import { toy } from '../../../core/scenario/presets/toy';
import { edgeFormula, edgeTitle, graphSummary, graphTable, vertexLabel, vertexPhrase } from './graphWords';
import {
  dotsPath,
  edgesPath,
  fitTransform,
  labelledVertices,
  markAt,
  onScreen,
  splitGraphLayout,
} from './splitGraphLayout';

const never = { shouldStop: () => false };
const answer = rowStudy(toy.scenario, {}, never);
if (answer.kind !== 'row' || answer.row.graph === null) throw new Error('the toy has a graph');
const { row } = answer;
const graph: SplitGraph = answer.row.graph;
const layout = splitGraphLayout(graph, 3);
const words = { row, graph, names: ['UE', 'MEC host', 'Cloud'] };
const find = (wanted: Partial<GraphVertex>): number =>
  graph.vertices.findIndex((vertex) =>
    Object.entries(wanted).every(([key, value]) => vertex[key as keyof GraphVertex] === value),
  );

describe('the layout of the split graph', () => {
  it('gives every vertex a place of its own, inside the picture', () => {
    const places = layout.points.map(({ x, y }) => `${x} ${y}`);
    expect(new Set(places).size).toBe(graph.vertices.length);
    for (const { x, y } of layout.points) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(layout.width);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(layout.height);
    }
  });

  it('leads every edge to the right', () => {
    for (const { from, to } of graph.edges)
      expect(layout.points[to]!.x).toBeGreaterThan(layout.points[from]!.x);
  });

  it('puts a vertex at the height of the blocks it runs, and longer runs further right', () => {
    const single = layout.points[find({ kind: 'work', node: 1, first: 2, last: 2 })]!;
    const pair = layout.points[find({ kind: 'work', node: 1, first: 2, last: 3 })]!;
    const relay = layout.points[find({ kind: 'relay', node: 1, last: 1 })]!;
    expect(single.y).toBe(layout.rows[1]);
    expect(pair.y).toBe((layout.rows[1]! + layout.rows[2]!) / 2);
    expect(pair.x).toBeGreaterThan(single.x);
    expect(relay.x).toBe(layout.columns[1]!.from);
  });

  it('keeps the columns of two nodes apart', () => {
    for (const [index, column] of layout.columns.slice(1).entries())
      expect(column.from).toBeGreaterThan(layout.columns[index]!.to);
  });

  it('draws one line an edge and one dot a vertex', () => {
    expect(edgesPath(graph, layout.points, graph.path).match(/M/g)).toHaveLength(graph.path.length);
    expect(dotsPath(layout.points, [0, 1, 2]).match(/h0/g)).toHaveLength(3);
  });

  it('fits whole into its place', () => {
    const size = { width: 700, height: 220 };
    const transform = fitTransform(layout, size);
    for (const point of layout.points) {
      const { x, y } = onScreen(transform, point);
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(size.width);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(size.height);
    }
  });

  it('names the vertices in sight, and none where names would touch', () => {
    const size = { width: 400, height: 300 };
    expect(labelledVertices(layout, { k: 0.3, x: 0, y: 0 }, size)).toEqual([]);
    const near = labelledVertices(layout, { k: 1, x: 0, y: 0 }, size);
    expect(near).toContain(find({ kind: 'start' }));
    expect(near).not.toContain(find({ kind: 'end' }));
  });
});

describe('what lies under the pointer', () => {
  const transform = { k: 2, x: -30, y: 12 };
  const all = graph.edges.map((_, index) => index);

  it('is the vertex that is nearest', () => {
    graph.vertices.forEach((_, index) => {
      const { x, y } = onScreen(transform, layout.points[index]!);
      expect(markAt(graph, layout, transform, all, { x: x + 3, y: y - 2 })).toEqual({
        kind: 'vertex',
        index,
      });
    });
  });

  it('is an edge between vertices, but only one that is drawn', () => {
    const edge = graph.path[1]!;
    const { from, to } = graph.edges[edge]!;
    const [a, b] = [onScreen(transform, layout.points[from]!), onScreen(transform, layout.points[to]!)];
    const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
    expect(markAt(graph, layout, transform, [edge], middle)).toEqual({ kind: 'edge', index: edge });
    expect(markAt(graph, layout, transform, [], middle)).toBeNull();
  });

  it('is nothing far from everything', () => {
    expect(markAt(graph, layout, transform, all, { x: -500, y: -500 })).toBeNull();
  });
});

describe('the words of the split graph', () => {
  it('say what a vertex is', () => {
    expect(vertexPhrase({ kind: 'work', node: 1, first: 2, last: 3 }, words.names)).toBe(
      'MEC host runs blocks 2–3',
    );
    expect(vertexPhrase({ kind: 'relay', node: 2, first: 2, last: 1 }, words.names)).toBe(
      'Cloud relays, one block done',
    );
    expect(vertexLabel({ kind: 'work', node: 1, first: 2, last: 2 })).toBe('2');
  });

  it('give every edge a formula whose terms add up to its cost', () => {
    const edge = graph.edges.find(
      ({ from, to }) =>
        from === find({ kind: 'relay', node: 0, last: 0 }) &&
        to === find({ kind: 'work', node: 1, first: 1, last: 1 }),
    )!;
    expect(edgeFormula(edge, words)).toBe('600 ms hop + 167 ms block 1 on MEC host = 767 ms');
    expect(edgeTitle(edge, words)).toBe('UE relays, no blocks done; then MEC host runs block 1: 767 ms');
  });

  it('tell the shortest path and what pruning leaves', () => {
    expect(graphSummary(words, false)).toContain(
      'Shortest path, 2.27 s: UE runs nothing, then MEC host runs block 1, then Cloud runs blocks 2–3.',
    );
    expect(graphSummary(words, true)).toContain(
      `${graph.pruned.length} of ${graph.edges.length} edges are left`,
    );
  });

  it('list every edge in the table', () => {
    const { columns, rows } = graphTable(words);
    expect(rows).toHaveLength(graph.edges.length);
    expect(rows.filter((cells) => cells.at(-1) === 'yes')).toHaveLength(graph.path.length);
    for (const cells of rows) expect(cells).toHaveLength(columns.length);
  });
});
