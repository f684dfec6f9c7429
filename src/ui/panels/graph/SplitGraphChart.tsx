import { useMemo, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { ChartTooltip } from '../../charts/ChartTooltip';
import { useSize } from '../../charts/useSize';
import { useTooltip } from '../../charts/useTooltip';
import type { NodeColour } from '../../nodeColours';
import { Button } from '../../primitives/Button';
import styles from './Graph.module.css';
import { edgeFormula, edgeTitle, startOfSentence, vertexPhrase, type GraphWords } from './graphWords';
import { GraphLabels, GraphMarks } from './GraphMarks';
import {
  fitTransform,
  markAt,
  onScreen,
  splitGraphLayout,
  type GraphMark,
  type SplitGraphLayout,
} from './splitGraphLayout';
import { useZoom, type Zoom } from './useZoom';

interface Props {
  readonly words: GraphWords;
  readonly colours: readonly NodeColour[];
  readonly pruned: boolean;
  /** What the dock leaves for it [px]. */
  readonly height: number;
}

const leastPx = 220;

/** The graph to zoom and pan. One tab stop: the arrow keys walk along the shortest path. */
export function SplitGraphChart({ words, colours, pruned, height }: Props) {
  const [ref, size] = useSize<HTMLDivElement>();
  const { graph, row } = words;
  const layout = useMemo(() => splitGraphLayout(graph, row.blockLabels.length), [graph, row]);
  // No taller than what fills the width needs.
  const needed = Math.ceil(layout.height * fitTransform(layout, { ...size, height: Infinity }).k);
  const shown = Math.max(leastPx, Math.min(height, needed));
  return (
    <div ref={ref} className={styles.chart} style={{ minHeight: shown }}>
      {size.width > 0 && (
        <Drawing
          words={words}
          layout={layout}
          colours={colours}
          pruned={pruned}
          width={size.width}
          height={shown}
          textPx={size.textPx}
        />
      )}
    </div>
  );
}

interface DrawingProps extends Props {
  readonly layout: SplitGraphLayout;
  readonly width: number;
  /** Of labels [px]. */
  readonly textPx: number;
}

function Drawing({ words, layout, colours, pruned, width, height, textPx }: DrawingProps) {
  const { graph, names } = words;
  const [svg, setSvg] = useState<SVGSVGElement | null>(null);
  const zoom = useZoom(svg, fitTransform(layout, { width, height }));
  const tooltip = useTooltip<GraphMark>();
  const [walked, setWalked] = useState(0);
  const all = useMemo(() => graph.edges.map((_, index) => index), [graph]);
  const drawn = pruned ? graph.pruned : all;
  const at = Math.min(walked, graph.path.length - 1);
  const active = tooltip.active !== null && isIn(tooltip.active.key, words) ? tooltip.active : null;
  const text = active === null ? null : markWords(active.key, words);

  const show = (mark: GraphMark, area: Element) =>
    tooltip.show(mark, anchorOf(mark, words, layout, zoom, area));
  const point = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const screen = { x: event.clientX - box.left, y: event.clientY - box.top };
    const mark = markAt(graph, layout, zoom.transform, drawn, screen);
    if (mark === null) tooltip.hide();
    else show(mark, event.currentTarget);
  };
  const walk = (index: number, area: Element) => {
    setWalked(index);
    show({ kind: 'edge', index: graph.path[index]! }, area);
  };
  const onKeyDown = (event: KeyboardEvent<SVGSVGElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const move = keyMove(event.key, event.shiftKey, at, graph.path.length - 1);
    if (move === null) return;
    event.preventDefault();
    if (move.kind === 'walk') walk(move.to, event.currentTarget);
    else {
      tooltip.hide();
      moveCamera(zoom, move);
    }
  };
  return (
    <>
      <svg
        ref={setSvg}
        data-chart-part
        width={width}
        height={height}
        className={styles.drawing}
        role="slider"
        tabIndex={0}
        aria-label="The split graph: the arrow keys walk along its shortest path, plus and minus zoom"
        aria-valuemin={1}
        aria-valuemax={graph.path.length}
        aria-valuenow={at + 1}
        aria-valuetext={wordsAloud({ kind: 'edge', index: graph.path[at]! }, words)}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          if (event.currentTarget.matches(':focus-visible')) walk(at, event.currentTarget);
        }}
        onBlur={tooltip.hide}
        onPointerMove={(event) => {
          if (event.pointerType === 'mouse' && event.buttons === 0) point(event);
        }}
        onPointerLeave={(event) => {
          if (event.pointerType === 'mouse') tooltip.hide();
        }}
        onClick={(event) => point(event as unknown as PointerEvent<SVGSVGElement>)}
      >
        <GraphMarks
          words={words}
          layout={layout}
          colours={colours}
          pruned={pruned}
          transform={zoom.transform}
          mark={active?.key ?? null}
        />
        <GraphLabels
          graph={graph}
          names={names}
          layout={layout}
          transform={zoom.transform}
          pruned={pruned}
          size={{ width, height, textPx }}
        />
      </svg>
      <ZoomButtons zoom={zoom} />
      {active !== null && text !== null && (
        <ChartTooltip anchor={active.anchor} title={text.title} lines={text.lines} />
      )}
    </>
  );
}

function ZoomButtons({ zoom }: { readonly zoom: Zoom }) {
  return (
    <div className={styles.zoom} role="group" aria-label="Zoom">
      <Button icon="add" iconOnly onClick={() => zoom.zoomBy(1.4)}>
        Zoom in
      </Button>
      <Button icon="minus" iconOnly onClick={() => zoom.zoomBy(1 / 1.4)}>
        Zoom out
      </Button>
      <Button icon="fit" iconOnly onClick={zoom.fit}>
        Show the whole graph
      </Button>
    </div>
  );
}

type Move =
  | { readonly kind: 'walk'; readonly to: number }
  | { readonly kind: 'zoom'; readonly factor: number }
  | { readonly kind: 'fit' }
  | { readonly kind: 'pan'; readonly dx: number; readonly dy: number };

const panPx = 60;

function keyMove(key: string, shift: boolean, at: number, last: number): Move | null {
  const walk = (to: number): Move => ({ kind: 'walk', to: Math.min(last, Math.max(0, to)) });
  const pan = (dx: number, dy: number): Move => ({ kind: 'pan', dx: dx * panPx, dy: dy * panPx });
  switch (key) {
    case 'ArrowRight':
      return shift ? pan(-1, 0) : walk(at + 1);
    case 'ArrowLeft':
      return shift ? pan(1, 0) : walk(at - 1);
    case 'ArrowDown':
      return shift ? pan(0, -1) : walk(at + 1);
    case 'ArrowUp':
      return shift ? pan(0, 1) : walk(at - 1);
    case 'Home':
      return walk(0);
    case 'End':
      return walk(last);
    case '+':
    case '=':
      return { kind: 'zoom', factor: 1.4 };
    case '-':
      return { kind: 'zoom', factor: 1 / 1.4 };
    case '0':
      return { kind: 'fit' };
    default:
      return null;
  }
}

function moveCamera(zoom: Zoom, move: Exclude<Move, { kind: 'walk' }>): void {
  if (move.kind === 'zoom') zoom.zoomBy(move.factor);
  else if (move.kind === 'fit') zoom.fit();
  else zoom.panBy(move.dx, move.dy);
}

/** A capacity that changes may take vertices and edges away under the pointer. */
function isIn({ kind, index }: GraphMark, { graph }: GraphWords): boolean {
  return index < (kind === 'vertex' ? graph.vertices : graph.edges).length;
}

function markWords(mark: GraphMark, words: GraphWords): { title: string; lines: readonly string[] } {
  const { graph, names } = words;
  if (mark.kind === 'edge') {
    const edge = graph.edges[mark.index]!;
    return {
      title: edgeTitle(edge, words),
      lines: [edgeFormula(edge, words), ...standing(mark.index, words)],
    };
  }
  const phrase = vertexPhrase(graph.vertices[mark.index]!, names);
  const into = graph.edges.filter(({ to }) => to === mark.index).length;
  const out = graph.edges.filter(({ from }) => from === mark.index).length;
  return {
    title: startOfSentence(phrase),
    lines: [`${into} ${into === 1 ? 'edge' : 'edges'} in, ${out} out`],
  };
}

function standing(edge: number, { graph }: GraphWords): readonly string[] {
  if (graph.path.includes(edge)) return ['On the shortest path'];
  return graph.pruned.includes(edge) ? ['Left after pruning'] : ['Pruned'];
}

function wordsAloud(mark: GraphMark, words: GraphWords): string {
  const { title, lines } = markWords(mark, words);
  return [title, ...lines].join('. ');
}

/** Where a mark is on the screen: a dot, or the middle of an edge. */
function anchorOf(
  { kind, index }: GraphMark,
  { graph }: GraphWords,
  layout: SplitGraphLayout,
  { transform }: Zoom,
  area: Element,
) {
  const box = area.getBoundingClientRect();
  const ends = kind === 'vertex' ? [index] : [graph.edges[index]!.from, graph.edges[index]!.to];
  const points = ends.map((vertex) => onScreen(transform, layout.points[vertex]!));
  const x = box.left + points.reduce((sum, point) => sum + point.x, 0) / points.length;
  const y = box.top + points.reduce((sum, point) => sum + point.y, 0) / points.length;
  return { left: x - 6, right: x + 6, top: y - 8, bottom: y + 8 };
}
