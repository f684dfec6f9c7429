import { useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { Anchor, Tooltip } from '../../../charts/useTooltip';
import type { CurvesLayout } from './curvesLayout';
import { nearestPlace, readerStep } from './readerSteps';
import styles from './FigureCharts.module.css';

interface Props {
  readonly label: string;
  readonly layout: CurvesLayout;
  readonly tooltip: Tooltip<number>;
  readonly describe: (index: number) => { readonly title: string; readonly lines: readonly string[] };
}

/** Reads the points of curves: by hover and tap, and by the arrow keys with one tab stop for all of them. */
export function CurveReader({ label, layout, tooltip, describe }: Props) {
  const { places, plot, points } = layout;
  const [kept, setKept] = useState(0);
  const count = points.length;
  const index = Math.min(kept, count - 1);
  if (count === 0) return null;
  const shown = tooltip.active?.key;
  const show = (next: number, area: Element) => {
    setKept(next);
    tooltip.show(next, anchorOf(layout, next, area));
  };
  const point = (event: PointerEvent | React.MouseEvent) => {
    const box = event.currentTarget.getBoundingClientRect();
    show(nearestPlace(places, plot.left + event.clientX - box.left), event.currentTarget);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return;
    const next = readerStep(event.key, index, count);
    if (next === null) return;
    event.preventDefault();
    show(next, event.currentTarget);
  };
  const { title, lines } = describe(index);
  return (
    <g data-export="no">
      {shown !== undefined && places[shown] !== undefined && (
        <path
          d={`M${places[shown]} ${plot.top}v${plot.height}`}
          className={styles.cursor}
          pointerEvents="none"
        />
      )}
      <rect
        x={plot.left}
        y={plot.top}
        width={plot.width}
        height={plot.height}
        className={styles.reader}
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuemin={1}
        aria-valuemax={count}
        aria-valuenow={index + 1}
        aria-valuetext={[title, ...lines].join('. ')}
        data-reader
        onPointerMove={(event) => {
          if (event.pointerType === 'mouse') point(event);
        }}
        onPointerLeave={(event) => {
          if (event.pointerType === 'mouse') tooltip.hide();
        }}
        onClick={point}
        onFocus={(event) => {
          if (event.currentTarget.matches(':focus-visible')) show(index, event.currentTarget);
        }}
        onBlur={tooltip.hide}
        onKeyDown={onKeyDown}
      />
    </g>
  );
}

/** The point on screen, at the top of the plot: the tooltip opens above it and hides no curve. */
function anchorOf({ places, plot }: CurvesLayout, index: number, area: Element): Anchor {
  const box = area.getBoundingClientRect();
  const x = box.left + places[index]! - plot.left;
  return { left: x, right: x, top: box.top, bottom: box.bottom };
}
