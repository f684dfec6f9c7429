import { useId, useRef, type KeyboardEvent } from 'react';
import { ChartTooltip } from './ChartTooltip';
import { colourValue, onColourValue } from '../nodeColours';
import { timelineChartLayout, type TimelineBar, type TimelineLayout } from './timelineChartLayout';
import { TimePlot } from './TimePlot';
import { useSize } from './useSize';
import { useTooltip } from './useTooltip';
import styles from './TimelineChart.module.css';

interface Props {
  readonly label: string;
  readonly bars: readonly TimelineBar[];
  /** Title and lines of a bar's tooltip: the formula with its values, and where they come from. */
  readonly describe: (id: string) => { readonly title: string; readonly lines: readonly string[] };
}

/** One inference as a Gantt chart. One tab stop; the arrow keys go through the bars in the order of time. */
export function TimelineChart({ label, bars, describe }: Props) {
  const [ref, size] = useSize<HTMLDivElement>();
  const hatch = useId();
  const plot = useRef<SVGSVGElement>(null);
  const tooltip = useTooltip<string>();
  const layout = size.width === 0 ? null : timelineChartLayout(bars, size);
  const active = bars.some((bar) => bar.id === tooltip.active?.key) ? tooltip.active : null;
  const words = active === null ? null : describe(active.key);

  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const last = (layout?.bars.length ?? 0) - 1;
    const targets: Record<string, number> = {
      ArrowRight: Math.min(last, index + 1),
      ArrowDown: Math.min(last, index + 1),
      ArrowLeft: Math.max(0, index - 1),
      ArrowUp: Math.max(0, index - 1),
      Home: 0,
      End: last,
    };
    const target = targets[event.key];
    if (target === undefined) return;
    event.preventDefault();
    plot.current?.querySelectorAll<SVGGElement>('[data-bar]')[target]?.focus();
  };

  return (
    <div ref={ref} className={styles.chart}>
      {layout !== null && (
        <TimePlot ref={plot} role="list" label={label} hatch={hatch} layout={layout}>
          <RowNames layout={layout} />
          {layout.bars.map((bar, index) => {
            const { title, lines } = describe(bar.id);
            return (
              <g
                key={bar.id}
                role="listitem"
                aria-label={[title, ...lines].join('. ')}
                tabIndex={index === 0 ? 0 : -1}
                data-bar={bar.id}
                className={styles.bar}
                onKeyDown={(event) => onKeyDown(event, index)}
                {...tooltip.bind(bar.id)}
              >
                <rect
                  x={bar.x}
                  y={bar.y - layout.barHeight / 2}
                  width={bar.width}
                  height={layout.barHeight}
                  className={styles.box}
                  style={{ fill: bar.kind === 'compute' ? colourValue(bar.colour) : `url(#${hatch})` }}
                />
                <text
                  x={bar.words.x}
                  y={bar.y}
                  dy="0.35em"
                  textAnchor={bar.words.anchor}
                  className={bar.words.inside ? styles.inside : styles.outside}
                  style={bar.words.inside ? { fill: onColourValue(bar.colour) } : undefined}
                >
                  {bar.words.text}
                </text>
              </g>
            );
          })}
        </TimePlot>
      )}
      {active !== null && words !== null && (
        <ChartTooltip anchor={active.anchor} title={words.title} lines={words.lines} />
      )}
    </div>
  );
}

function RowNames({ layout }: { layout: TimelineLayout }) {
  return (
    <g aria-hidden="true">
      {layout.rows.map((row, index) => (
        <text
          key={index}
          x={2}
          y={row.labelY}
          dy="0.35em"
          className={row.kind === 'compute' ? styles.node : styles.hop}
        >
          {row.name}
        </text>
      ))}
    </g>
  );
}
