import { PlotGrid } from '../../../charts/PlotGrid';
import { useTooltip } from '../../../charts/useTooltip';
import { ChartTooltip } from '../../../charts/ChartTooltip';
import { inUnit } from './chartTables';
import { coverPx, dashOf, lineWidth } from './curveStroke';
import { axisTitle, nameGapPx } from './plotAxes';
import { curvesAt } from './chartWords';
import { CurveReader } from './CurveReader';
import type { Curves } from './curves';
import type { CurvesLayout, LaidCurve } from './curvesLayout';
import styles from './FigureCharts.module.css';
import { LegendEntries } from './LegendEntries';
import { seriesLooks, type SeriesLook } from './seriesLooks';
import { SeriesMarker } from './SeriesMarker';

interface Props {
  readonly title: string;
  readonly data: Curves;
  readonly layout: CurvesLayout;
}

/** Curves over their grid; a reader over them tells all values at a point to pointer, keyboard and screen reader. */
export function CurvesDrawing({ title, data, layout }: Props) {
  const tooltip = useTooltip<number>();
  const looks = seriesLooks(data.curves.map(({ name }) => name));
  const { curves, order, plot, scales } = layout;
  const right = plot.left + plot.width;
  const names = { x: axisTitle(inUnit(data.x), scales.x), y: axisTitle(inUnit(data.y), scales.y) };
  const read = tooltip.active?.key;
  const at = read === undefined ? undefined : layout.points[read];
  const words = at === undefined ? null : curvesAt(data, at);
  return (
    <>
      <svg data-chart-part width={layout.width} height={layout.height} className={styles.drawing}>
        <LegendEntries legend={layout.legend} looks={looks} curves={curves} />
        <PlotGrid layout={layout} names={names} nameGapPx={nameGapPx} />
        <g aria-hidden="true">
          {order.map((k) => (
            <Band key={k} curve={curves[k]!} look={looks[k]!} />
          ))}
          {order.map((k) => (
            <CurveMark key={k} curve={curves[k]!} look={looks[k]!} right={right} />
          ))}
          <Events layout={layout} />
        </g>
        <CurveReader
          label={`Read ${title}`}
          layout={layout}
          tooltip={tooltip}
          describe={(index) => curvesAt(data, layout.points[index]!)}
        />
      </svg>
      {tooltip.active !== null && words !== null && (
        <ChartTooltip anchor={tooltip.active.anchor} title={words.title} lines={words.lines} />
      )}
    </>
  );
}

function Events({ layout }: { readonly layout: CurvesLayout }) {
  const { events, plot } = layout;
  return events.map(({ at, isBefore, name, nameX }) => (
    <g key={at}>
      <path d={`M${at} ${plot.top}v${plot.height}`} className={styles.event} />
      <text
        x={nameX}
        y={plot.top + plot.height}
        dy="-0.7em"
        textAnchor={isBefore ? 'end' : 'start'}
        className={styles.label}
      >
        {name}
      </text>
    </g>
  ));
}

/** From the least to the most of what stands in each column of pixels. */
function Band({ curve: { band, covers }, look: { colour } }: Pick<MarkProps, 'curve' | 'look'>) {
  if (band === null) return null;
  return (
    <path
      d={band}
      className={styles.band}
      strokeWidth={0.8 + 2 * coverPx * covers}
      style={{ fill: colour, stroke: colour }}
    />
  );
}

interface MarkProps {
  readonly curve: LaidCurve;
  readonly look: SeriesLook;
  readonly right: number;
}

function CurveMark({ curve, look, right }: MarkProps) {
  const { covers, endY, label, labelY, marks, path } = curve;
  return (
    <g>
      <path
        d={path}
        className={styles.curve}
        strokeWidth={lineWidth(curve, look)}
        strokeDasharray={dashOf(curve, look)}
        style={{ stroke: look.colour }}
      />
      {marks.map(([x, y], index) => (
        <SeriesMarker key={index} look={look} x={x} y={y} scale={1 + 0.45 * covers} />
      ))}
      {endY !== null && labelY !== null && label !== '' && (
        <>
          <path d={`M${right + 2} ${endY}L${right + 12} ${labelY}`} className={styles.leader} />
          <text x={right + 14} y={labelY} dy="0.35em" className={styles.label}>
            {label}
          </text>
        </>
      )}
    </g>
  );
}
