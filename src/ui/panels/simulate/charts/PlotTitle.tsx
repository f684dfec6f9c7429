import type { RowTitle } from './rowTitle';
import styles from './RunCharts.module.css';

export function PlotTitle({ title: { lineHeightPx, lines, x, y } }: { readonly title: RowTitle }) {
  return (
    <text className={styles.rowTitle}>
      {lines.map((line, k) => (
        <tspan key={line} x={x} y={y + k * lineHeightPx} dy="0.35em">
          {line}
        </tspan>
      ))}
    </text>
  );
}
