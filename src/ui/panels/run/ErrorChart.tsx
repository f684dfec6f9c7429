import { useRef, type KeyboardEvent } from 'react';
import { ChartTooltip } from '../../charts/ChartTooltip';
import { PlotGrid } from '../../charts/PlotGrid';
import { useSize } from '../../charts/useSize';
import { useTooltip } from '../../charts/useTooltip';
import { formatPercent, formatSeconds } from '../../format';
import { bandShare, errorChartLayout, type ErrorPoint } from './errorChartLayout';
import styles from './Run.module.css';

interface Props {
  readonly label: string;
  readonly points: readonly ErrorPoint[];
  /** Key of the cell that is shown part by part. */
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

/** Executed over predicted, both logarithmic: on the diagonal the prediction is right. A point chooses its cell. */
export function ErrorChart({ label, points, chosen, onChoose }: Props) {
  const [ref, size] = useSize<HTMLDivElement>();
  const plot = useRef<SVGSVGElement>(null);
  const tooltip = useTooltip<string>();
  const layout = size.width === 0 ? null : errorChartLayout(points, size);
  const keyOf = ({ id, quantity }: ErrorPoint): string => `${id} ${quantity}`;
  const active = points.find((point) => keyOf(point) === tooltip.active?.key);
  const stop = Math.max(0, layout?.points.findIndex(({ id }) => id === chosen) ?? 0);
  const onKeyDown = (event: KeyboardEvent, index: number, id: string) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onChoose(id);
      return;
    }
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    plot.current?.querySelectorAll<SVGGElement>('[data-point]')[index + step]?.focus();
  };
  return (
    <div ref={ref} className={styles.chart}>
      <p className={styles.key} aria-hidden="true">
        <span className={styles.keyItem}>
          <svg width="14" height="12">
            <circle cx="7" cy="6" r="4.5" className={styles.totalMark} />
          </svg>
          total
        </span>
        <span className={styles.keyItem}>
          <svg width="14" height="12">
            <path d="M7 1l5.500 9h-11z" className={styles.computeMark} />
          </svg>
          computing alone
        </span>
        <span>faint: the link takes more than half; band: within {formatPercent(bandShare)}</span>
      </p>
      {layout !== null && (
        <svg
          ref={plot}
          data-chart-part
          role="listbox"
          aria-label={label}
          width={layout.width}
          height={layout.height}
          className={styles.plot}
        >
          <path aria-hidden="true" d={layout.band} className={styles.band} />
          <PlotGrid layout={layout} names={{ x: 'predicted', y: 'executed' }} />
          <path aria-hidden="true" d={layout.diagonal} className={styles.diagonal} />
          {layout.points.map((point, index) => (
            <g
              key={keyOf(point)}
              role="option"
              aria-selected={point.id === chosen}
              aria-label={`${point.quantity === 'total' ? 'Total' : 'Computing alone'}, ${point.name}. ${linesOf(point).join('. ')}`}
              tabIndex={index === stop ? 0 : -1}
              data-point={keyOf(point)}
              data-counts={point.counts}
              className={styles.point}
              onKeyDown={(event) => onKeyDown(event, index, point.id)}
              {...tooltip.bind(keyOf(point))}
              onClick={() => onChoose(point.id)}
            >
              <circle cx={point.x} cy={point.y} r={12} className={styles.target} />
              {point.quantity === 'total' ? (
                <circle cx={point.x} cy={point.y} r={4.5} className={styles.totalMark} />
              ) : (
                <path d={`M${point.x} ${point.y - 5}l5.500 9h-11z`} className={styles.computeMark} />
              )}
            </g>
          ))}
        </svg>
      )}
      {tooltip.active !== null && active !== undefined && (
        <ChartTooltip
          anchor={tooltip.active.anchor}
          title={`${active.quantity === 'total' ? 'Total' : 'Computing alone'}, ${active.name}`}
          lines={linesOf(active)}
        />
      )}
    </div>
  );
}

function linesOf({ predictedS, executedS, counts }: ErrorPoint): string[] {
  return [
    `Predicted ${formatSeconds(predictedS)}, executed ${formatSeconds(executedS)}`,
    `Predicted / executed − 1 = ${formatPercent(predictedS / executedS - 1)}`,
    ...(counts ? [] : ['Not counted: the link takes more than half of the total']),
  ];
}
