import { BoxMark } from '../../../charts/BoxMark';
import { ChartTooltip } from '../../../charts/ChartTooltip';
import { moveFocus } from '../../../charts/rovingFocus';
import { useTooltip, type Tooltip } from '../../../charts/useTooltip';
import { formatSeconds, formatWhole } from '../../../format';
import type { DistributionLayout, LaidBox } from './distributionLayout';
import type { Distribution } from './distributionView';
import { dashCount } from './laneLooks';
import { PlotTitle } from './PlotTitle';
import styles from './RunCharts.module.css';

interface Props {
  readonly layout: DistributionLayout;
  readonly distributions: readonly Distribution[];
}

/** Curves above, a box a lane below; a box says its figures to pointer, keyboard and screen reader. */
export function DistributionDrawing({ layout, distributions }: Props) {
  const tooltip = useTooltip<number>();
  const shown = tooltip.active === null ? undefined : distributions[tooltip.active.key];
  return (
    <>
      <svg
        data-chart-part
        role="list"
        aria-label="Latency of the tasks of each lane"
        width={layout.width}
        height={layout.height}
        className={styles.drawing}
      >
        <Axes layout={layout} />
        {layout.curves.map(({ lane, look, dash, path }) => (
          <path key={lane} d={path} className={styles.line} data-look={look} data-dash={dash % dashCount} />
        ))}
        {layout.boxes.map((box, index) => (
          <BoxRow
            key={box.lane}
            box={box}
            layout={layout}
            index={index}
            label={boxWords(distributions[index]!).join(', ')}
            tooltip={tooltip}
          />
        ))}
      </svg>
      {tooltip.active !== null && shown !== undefined && (
        <ChartTooltip anchor={tooltip.active.anchor} title={shown.name} lines={boxWords(shown).slice(1)} />
      )}
    </>
  );
}

/** Its name and its figures, one a line. */
function boxWords({ name, box, count, failed }: Distribution): readonly string[] {
  const figures =
    box === null
      ? ['no task ended']
      : [
          `5 % take up to ${formatSeconds(box.p5)}`,
          `25 % up to ${formatSeconds(box.lower)}`,
          `half up to ${formatSeconds(box.median)}`,
          `75 % up to ${formatSeconds(box.upper)}`,
          `95 % up to ${formatSeconds(box.p95)}`,
          `the worst ${formatSeconds(box.worst)}`,
        ];
  return [
    name,
    ...figures,
    `${formatWhole(count)} tasks, ${formatWhole(failed)} of them without a plan or an end`,
  ];
}

function Axes({ layout }: { readonly layout: DistributionLayout }) {
  const { left, right, title, curveTop, curveBottom, axisY, xTicks, yTicks } = layout;
  return (
    <g aria-hidden="true">
      <PlotTitle title={title} />
      {yTicks.map(({ y, label }) => (
        <g key={label}>
          <line x1={left} x2={right} y1={y} y2={y} className={styles.grid} />
          <text x={left - 6} y={y} dy="0.35em" textAnchor="end" className={styles.tick}>
            {label}
          </text>
        </g>
      ))}
      {xTicks.map(({ x, label }) => (
        <g key={label}>
          <line x1={x} x2={x} y1={curveTop} y2={axisY} className={styles.grid} />
          <text x={x} y={axisY} dy="1.3em" textAnchor="middle" className={styles.tick}>
            {label}
          </text>
        </g>
      ))}
      <path d={`M${left} ${curveTop}V${curveBottom}H${right}`} className={styles.axis} />
    </g>
  );
}

interface BoxProps {
  readonly box: LaidBox;
  readonly layout: DistributionLayout;
  readonly index: number;
  readonly label: string;
  readonly tooltip: Tooltip<number>;
}

function BoxRow({ box, layout, index, label, tooltip }: BoxProps) {
  const { left, right, boxHeight } = layout;
  const { marks, name, y, labelY, note, isMain } = box;
  const middle = y + boxHeight / 2;
  const isAbove = labelY < y;
  return (
    <g
      data-mark
      role="listitem"
      tabIndex={index === 0 ? 0 : -1}
      aria-label={label}
      className={styles.boxRow}
      onKeyDown={(event) => moveFocus(event, event.currentTarget.ownerSVGElement)}
      {...tooltip.bind(index)}
    >
      <rect x={left} y={y - 4} width={right - left} height={boxHeight + 8} className={styles.boxTarget} />
      <text
        x={isAbove ? left : left - 8}
        y={labelY}
        dy="0.35em"
        textAnchor={isAbove ? 'start' : 'end'}
        className={isMain ? styles.rowTitle : styles.tick}
      >
        {name}
      </text>
      {marks !== null && <BoxMark marks={marks} y={y} height={boxHeight} isMain={isMain} />}
      {note !== '' && (
        <text x={right} y={middle} dy="0.35em" textAnchor="end" className={styles.note}>
          {note}
        </text>
      )}
    </g>
  );
}
