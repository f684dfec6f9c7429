import styles from './PlotGrid.module.css';

interface Tick {
  readonly at: number;
  readonly label: string;
}

interface Props {
  readonly layout: {
    readonly height: number;
    readonly plot: {
      readonly left: number;
      readonly top: number;
      readonly width: number;
      readonly height: number;
    };
    readonly xTicks: readonly Tick[];
    readonly yTicks: readonly Tick[];
  };
  readonly names: { readonly x: string; readonly y: string };
  /** Between the plot and the name above it: more where curves run along its top. */
  readonly nameGapPx?: number;
}

/** The grid of a plane of two quantities, with its numbers and the names of both. */
export function PlotGrid({ layout, names, nameGapPx = 9 }: Props) {
  const { plot, xTicks, yTicks } = layout;
  const bottom = plot.top + plot.height;
  return (
    <g aria-hidden="true" className={styles.plane}>
      {xTicks.map(({ at, label }) => (
        <g key={at}>
          <line x1={at} x2={at} y1={plot.top} y2={bottom} className={styles.grid} />
          <text x={at} y={bottom} dy="1.2em" textAnchor="middle" className={styles.tick}>
            {label}
          </text>
        </g>
      ))}
      {yTicks.map(({ at, label }) => (
        <g key={at}>
          <line x1={plot.left} x2={plot.left + plot.width} y1={at} y2={at} className={styles.grid} />
          <text x={plot.left - 6} y={at} dy="0.35em" textAnchor="end" className={styles.tick}>
            {label}
          </text>
        </g>
      ))}
      <path d={`M${plot.left} ${plot.top}V${bottom}H${plot.left + plot.width}`} className={styles.axis} />
      <text x={2} y={plot.top - nameGapPx} className={styles.name}>
        ↑ {names.y}
      </text>
      <text x={plot.left} y={layout.height - 9} className={styles.name}>
        {names.x} →
      </text>
    </g>
  );
}
