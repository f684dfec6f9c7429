import { PlotGrid } from '../../../charts/PlotGrid';
import { useTooltip } from '../../../charts/useTooltip';
import { ChartTooltip } from '../../../charts/ChartTooltip';
import { inUnit } from './chartTables';
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
  const { plot } = layout;
  const right = plot.left + plot.width;
  const read = tooltip.active?.key;
  const at = read === undefined ? undefined : layout.points[read];
  const words = at === undefined ? null : curvesAt(data, at);
  // What is dashed lies over what is solid: both are seen where they run together.
  const order = [...layout.curves.keys()].sort(
    (a, b) => Number(looks[a]!.dash !== undefined) - Number(looks[b]!.dash !== undefined),
  );
  return (
    <>
      <svg data-chart-part width={layout.width} height={layout.height} className={styles.drawing}>
        <LegendEntries legend={layout.legend} looks={looks} />
        <PlotGrid layout={layout} names={{ x: inUnit(data.x), y: inUnit(data.y) }} />
        <g aria-hidden="true">
          {order.map((k) => (
            <CurveMark key={k} curve={layout.curves[k]!} look={looks[k]!} right={right} />
          ))}
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

interface MarkProps {
  readonly curve: LaidCurve;
  readonly look: SeriesLook;
  readonly right: number;
}

function CurveMark({ curve, look, right }: MarkProps) {
  const { endY, isDense, label, labelY, marks, path } = curve;
  return (
    <g>
      <path
        d={path}
        className={styles.curve}
        strokeWidth={isDense ? 1.2 : look.widthPx}
        strokeDasharray={look.dash}
        style={{ stroke: look.colour }}
      />
      {marks.map(([x, y], index) => (
        <SeriesMarker key={index} look={look} x={x} y={y} />
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
