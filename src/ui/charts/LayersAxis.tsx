import { bytesName } from './layersChartLayout';
import type { LayersLayout } from './layersChartTypes';
import styles from './LayersChart.module.css';

/** Names and scales at the left; stays in place while the columns scroll. */
export function LayersAxis({ layout }: { layout: LayersLayout }) {
  const { axisWidth, bytes, labels, scaleLabel } = layout;
  const rows = [
    ...layout.rows.map((row) => ({ ...row, detail: row.total })),
    { ...bytes, name: bytesName, detail: bytes.referenceLabel },
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
            <text x={0} y={row.labelY} dy="1em" className={styles.rowName}>
              {row.name}
              <tspan className={styles.rowDetail}>
                {[row.detail, index === 0 ? scaleLabel : '']
                  .filter((part) => part !== '')
                  .map((part) => ` · ${part}`)
                  .join('')}
              </tspan>
            </text>
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
