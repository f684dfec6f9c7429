import styles from './Sweep.module.css';

interface Props {
  readonly plot: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  readonly xTicks: readonly { readonly x: number; readonly label: string }[];
  readonly yTicks: readonly { readonly y: number; readonly label: string }[];
  /** Grid lines across the plot; a map has only marks. */
  readonly grid: boolean;
}

export function SweepAxes({ plot, xTicks, yTicks, grid }: Props) {
  const { left, right, top, bottom } = plot;
  return (
    <g>
      {yTicks.map(({ y, label }) => (
        <g key={label}>
          <line x1={grid ? left : left - 5} x2={grid ? right : left} y1={y} y2={y} className={styles.grid} />
          <text x={left - 8} y={y} dy="0.35em" textAnchor="end" className={styles.tick}>
            {label}
          </text>
        </g>
      ))}
      {xTicks.map(({ x, label }) => (
        <g key={label}>
          <line
            x1={x}
            x2={x}
            y1={grid ? top : bottom}
            y2={grid ? bottom : bottom + 5}
            className={styles.grid}
          />
          <text x={x} y={bottom} dy="1.3em" textAnchor="middle" className={styles.tick}>
            {label}
          </text>
        </g>
      ))}
    </g>
  );
}
