import { useState } from 'react';
import { ChartTooltip } from '../../charts/ChartTooltip';
import { useSize } from '../../charts/useSize';
import { useTooltip } from '../../charts/useTooltip';
import { formatSeconds } from '../../format';
import { blockTimesLayout, type BlockTimeInput } from './blockTimesLayout';
import styles from './Profile.module.css';
import { seriesColour } from './seriesColour';

export interface BlockTimesSeries {
  readonly name: string;
  readonly times: readonly BlockTimeInput[];
}

interface Props {
  readonly series: readonly BlockTimesSeries[];
  /** Name of a block, '' where it has none. */
  readonly nameOf: (block: number) => string;
  readonly label: string;
}

const height = 160;
/** Room for "0.25 ms" left of the bars, in characters. */
const axisChars = 8;

/** Time of each block as bars, first block left, one a series; a whisker is the 95 % interval. Arrow keys read the blocks. */
export function BlockTimesChart({ series, nameOf, label }: Props) {
  const [ref, { width, textPx }] = useSize<HTMLDivElement>();
  const tooltip = useTooltip<number>();
  const [current, setCurrent] = useState(0);
  const left = textPx * axisChars * 0.62;
  const layout = blockTimesLayout(
    series.map(({ times }) => times),
    Math.max(0, width - left),
    height,
  );
  const drawnHeight = height + textPx * 1.6;
  const lines = (block: number): readonly string[] =>
    series.map(({ name, times }) => `${name}: ${timeText(times[block])}`);
  const titleOf = (block: number): string => [`Block ${block + 1}`, nameOf(block)].filter(Boolean).join(', ');
  const onKeyDown = (event: React.KeyboardEvent<SVGGElement>) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const next = Math.min(layout.columns.length - 1, Math.max(0, current + step));
    setCurrent(next);
    const column = event.currentTarget.querySelectorAll('[data-column]')[next];
    if (column !== undefined) tooltip.show(next, column.getBoundingClientRect());
  };
  return (
    <div ref={ref} className={styles.chart}>
      <div className={styles.scroll}>
        <svg width={left + layout.width} height={drawnHeight} data-chart-part aria-label={label} role="group">
          <g transform={`translate(${left},${textPx * 0.6})`}>
            {layout.ticks.map(({ valueS, y }) => (
              <g key={valueS}>
                <line x1={0} x2={layout.width} y1={y} y2={y} className={styles.gridLine} />
                <text x={-6} y={y} dy="0.32em" textAnchor="end" fontSize={textPx} className={styles.axisText}>
                  {formatSeconds(valueS)}
                </text>
              </g>
            ))}
            {layout.bars.map((bar) => (
              <g key={`${bar.series}-${bar.block}`}>
                <rect
                  x={bar.x}
                  y={bar.y}
                  width={bar.width}
                  height={bar.height}
                  className={bar.below ? styles.barBelow : styles.bar}
                  style={
                    bar.below ? { stroke: seriesColour(bar.series) } : { fill: seriesColour(bar.series) }
                  }
                />
                {bar.whisker !== null && (
                  <line
                    x1={bar.x + bar.width / 2}
                    x2={bar.x + bar.width / 2}
                    y1={bar.whisker[0]}
                    y2={bar.whisker[1]}
                    className={styles.whisker}
                  />
                )}
              </g>
            ))}
            <g
              data-export="no"
              tabIndex={0}
              role="img"
              className={styles.reader}
              aria-label={`${titleOf(current)}: ${lines(current).join('; ')}. Arrow keys go through the blocks.`}
              onKeyDown={onKeyDown}
              onBlur={tooltip.hide}
            >
              {layout.columns.map(({ x, width: columnWidth }, block) => {
                const { onPointerEnter, onPointerLeave, onClick } = tooltip.bind(block);
                return (
                  <rect
                    key={block}
                    data-column
                    x={x}
                    y={0}
                    width={columnWidth}
                    height={height}
                    className={tooltip.active?.key === block ? styles.columnActive : styles.column0}
                    onPointerEnter={onPointerEnter}
                    onPointerLeave={onPointerLeave}
                    onClick={onClick}
                  />
                );
              })}
            </g>
          </g>
        </svg>
      </div>
      {tooltip.active !== null && (
        <ChartTooltip
          anchor={tooltip.active.anchor}
          title={titleOf(tooltip.active.key)}
          lines={lines(tooltip.active.key)}
        />
      )}
    </div>
  );
}

function timeText(time: BlockTimeInput | undefined): string {
  if (time === undefined) return '–';
  const text = time.below ? `below ${formatSeconds(time.seconds)}` : formatSeconds(time.seconds);
  return time.intervalS === null
    ? text
    : `${text} (95 %: ${time.intervalS.map((end) => formatSeconds(end)).join(' to ')})`;
}
