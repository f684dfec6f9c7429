import { useId, useState } from 'react';
import { ChartTooltip } from '../../charts/ChartTooltip';
import { PlotGrid } from '../../charts/PlotGrid';
import { useSize } from '../../charts/useSize';
import { useTooltip } from '../../charts/useTooltip';
import { BeyondPattern } from './BeyondPattern';
import { LimitHandle } from './LimitHandle';
import { paretoChartLayout, paretoRanges } from './paretoChartLayout';
import type { ParetoData, ParetoLayout, ParetoRanges } from './paretoChartTypes';
import { ParetoPoints } from './ParetoPoints';
import styles from './ParetoChart.module.css';
import type { LimitEditing } from './useLimitGesture';

interface Props {
  readonly label: string;
  readonly data: ParetoData;
  readonly axisNames: { readonly x: string; readonly y: string };
  /** Of what the limits are, in the middle of a sentence. */
  readonly limitNames: { readonly x: string; readonly y: string };
  /** Height the chart should have [px]. */
  readonly height: number;
  /** The point whose plan is drawn on the canvas; null where none is. */
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  readonly describe: (id: string) => { readonly title: string; readonly lines: readonly string[] };
  readonly editing: { readonly x: LimitEditing; readonly y: LimitEditing };
}

/** Plans as points to choose, the staircase they form, the methods' rings, and two limits to drag. */
export function ParetoChart(props: Props) {
  const { label, data, axisNames, limitNames, height, chosen, onChoose, describe, editing } = props;
  const [ref, size] = useSize<HTMLDivElement>();
  const pattern = useId();
  const tooltip = useTooltip<string>();
  // What the axes span stays still under a drag, whatever the methods answer to the limit as it moves.
  const [held, hold] = useState<ParetoRanges | null>(null);
  const ranges = held ?? paretoRanges(data);
  const layout =
    size.width === 0 || ranges === null ? null : paretoChartLayout(data, ranges, { ...size, height });
  const active = data.points.some(({ id }) => id === tooltip.active?.key) ? tooltip.active : null;
  const words = active === null ? null : describe(active.key);
  return (
    <div ref={ref} className={styles.chart}>
      {layout !== null && (
        <svg
          data-chart-part
          role="group"
          aria-label={label}
          width={layout.width}
          height={layout.height}
          className={styles.plot}
        >
          <BeyondPattern id={pattern} />
          <PlotGrid layout={layout} names={axisNames} />
          {layout.beyond.map((box) => (
            <rect
              key={box.left}
              x={box.left}
              y={box.top}
              width={box.width}
              height={box.height}
              style={{ fill: `url(#${pattern})` }}
              data-beyond
            />
          ))}
          <path d={layout.frontPath} className={styles.front} />
          <Rings layout={layout} />
          <ParetoPoints
            layout={layout}
            chosen={chosen}
            onChoose={onChoose}
            describe={describe}
            tooltip={tooltip}
          />
          <MarkNames layout={layout} />
          {(['x', 'y'] as const).map((direction) => (
            <LimitHandle
              key={direction}
              direction={direction}
              name={limitNames[direction]}
              layout={layout}
              editing={editing[direction]}
              onHold={(isHeld) => hold(isHeld ? layout.ranges : null)}
            />
          ))}
        </svg>
      )}
      {active !== null && words !== null && (
        <ChartTooltip anchor={active.anchor} title={words.title} lines={words.lines} />
      )}
    </div>
  );
}

function Rings({ layout }: { layout: ParetoLayout }) {
  return (
    <g aria-hidden="true" className={styles.marks}>
      {layout.marks.map(({ id, at, isBroken }) => (
        <g key={id} data-mark={id}>
          <circle cx={at.x} cy={at.y} r={11} className={styles.ring} data-broken={isBroken} />
          <circle cx={at.x} cy={at.y} r={1.5} className={styles.centre} />
        </g>
      ))}
    </g>
  );
}

/** Last, with a rim: no line and no point runs through a name. */
function MarkNames({ layout }: { layout: ParetoLayout }) {
  return (
    <g aria-hidden="true" className={styles.marks}>
      {layout.marks.map(({ id, text, leader, isBroken }) => (
        <g key={id}>
          <path d={leader} className={styles.leader} />
          {text.lines.map((line) => (
            <text
              key={line.y}
              x={text.x}
              y={line.y}
              dy="0.35em"
              textAnchor={text.anchor}
              className={styles.markName}
              data-broken={isBroken}
            >
              {line.text}
            </text>
          ))}
        </g>
      ))}
    </g>
  );
}
