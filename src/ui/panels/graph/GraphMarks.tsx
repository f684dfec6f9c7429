import { useMemo } from 'react';
import type { GraphVertex, SplitGraph } from '../../../core/studies/rowTypes';
import { fitText } from '../../charts/fitText';
import { colourValue, type NodeColour } from '../../nodeColours';
import styles from './Graph.module.css';
import { vertexLabel, type GraphWords } from './graphWords';
import {
  dotsPath,
  edgesPath,
  labelledVertices,
  onScreen,
  type GraphMark,
  type SplitGraphLayout,
  type Transform,
} from './splitGraphLayout';

interface MarksProps {
  readonly words: GraphWords;
  readonly layout: SplitGraphLayout;
  readonly colours: readonly NodeColour[];
  readonly pruned: boolean;
  readonly transform: Transform;
  /** What the pointer or the keyboard is at. */
  readonly mark: GraphMark | null;
}

/** Edges and dots, each kind one path; strokes keep their width while zooming. */
export function GraphMarks({ words, layout, colours, pruned, transform, mark }: MarksProps) {
  const { graph } = words;
  const { points } = layout;
  const edges = useMemo(() => {
    const drawn = pruned ? graph.pruned : graph.edges.map((_, index) => index);
    return { drawn: edgesPath(graph, points, drawn), path: edgesPath(graph, points, graph.path) };
  }, [graph, points, pruned]);
  const dots = useMemo(() => dotGroups(graph, points, pruned), [graph, points, pruned]);
  return (
    <g transform={`translate(${transform.x} ${transform.y}) scale(${transform.k})`} aria-hidden="true">
      <path
        d={edges.drawn}
        vectorEffect="non-scaling-stroke"
        className={pruned ? styles.kept : styles.edge}
      />
      <path d={edges.path} vectorEffect="non-scaling-stroke" className={styles.shortest} />
      {mark?.kind === 'edge' && (
        <path
          data-export="no"
          d={edgesPath(graph, points, [mark.index])}
          vectorEffect="non-scaling-stroke"
          className={styles.read}
        />
      )}
      {dots.map(({ key, d, kind, node, faded }) => (
        <g key={key} className={faded ? styles.faded : undefined}>
          <path
            d={d}
            vectorEffect="non-scaling-stroke"
            className={kind === 'work' ? styles.work : styles.outline}
          />
          <path
            d={d}
            vectorEffect="non-scaling-stroke"
            className={styles.inner}
            style={kind === 'work' ? { stroke: colourValue(colours[node] ?? 'other') } : undefined}
          />
        </g>
      ))}
      {mark?.kind === 'vertex' && (
        <path
          data-export="no"
          d={dotsPath(points, [mark.index])}
          vectorEffect="non-scaling-stroke"
          className={styles.readDot}
        />
      )}
    </g>
  );
}

interface DotGroup {
  readonly key: string;
  readonly d: string;
  readonly kind: GraphVertex['kind'];
  readonly node: number;
  readonly faded: boolean;
}

/** Dots by node and kind; after pruning, those without an edge left are faint. */
function dotGroups(
  graph: SplitGraph,
  points: SplitGraphLayout['points'],
  pruned: boolean,
): readonly DotGroup[] {
  const kept = new Set(
    pruned ? graph.pruned.flatMap((edge) => [graph.edges[edge]!.from, graph.edges[edge]!.to]) : [],
  );
  const groups = new Map<string, { vertex: GraphVertex; faded: boolean; indices: number[] }>();
  for (const [index, vertex] of graph.vertices.entries()) {
    const faded = pruned && !kept.has(index);
    const key = `${vertex.kind} ${vertex.node} ${faded ? 'faded' : ''}`;
    const group = groups.get(key) ?? { vertex, faded, indices: [] };
    group.indices.push(index);
    groups.set(key, group);
  }
  return [...groups].map(([key, { vertex, faded, indices }]) => ({
    key,
    d: dotsPath(points, indices),
    kind: vertex.kind,
    node: vertex.node,
    faded,
  }));
}

interface LabelsProps {
  readonly graph: SplitGraph;
  readonly names: readonly string[];
  readonly layout: SplitGraphLayout;
  readonly transform: Transform;
  readonly pruned: boolean;
  readonly size: { readonly width: number; readonly height: number; readonly textPx: number };
}

/** Names at the size of text, whatever the zoom: of the nodes above their columns, of vertices that are apart. */
export function GraphLabels({ graph, names, layout, transform, pruned, size }: LabelsProps) {
  const kept = useMemo(
    () =>
      pruned
        ? new Set(graph.pruned.flatMap((edge) => [graph.edges[edge]!.from, graph.edges[edge]!.to]))
        : null,
    [graph, pruned],
  );
  const shown = labelledVertices(layout, transform, size).filter((index) => kept?.has(index) ?? true);
  return (
    <g aria-hidden="true">
      {shown.map((index) => {
        const { x, y } = onScreen(transform, layout.points[index]!);
        return (
          <text key={index} x={x} y={y} dy="-0.75em" className={styles.label}>
            {vertexLabel(graph.vertices[index]!)}
          </text>
        );
      })}
      {layout.columns.map(({ from, to }, node) => {
        const left = onScreen(transform, { x: from, y: 0 }).x;
        const right = onScreen(transform, { x: to, y: 0 }).x;
        return (
          <text key={node} x={(left + right) / 2} y={1.25 * size.textPx} className={styles.nodeName}>
            {fitText(names[node] ?? '', Math.max(90, right - left + 50), size.textPx)}
          </text>
        );
      })}
      <RowNumbers layout={layout} transform={transform} />
    </g>
  );
}

/** The blocks at the left edge, where they are far enough apart. */
function RowNumbers({ layout, transform }: Pick<LabelsProps, 'layout' | 'transform'>) {
  const apart = layout.rows.length < 2 ? Infinity : layout.rows[1]! - layout.rows[0]!;
  // Zoomed out, the word would run into the first node's column.
  const hasRoom = transform.k > 0.8;
  const every = Math.max(1, Math.ceil(18 / (apart * transform.k)));
  return layout.rows.map((row, block) =>
    block % every === 0 ? (
      <text
        key={block}
        x={4}
        y={onScreen(transform, { x: 0, y: row }).y}
        dy="0.35em"
        className={styles.rowName}
      >
        {block === 0 && hasRoom ? 'block 1' : block + 1}
      </text>
    ) : null,
  );
}
