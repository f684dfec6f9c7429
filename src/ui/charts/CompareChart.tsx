import { useId, useRef, type KeyboardEvent } from 'react';
import { formatSeconds } from '../format';
import { ChartTooltip } from './ChartTooltip';
import { compareChartLayout, type CompareBar, type CompareLayout, type LaidBar } from './compareChartLayout';
import { HatchPattern } from './HatchPattern';
import { colourValue, onColourValue } from '../nodeColours';
import { useSize } from './useSize';
import { useTooltip, type Tooltip } from './useTooltip';
import styles from './CompareChart.module.css';

interface Props {
  readonly label: string;
  readonly bars: readonly CompareBar[];
  readonly shown: string;
  readonly onShow: (id: string) => void;
  /** Lines of a bar's tooltip. */
  readonly describe: (id: string) => readonly string[];
}

/** Stacked bars to choose from: the chosen strategy is the one drawn on the canvas. */
export function CompareChart({ label, bars, shown, onShow, describe }: Props) {
  const [ref, size] = useSize<HTMLDivElement>();
  const hatch = useId();
  const list = useRef<SVGSVGElement>(null);
  const tooltip = useTooltip<string>();
  const layout = size.width === 0 ? null : compareChartLayout(bars, size);
  const active = bars.find((bar) => bar.id === tooltip.active?.key);

  const onKeyDown = (event: KeyboardEvent, bar: LaidBar) => {
    if (layout === null) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onShow(bar.id);
      return;
    }
    const rank = nextRank(event.key, bar.rank, layout.bars.length);
    const next = layout.bars.find((other) => other.rank === rank);
    if (next === undefined) return;
    event.preventDefault();
    list.current?.querySelector<SVGGElement>(`[data-bar="${next.id}"]`)?.focus();
  };
  const stop = layout?.bars.some((bar) => bar.id === shown)
    ? shown
    : layout?.bars.find((bar) => bar.rank === 0)?.id;

  return (
    <div ref={ref} className={styles.chart}>
      {layout !== null && (
        <svg
          ref={list}
          data-chart-part
          role="listbox"
          aria-label={label}
          width={layout.width}
          height={layout.height}
          className={styles.plot}
        >
          <HatchPattern id={hatch} />
          <Axis layout={layout} />
          {layout.bars.map((bar) => (
            <g
              key={bar.id}
              role="option"
              aria-selected={bar.id === shown}
              aria-label={`${bar.rank + 1} of ${layout.bars.length}. ${bars.find(({ id }) => id === bar.id)!.name}: ${bar.valueText}. ${describe(bar.id).join('. ')}`}
              tabIndex={bar.id === stop ? 0 : -1}
              data-bar={bar.id}
              className={styles.row}
              style={{ transform: `translateY(${bar.y}px)` }}
              onKeyDown={(event) => onKeyDown(event, bar)}
              {...withClick(tooltip, bar.id, onShow)}
            >
              <Bar bar={bar} layout={layout} hatch={hatch} />
            </g>
          ))}
        </svg>
      )}
      {tooltip.active !== null && active !== undefined && (
        <ChartTooltip anchor={tooltip.active.anchor}>
          <strong>
            {active.name}: {formatSeconds(active.totalS)}
          </strong>
          {describe(active.id).map((line) => (
            <p key={line}>{line}</p>
          ))}
        </ChartTooltip>
      )}
    </div>
  );
}

function withClick(tooltip: Tooltip<string>, id: string, onShow: (id: string) => void) {
  const handlers = tooltip.bind(id);
  return {
    ...handlers,
    onClick: (event: React.MouseEvent) => {
      handlers.onClick(event);
      onShow(id);
    },
  };
}

function nextRank(key: string, rank: number, count: number): number | null {
  if (key === 'ArrowDown') return Math.min(count - 1, rank + 1);
  if (key === 'ArrowUp') return Math.max(0, rank - 1);
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return null;
}

function Axis({ layout }: { layout: CompareLayout }) {
  return (
    <g aria-hidden="true">
      {layout.ticks.map((tick, index) => (
        <g key={tick.x}>
          <line x1={tick.x} x2={tick.x} y1={0} y2={layout.axisY} className={styles.grid} />
          <text
            x={tick.x}
            y={layout.axisY}
            dy="1.1em"
            className={styles.tick}
            textAnchor={index === 0 && layout.left === 0 ? 'start' : 'middle'}
          >
            {tick.label}
          </text>
        </g>
      ))}
    </g>
  );
}

function Bar({ bar, layout, hatch }: { bar: LaidBar; layout: CompareLayout; hatch: string }) {
  const { barTop, barHeight } = layout;
  const middle = barTop + barHeight / 2;
  return (
    <>
      <rect
        x={0}
        y={1}
        width={layout.width}
        height={layout.rowHeight - 2}
        rx={4}
        className={styles.ground}
        data-export="no"
      />
      <text
        x={layout.labels === 'left' ? 4 : 2}
        y={layout.labels === 'left' ? middle : barTop / 2}
        dy="0.35em"
        className={styles.name}
      >
        {bar.name}
      </text>
      {bar.parts.map((part, index) => (
        <g key={index}>
          <rect
            x={part.x}
            y={barTop}
            width={Math.max(part.width, 0.5)}
            height={barHeight}
            className={styles.part}
            style={{ fill: part.kind === 'compute' ? colourValue(part.colour) : `url(#${hatch})` }}
          />
          {part.kind === 'compute' && (
            <text
              x={part.x + 4}
              y={middle}
              dy="0.35em"
              className={styles.partName}
              style={{ fill: onColourValue(part.colour) }}
            >
              {part.label}
            </text>
          )}
        </g>
      ))}
      <text
        x={bar.end + 8}
        y={middle}
        dy="0.35em"
        className={bar.rank === 0 ? styles.bestValue : styles.value}
      >
        {bar.valueText}
        {layout.labels === 'left' && (
          <tspan dx="0.9em" className={styles.gain}>
            {bar.gainText}
          </tspan>
        )}
      </text>
      {layout.labels === 'above' && (
        <text x={layout.width - 2} y={barTop / 2} dy="0.35em" textAnchor="end" className={styles.gain}>
          {bar.gainText}
        </text>
      )}
    </>
  );
}
