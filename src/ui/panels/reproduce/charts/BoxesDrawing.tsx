import { BoxMark } from '../../../charts/BoxMark';
import { ChartTooltip } from '../../../charts/ChartTooltip';
import { moveFocus } from '../../../charts/rovingFocus';
import { useTooltip, type Tooltip } from '../../../charts/useTooltip';
import type { BoxesChart, BoxesLayout, LaidRow } from './boxesLayout';
import { inUnit } from './chartTables';
import { boxWords } from './chartWords';
import styles from './FigureCharts.module.css';
import { axisTitle } from './plotAxes';

interface Props {
  readonly chart: BoxesChart;
  readonly layout: BoxesLayout;
}

/** A box a row; each says its figures to pointer, keyboard and screen reader. */
export function BoxesDrawing({ chart, layout }: Props) {
  const tooltip = useTooltip<number>();
  const words = chart.boxes.map((box) => boxWords(box, chart.x, chart.y));
  const shown = tooltip.active === null ? undefined : words[tooltip.active.key];
  return (
    <>
      <svg
        data-chart-part
        role="list"
        aria-label={chart.title}
        width={layout.width}
        height={layout.height}
        className={styles.drawing}
      >
        <BoxesGrid chart={chart} layout={layout} />
        {layout.rows.map((row, index) => (
          <BoxRow
            key={index}
            row={row}
            layout={layout}
            index={index}
            label={[words[index]!.title, ...words[index]!.lines].join(', ')}
            tooltip={tooltip}
          />
        ))}
      </svg>
      {tooltip.active !== null && shown !== undefined && (
        <ChartTooltip anchor={tooltip.active.anchor} title={shown.title} lines={shown.lines} />
      )}
    </>
  );
}

function BoxesGrid({ chart, layout }: Props) {
  const { left, right, top, bottom, xTicks, height } = layout;
  return (
    <g aria-hidden="true">
      <text x={2} y={top - 8} className={styles.name}>
        {chart.x.name}
      </text>
      <text x={right + 8} y={top - 8} className={styles.tick}>
        median
      </text>
      {xTicks.map(({ at, label }) => (
        <g key={at}>
          <line x1={at} x2={at} y1={top} y2={bottom} className={styles.grid} />
          <text x={at} y={bottom} dy="1.2em" textAnchor="middle" className={styles.tick}>
            {label}
          </text>
        </g>
      ))}
      <path d={`M${left} ${top}V${bottom}H${right}`} fill="none" className={styles.zero} />
      <text x={left} y={height - 9} className={styles.name}>
        {axisTitle(inUnit(chart.y), layout.scale)} →
      </text>
    </g>
  );
}

interface RowProps {
  readonly row: LaidRow;
  readonly layout: BoxesLayout;
  readonly index: number;
  readonly label: string;
  readonly tooltip: Tooltip<number>;
}

function BoxRow({ row, layout, index, label, tooltip }: RowProps) {
  const { boxHeight, isNarrow, left, right } = layout;
  const { marks, median, name, nameY, ruleY, y } = row;
  return (
    <g
      data-mark
      role="listitem"
      tabIndex={index === 0 ? 0 : -1}
      aria-label={label}
      className={styles.item}
      onKeyDown={(event) => moveFocus(event, event.currentTarget.ownerSVGElement)}
      {...tooltip.bind(index)}
    >
      <rect x={left} y={y - 4} width={right - left} height={boxHeight + 8} className={styles.target} />
      {ruleY !== null && <path d={`M${left} ${ruleY}H${layout.width}`} className={styles.grid} />}
      <text
        x={isNarrow ? left + 6 : left - 8}
        y={nameY}
        dy="0.35em"
        textAnchor={isNarrow ? 'start' : 'end'}
        className={styles.label}
      >
        {name}
      </text>
      {marks !== null && <BoxMark marks={marks} y={y} height={boxHeight} />}
      <text x={right + 8} y={y + boxHeight / 2} dy="0.35em">
        {median}
      </text>
    </g>
  );
}
