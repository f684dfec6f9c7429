import { useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { LayersMark } from './LayersChart';
import { blockAt, boundaryX } from './layersPositions';
import type { LayersLayout } from './layersChartTypes';
import type { Anchor, Tooltip } from './useTooltip';
import styles from './LayersChart.module.css';

interface Props {
  readonly layout: LayersLayout;
  readonly tooltip: Tooltip<LayersMark>;
  readonly describe: (mark: LayersMark) => { readonly title: string; readonly lines: readonly string[] };
}

/** Reads the columns: by hover and tap, and by the arrow keys with one tab stop for all of them. */
export function LayersBlockReader({ layout, tooltip, describe }: Props) {
  const [read, setRead] = useState(0);
  const block = Math.min(read, layout.blockCount - 1);
  const { active } = tooltip;
  const shown =
    active?.key.kind === 'block' && active.key.block < layout.blockCount ? active.key.block : null;
  if (layout.blockCount === 0) return null;

  const show = (next: number, area: Element) => {
    setRead(next);
    tooltip.show({ kind: 'block', block: next }, columnAnchor(layout, next, area));
  };
  const point = (event: PointerEvent<SVGRectElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const at = blockAt(layout, event.clientX - box.left);
    if (at === null) tooltip.hide();
    else show(at, event.currentTarget);
  };
  const onKeyDown = (event: KeyboardEvent<SVGRectElement>) => {
    const steps: Record<string, number> = {
      ArrowLeft: -1,
      ArrowRight: 1,
      PageUp: -5,
      PageDown: 5,
      Home: -layout.blockCount,
      End: layout.blockCount,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    show(Math.min(layout.blockCount - 1, Math.max(0, block + step)), event.currentTarget);
  };
  const { title, lines } = describe({ kind: 'block', block });
  return (
    <g data-export="no">
      {shown !== null && (
        <rect
          x={boundaryX(layout, shown)}
          y={4}
          width={layout.columnWidth}
          height={layout.foot - 4}
          className={styles.readColumn}
        />
      )}
      <rect
        x={0}
        y={0}
        width={layout.plotWidth}
        height={layout.height}
        className={styles.reader}
        role="slider"
        tabIndex={0}
        aria-label="Read the blocks"
        aria-valuemin={1}
        aria-valuemax={layout.blockCount}
        aria-valuenow={block + 1}
        aria-valuetext={[title, ...lines].join('. ')}
        onPointerMove={(event) => {
          if (event.pointerType === 'mouse') point(event);
        }}
        onPointerLeave={(event) => {
          if (event.pointerType === 'mouse') tooltip.hide();
        }}
        onClick={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          const at = blockAt(layout, event.clientX - box.left);
          if (at !== null) show(at, event.currentTarget);
        }}
        onFocus={(event) => {
          if (event.currentTarget.matches(':focus-visible')) show(block, event.currentTarget);
        }}
        onBlur={tooltip.hide}
        onKeyDown={onKeyDown}
      />
    </g>
  );
}

/** The column on screen, at the top of the plot: the tooltip opens above it and hides no bar. */
function columnAnchor(layout: LayersLayout, block: number, area: Element): Anchor {
  const box = area.getBoundingClientRect();
  const left = box.left + boundaryX(layout, block);
  return { left, right: left + layout.columnWidth, top: box.top + 4, bottom: box.top + layout.foot };
}
