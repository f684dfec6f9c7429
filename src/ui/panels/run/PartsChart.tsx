import { useId, useRef } from 'react';
import { ChartTooltip } from '../../charts/ChartTooltip';
import { moveFocus } from '../../charts/rovingFocus';
import { TimePlot } from '../../charts/TimePlot';
import { useSize } from '../../charts/useSize';
import { useTooltip } from '../../charts/useTooltip';
import { formatPercent, formatSeconds } from '../../format';
import { colourValue } from '../../nodeColours';
import { partsChartLayout, type LaidPartsRow, type PartsRow } from './partsChartLayout';
import styles from './Run.module.css';

interface Props {
  readonly label: string;
  readonly rows: readonly PartsRow[];
  /** Executed times of parts are scaled to their node's device. */
  readonly scaled: boolean;
}

/** Two bars a row: predicted (outline) above executed (filled), with its 95 % interval. One tab stop, arrows between rows. */
export function PartsChart({ label, rows, scaled }: Props) {
  const [ref, size] = useSize<HTMLDivElement>();
  const hatch = useId();
  const plot = useRef<SVGSVGElement>(null);
  const tooltip = useTooltip<string>();
  const layout = size.width === 0 ? null : partsChartLayout(rows, size);
  const active = rows.find(({ id }) => id === tooltip.active?.key);
  return (
    <div ref={ref} className={styles.chart}>
      <p className={styles.key} aria-hidden="true">
        <span className={styles.keyItem}>
          <svg width="22" height="12">
            <rect x="1" y="1" width="20" height="10" className={styles.predicted} />
          </svg>
          predicted
        </span>
        <span className={styles.keyItem}>
          <svg width="22" height="12">
            <rect x="1" y="1" width="20" height="10" className={styles.plain} />
          </svg>
          {scaled ? 'executed, parts scaled to their node' : 'executed'}, with its 95 % interval
        </span>
      </p>
      {layout !== null && (
        <TimePlot ref={plot} role="list" label={label} hatch={hatch} layout={layout}>
          {layout.rows.map((row, index) => (
            <g
              key={row.id}
              role="listitem"
              aria-label={`${row.name}. ${linesOf(row).join('. ')}`}
              tabIndex={index === 0 ? 0 : -1}
              data-mark={row.id}
              className={styles.row}
              onKeyDown={(event) => moveFocus(event, plot.current)}
              {...tooltip.bind(row.id)}
            >
              <rect x={0} y={row.top} width={layout.width} height={row.height} className={styles.ground} />
              <Bars row={row} left={layout.left} barHeight={layout.barHeight} hatch={hatch} />
            </g>
          ))}
        </TimePlot>
      )}
      {tooltip.active !== null && active !== undefined && (
        <ChartTooltip anchor={tooltip.active.anchor} title={active.name} lines={linesOf(active)} />
      )}
    </div>
  );
}

function Bars({
  row,
  left,
  barHeight,
  hatch,
}: {
  readonly row: LaidPartsRow;
  readonly left: number;
  readonly barHeight: number;
  readonly hatch: string;
}) {
  const { predicted, executed, whisker, values } = row;
  const isNarrow = left === 0;
  return (
    <>
      <text
        x={row.labelX}
        y={row.labelY}
        dy="0.35em"
        className={row.kind === 'total' ? styles.strong : undefined}
      >
        {row.text}
      </text>
      <rect
        x={left}
        y={predicted.y}
        width={predicted.width}
        height={barHeight}
        className={styles.predicted}
      />
      <rect
        x={left}
        y={executed.y}
        width={executed.width}
        height={barHeight}
        className={styles.executed}
        style={{ fill: row.kind === 'transfer' ? `url(#${hatch})` : colourValue(row.colour) }}
      />
      <path d={`M${whisker.from} ${whisker.y - 4}v8m0-4H${whisker.to}m0-4v8`} className={styles.whisker} />
      <text
        x={values.x}
        y={row.labelY}
        dy="0.35em"
        textAnchor={isNarrow ? 'end' : 'start'}
        className={styles.values}
      >
        {values.text}
      </text>
    </>
  );
}

function linesOf({ predictedS, executedS, intervalS, scaled }: PartsRow): string[] {
  const word = scaled ? 'Executed, scaled' : 'Executed';
  return [
    `Predicted ${formatSeconds(predictedS)}`,
    `${word} ${formatSeconds(executedS)} (95 %: ${formatSeconds(intervalS[0])} to ${formatSeconds(intervalS[1])})`,
    ...(executedS > 0 ? [`Predicted / executed − 1 = ${formatPercent(predictedS / executedS - 1)}`] : []),
  ];
}
