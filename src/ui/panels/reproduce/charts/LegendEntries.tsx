import { lineWidth, dashOf } from './curveStroke';
import type { LaidCurve } from './curvesLayout';
import styles from './FigureCharts.module.css';
import { samplePx, type Legend } from './legendLayout';
import type { SeriesLook } from './seriesLooks';
import { SeriesMarker } from './SeriesMarker';

interface Props {
  readonly legend: Legend;
  readonly looks: readonly SeriesLook[];
  /** Of curves: each is shown as it is drawn. */
  readonly curves?: readonly LaidCurve[];
  /** Of bars: what fills each series; null: it is drawn as marks. */
  readonly fills?: readonly string[] | null;
}

/** Which look is which series. Read aloud, every mark names its series itself. */
export function LegendEntries({ legend, looks, curves, fills = null }: Props) {
  return (
    <g aria-hidden="true">
      {legend.entries.map(({ label, textX, x, y }, k) => (
        <g key={k} transform={`translate(${x} ${y})`}>
          {curves !== undefined ? (
            <LineSample look={looks[k]!} curve={curves[k]!} />
          ) : fills === null ? (
            <SeriesMarker look={looks[k]!} x={samplePx.bar / 2} y={0} />
          ) : (
            <rect
              y={-7}
              width={samplePx.bar}
              height={14}
              fill={fills[k]}
              strokeWidth="1.4"
              style={{ stroke: looks[k]!.colour }}
            />
          )}
          <text x={textX - x} dy="0.35em">
            {label}
          </text>
        </g>
      ))}
      {legend.notes.map(({ text, y }) => (
        <text key={y} x={0} y={y} dy="0.35em" className={styles.tick}>
          {text}
        </text>
      ))}
    </g>
  );
}

interface SampleProps {
  readonly look: SeriesLook;
  readonly curve: LaidCurve;
}

/** Dashes are seen where there are no marks to hide them. */
function LineSample({ look, curve }: SampleProps) {
  return (
    <>
      {curve.band !== null && (
        <rect
          y={-7}
          width={samplePx.line}
          height={14}
          className={styles.band}
          strokeWidth="0.8"
          style={{ fill: look.colour, stroke: look.colour }}
        />
      )}
      <path
        d={`M0 0H${samplePx.line}`}
        className={styles.curve}
        strokeWidth={lineWidth(curve, look)}
        strokeDasharray={dashOf(curve, look)}
        style={{ stroke: look.colour }}
      />
      {curve.marks.length > 0 && <SeriesMarker look={look} x={samplePx.line / 2} y={0} />}
    </>
  );
}
