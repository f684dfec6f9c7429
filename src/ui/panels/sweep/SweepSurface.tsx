import { useRef, type ReactNode } from 'react';
import { ChartTooltip } from '../../charts/ChartTooltip';
import { useSweepCursor, type Cursor } from './useSweepCursor';
import styles from './Sweep.module.css';

interface Props {
  readonly label: string;
  readonly size: { readonly width: number; readonly height: number };
  readonly columns: number;
  readonly rows: number;
  readonly start: Cursor;
  readonly at: (xPx: number, yPx: number) => Cursor;
  readonly placeOf: (cursor: Cursor) => { readonly x: number; readonly y: number };
  readonly describe: (cursor: Cursor) => { readonly title: string; readonly lines: readonly string[] };
  /** null: the point cannot be set. */
  readonly onSet: ((cursor: Cursor) => void) | null;
  /** The drawing; the cursor, where one points at it. */
  readonly children: (cursor: Cursor | null) => ReactNode;
}

/** A drawing to point at: pointer or arrow keys choose a point, a click or Enter moves the scenario there. */
export function SweepSurface({
  label,
  size,
  columns,
  rows,
  start,
  at,
  placeOf,
  describe,
  onSet,
  children,
}: Props) {
  const drawing = useRef<SVGSVGElement>(null);
  const { cursor, handlers } = useSweepCursor({
    columns,
    rows,
    start,
    at,
    onChoose: (chosen) => onSet?.(chosen),
  });
  const words = cursor === null ? null : describe(cursor);
  const anchorOf = (point: Cursor) => {
    const box = drawing.current!.getBoundingClientRect();
    const { x, y } = placeOf(point);
    return {
      left: box.left + x - 6,
      right: box.left + x + 6,
      top: box.top + y - 10,
      bottom: box.top + y + 10,
    };
  };
  return (
    <>
      <div
        role="application"
        aria-label={`${label}. Arrow keys move the point${onSet === null ? '' : ', Enter sets the scenario there'}.`}
        tabIndex={0}
        className={styles.surface}
        data-sweep-surface
        data-settable={onSet !== null}
        {...handlers}
      >
        <svg
          ref={drawing}
          data-chart-part
          aria-hidden="true"
          width={size.width}
          height={size.height}
          className={styles.drawing}
        >
          {children(cursor)}
        </svg>
      </div>
      <p className="visually-hidden" aria-live="polite">
        {words === null ? '' : `${words.title}. ${words.lines.join('. ')}`}
      </p>
      {cursor !== null && words !== null && (
        <CursorTooltip anchor={() => anchorOf(cursor)} title={words.title} lines={words.lines} />
      )}
    </>
  );
}

interface TooltipProps {
  readonly anchor: () => Parameters<typeof ChartTooltip>[0]['anchor'];
  readonly title: string;
  readonly lines: readonly string[];
}

function CursorTooltip({ anchor, title, lines }: TooltipProps) {
  return <ChartTooltip anchor={anchor()} title={title} lines={lines} />;
}
