import { type KeyboardEvent, type PointerEvent } from 'react';
import { useSize } from '../../charts/useSize';
import type { TableRange } from './sciSteps';
import { tensorAt, zetaChartLayout, type ZetaLayout } from './zetaChartLayout';
import styles from './ZetaChart.module.css';

interface Props {
  readonly label: string;
  /** One value a tensor [s]; null = impossible. */
  readonly seconds: readonly (number | null)[];
  readonly ranges: readonly TableRange[];
  /** The tensor whose entry is read. */
  readonly tensor: number;
  readonly onTensor: (tensor: number) => void;
  /** The entry in words. */
  readonly describe: (tensor: number) => string;
}

/** A value for each tensor, with one of them read: by pointer, by tap, and by the arrow keys. */
export function ZetaChart({ label, seconds, ranges, tensor, onTensor, describe }: Props) {
  const [ref, size] = useSize<HTMLDivElement>();
  const layout = size.width === 0 ? null : zetaChartLayout(seconds, ranges, size);
  return (
    <div ref={ref} className={styles.chart}>
      {layout !== null && (
        <svg data-chart-part width={layout.width} height={layout.height} className={styles.plot}>
          <Axes layout={layout} />
          <path d={layout.path} className={styles.line} />
          {layout.marked &&
            layout.points.map((point, index) =>
              point === null ? null : (
                <circle key={index} cx={point.x} cy={point.y} r={2.5} className={styles.point} />
              ),
            )}
          <Decisions layout={layout} />
          <Reading layout={layout} tensor={tensor} />
          <rect
            data-export="no"
            role="slider"
            tabIndex={0}
            aria-label={label}
            aria-valuemin={0}
            aria-valuemax={seconds.length - 1}
            aria-valuenow={tensor}
            aria-valuetext={describe(tensor)}
            x={layout.left}
            y={0}
            width={Math.max(0, layout.width - layout.left)}
            height={layout.height}
            className={styles.reader}
            onPointerMove={(event) => {
              if (event.pointerType === 'mouse') onTensor(tensorUnder(event, layout, size.textPx));
            }}
            onPointerDown={(event) => onTensor(tensorUnder(event, layout, size.textPx))}
            onKeyDown={(event) => {
              const next = tensorOfKey(event, tensor, seconds.length - 1);
              if (next === null) return;
              event.preventDefault();
              onTensor(next);
            }}
          />
        </svg>
      )}
    </div>
  );
}

function Axes({ layout }: { layout: ZetaLayout }) {
  return (
    <g aria-hidden="true">
      {layout.yTicks.map(({ y, label }) => (
        <g key={label}>
          <line x1={layout.left} x2={layout.width} y1={y} y2={y} className={styles.grid} />
          <text x={layout.left - 6} y={y} dy="0.35em" className={styles.yTick}>
            {label}
          </text>
        </g>
      ))}
      <text x={layout.left - 6} y={layout.xTicksY} className={styles.yTick}>
        tensor
      </text>
      {layout.xTicks.map(({ x, label }) => (
        <text key={label} x={x} y={layout.xTicksY} className={styles.xTick}>
          {label}
        </text>
      ))}
    </g>
  );
}

/** What the node does with each tensor: run on to a block, or hand it on as it is. */
function Decisions({ layout }: { layout: ZetaLayout }) {
  if (layout.ranges.length === 0) return null;
  return (
    <g aria-hidden="true">
      <text
        x={layout.left - 6}
        y={layout.rangesY + layout.rangesHeight / 2}
        dy="0.35em"
        className={styles.yTick}
      >
        run
      </text>
      {layout.ranges.map((range, index) => (
        <g key={index}>
          <rect
            x={range.x + 0.5}
            y={layout.rangesY}
            width={Math.max(1, range.width - 1)}
            height={layout.rangesHeight}
            className={range.runs ? styles.runs : styles.handsOn}
          />
          <text
            x={range.x + range.width / 2}
            y={layout.rangesY + layout.rangesHeight / 2}
            dy="0.35em"
            className={styles.rangeText}
          >
            {range.label}
          </text>
        </g>
      ))}
    </g>
  );
}

function Reading({ layout, tensor }: { layout: ZetaLayout; tensor: number }) {
  const point = layout.points[tensor];
  if (point === undefined || point === null) return null;
  return (
    <g aria-hidden="true">
      <line
        x1={point.x}
        x2={point.x}
        y1={0}
        y2={layout.rangesY + layout.rangesHeight}
        className={styles.reading}
      />
      <circle cx={point.x} cy={point.y} r={5} className={styles.read} />
    </g>
  );
}

function tensorUnder(event: PointerEvent<SVGRectElement>, layout: ZetaLayout, textPx: number): number {
  const box = event.currentTarget.getBoundingClientRect();
  return tensorAt(layout, event.clientX - box.left + layout.left, textPx);
}

function tensorOfKey({ key }: KeyboardEvent, tensor: number, last: number): number | null {
  const moves: Partial<Record<string, number>> = {
    ArrowLeft: -1,
    ArrowDown: -1,
    ArrowRight: 1,
    ArrowUp: 1,
    PageDown: -10,
    PageUp: 10,
    Home: -last,
    End: last,
  };
  const move = moves[key];
  return move === undefined ? null : Math.min(last, Math.max(0, tensor + move));
}
