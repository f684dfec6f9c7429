import styles from './FigureCharts.module.css';
import { samplePx, type Legend } from './legendLayout';
import type { SeriesLook } from './seriesLooks';
import { SeriesMarker } from './SeriesMarker';

interface Props {
  readonly legend: Legend;
  readonly looks: readonly SeriesLook[];
  /** Of bars: what fills each series. */
  readonly fills?: readonly string[];
}

/** Which look is which series. Read aloud, every mark names its series itself. */
export function LegendEntries({ legend, looks, fills }: Props) {
  return (
    <g aria-hidden="true">
      {legend.entries.map(({ label, textX, x, y }, k) => (
        <g key={k} transform={`translate(${x} ${y})`}>
          {fills === undefined ? (
            <LineSample look={looks[k]!} />
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
    </g>
  );
}

function LineSample({ look }: { readonly look: SeriesLook }) {
  return (
    <>
      <path
        d={`M0 0H${samplePx.line}`}
        className={styles.curve}
        strokeWidth={look.widthPx}
        strokeDasharray={look.dash}
        style={{ stroke: look.colour }}
      />
      <SeriesMarker look={look} x={samplePx.line / 2} y={0} />
    </>
  );
}
