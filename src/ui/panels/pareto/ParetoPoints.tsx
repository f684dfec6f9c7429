import { useRef, type KeyboardEvent, type MouseEvent } from 'react';
import type { Tooltip } from '../../charts/useTooltip';
import { colourValue } from '../../nodeColours';
import type { LaidPoint, ParetoLayout } from './paretoChartTypes';
import styles from './ParetoPoints.module.css';

interface Props {
  readonly layout: ParetoLayout;
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  readonly describe: (id: string) => { readonly title: string; readonly lines: readonly string[] };
  readonly tooltip: Tooltip<string>;
}

const steps: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  Home: -Infinity,
  End: Infinity,
};

/** One tab stop; the arrow keys go through the plans from the fastest on, Enter draws one on the canvas. */
export function ParetoPoints({ layout, chosen, onChoose, describe, tooltip }: Props) {
  const list = useRef<SVGGElement>(null);
  const { points } = layout;
  const stop = points.some(({ id }) => id === chosen) ? chosen : points[0]?.id;
  const onKeyDown = (event: KeyboardEvent, point: LaidPoint, index: number) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onChoose(point.id);
      return;
    }
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = points[Math.min(points.length - 1, Math.max(0, index + step))];
    if (next !== undefined) list.current?.querySelector<SVGGElement>(`[data-point="${next.id}"]`)?.focus();
  };
  return (
    <g ref={list} role="listbox" aria-label="Plans, fastest first: choose the one to draw">
      {points.map((point, index) => {
        const { title, lines } = describe(point.id);
        const handlers = tooltip.bind(point.id);
        return (
          <g
            key={point.id}
            role="option"
            aria-selected={point.id === chosen}
            aria-label={`${index + 1} of ${points.length}. ${[title, ...lines].join('. ')}`}
            tabIndex={point.id === stop ? 0 : -1}
            data-point={point.id}
            className={styles.point}
            data-beaten={point.isBeaten}
            data-over={point.isOver}
            transform={`translate(${point.at.x} ${point.at.y})`}
            onKeyDown={(event) => onKeyDown(event, point, index)}
            {...handlers}
            onClick={(event: MouseEvent) => {
              handlers.onClick(event);
              onChoose(point.id);
            }}
          >
            <circle r={Math.max(12, point.radius)} className={styles.pointTarget} data-export="no" />
            <circle r={point.radius + 5} className={styles.pointHalo} data-export="no" />
            <path d={point.path} className={styles.shape} style={{ fill: colourValue(point.colour) }} />
          </g>
        );
      })}
    </g>
  );
}
