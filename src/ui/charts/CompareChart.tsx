import { useId, useRef, type KeyboardEvent } from 'react';
import { formatSeconds } from '../format';
import { ChartTooltip } from './ChartTooltip';
import { compareChartLayout, type CompareBar, type LaidBar } from './compareChartLayout';
import { CompareRow } from './CompareRow';
import { TimePlot } from './TimePlot';
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
        <TimePlot ref={list} role="listbox" label={label} hatch={hatch} layout={layout}>
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
              <CompareRow bar={bar} layout={layout} hatch={hatch} />
            </g>
          ))}
        </TimePlot>
      )}
      {tooltip.active !== null && active !== undefined && (
        <ChartTooltip
          anchor={tooltip.active.anchor}
          title={`${active.name}: ${formatSeconds(active.totalS)}`}
          lines={describe(active.id)}
        />
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
