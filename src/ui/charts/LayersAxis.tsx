import { textWidth } from './fitText';
import { bytesName } from './layersChartLayout';
import type { LayersLayout } from './layersChartTypes';
import styles from './LayersChart.module.css';

/** Names and scales at the left; stays in place while the columns scroll. */
export function LayersAxis({ layout, textPx }: { layout: LayersLayout; textPx: number }) {
  const { axisWidth, bytes, labels, scaleLabel } = layout;
  const rows = [
    { ...bytes, name: bytesName, detail: bytes.referenceLabel },
    ...layout.rows.map((row, index) => ({
      ...row,
      detail: labels === 'above' && index === 0 ? `${row.total} · ${scaleLabel}` : row.total,
    })),
  ];
  return (
    <svg data-chart-part aria-hidden="true" width={axisWidth} height={layout.height} className={styles.axis}>
      {rows.map((row, index) => (
        <g key={index}>
          {labels === 'left' ? (
            <>
              <text x={0} y={row.top} dy="0.9em" className={styles.rowName}>
                {row.name}
              </text>
              <text x={0} y={row.top} dy="2.2em" className={styles.rowDetail}>
                {row.detail}
              </text>
            </>
          ) : (
            <>
              <rect
                x={0}
                y={row.labelY}
                width={textWidth(`${row.name} · ${row.detail}`, textPx) * 1.06}
                height={textPx * 1.35}
                className={styles.plate}
              />
              <text x={0} y={row.labelY} dy="1em" className={styles.rowName}>
                {row.name}
                <tspan className={styles.rowDetail}>{row.detail === '' ? '' : ` · ${row.detail}`}</tspan>
              </text>
            </>
          )}
          {row.ticks.map((tick) => (
            <g key={tick.y}>
              <line x1={axisWidth - 4} x2={axisWidth} y1={tick.y} y2={tick.y} className={styles.base} />
              <text x={axisWidth - 7} y={tick.y} dy="0.35em" className={styles.tick}>
                {tick.label}
              </text>
            </g>
          ))}
        </g>
      ))}
      {labels === 'left' && (
        <text x={0} y={layout.columnLabelY} className={styles.rowDetail}>
          {scaleLabel}
        </text>
      )}
      <text x={axisWidth - 7} y={layout.columnLabelY} className={styles.tick}>
        block
      </text>
    </svg>
  );
}
