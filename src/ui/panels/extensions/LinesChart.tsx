import { useRef } from 'react';
import { ChartTooltip } from '../../charts/ChartTooltip';
import { moveFocus } from '../../charts/rovingFocus';
import { useSize } from '../../charts/useSize';
import { useTooltip } from '../../charts/useTooltip';
import styles from './StudyCharts.module.css';
import { linesChartLayout, type LinesData, type LinesLayout } from './linesChartLayout';

interface Props {
  readonly label: string;
  readonly data: LinesData;
  /** Title and lines of a mark's tooltip. */
  readonly describe: (id: string) => { readonly title: string; readonly lines: readonly string[] };
}

/** Lines that differ by dash as well as colour. One tab stop; the arrow keys go through the marks. */
export function LinesChart({ label, data, describe }: Props) {
  const [ref, size] = useSize<HTMLDivElement>();
  const plot = useRef<SVGSVGElement>(null);
  const tooltip = useTooltip<string>();
  const layout = size.width === 0 ? null : linesChartLayout(data, size);
  const active = data.marks.some(({ id }) => id === tooltip.active?.key) ? tooltip.active : null;
  return (
    <div ref={ref} className={styles.chart}>
      {layout !== null && (
        <svg
          ref={plot}
          data-chart-part
          role="list"
          aria-label={label}
          width={layout.width}
          height={layout.height}
          className={styles.plot}
        >
          <Grid data={data} layout={layout} />
          {layout.paths.map(({ id, d }, index) => (
            <path key={id} d={d} className={styles.line} data-series={index} aria-hidden="true" />
          ))}
          {layout.marks.map(({ id, x, y }, index) => {
            const { title, lines } = describe(id);
            return (
              <g
                key={id}
                role="listitem"
                aria-label={[title, ...lines].join('. ')}
                tabIndex={index === 0 ? 0 : -1}
                data-mark={id}
                className={styles.mark}
                onKeyDown={(event) => moveFocus(event, plot.current)}
                {...tooltip.bind(id)}
              >
                <circle cx={x} cy={y} r={14} className={styles.target} data-export="no" />
                <circle cx={x} cy={y} r={4.5} className={styles.dot} />
              </g>
            );
          })}
        </svg>
      )}
      <ul className={styles.legend}>
        {data.series.map(({ id, name }, index) => (
          <li key={id}>
            <svg width="30" height="14" aria-hidden="true">
              <path d="M1 7H29" className={styles.line} data-series={index} />
            </svg>
            {name}
          </li>
        ))}
      </ul>
      {active !== null && <ChartTooltip anchor={active.anchor} {...describe(active.key)} />}
    </div>
  );
}

function Grid({ data, layout }: { readonly data: LinesData; readonly layout: LinesLayout }) {
  const { left, top, width, height } = layout.plot;
  return (
    <g aria-hidden="true">
      {layout.yTicks.map(({ at, label }) => (
        <g key={label}>
          <line x1={left} x2={left + width} y1={at} y2={at} className={styles.grid} />
          <text x={left - 6} y={at} dy="0.35em" textAnchor="end" className={styles.tick}>
            {label}
          </text>
        </g>
      ))}
      {layout.xTicks.map(({ at, label }) => (
        <g key={label}>
          <line x1={at} x2={at} y1={top} y2={top + height} className={styles.grid} />
          <text x={at} y={top + height} dy="1.3em" textAnchor="middle" className={styles.tick}>
            {label}
          </text>
        </g>
      ))}
      <text x={0} y={top} dy="-0.9em" className={styles.axisName}>
        {data.y.name}
      </text>
      <text x={left + width} y={top + height} dy="2.7em" textAnchor="end" className={styles.axisName}>
        {data.x.name}
      </text>
      {layout.cursor !== null && (
        <>
          <line
            x1={layout.cursor.x}
            x2={layout.cursor.x}
            y1={top}
            y2={top + height}
            className={styles.reference}
          />
          <text
            x={layout.cursor.labelX}
            y={top}
            dy="1em"
            textAnchor={layout.cursor.anchor}
            className={styles.cursorName}
          >
            {data.cursor?.name}
          </text>
        </>
      )}
    </g>
  );
}
