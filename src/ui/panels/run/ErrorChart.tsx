import { useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { ChartTooltip } from '../../charts/ChartTooltip';
import { PlotGrid } from '../../charts/PlotGrid';
import { moveFocus } from '../../charts/rovingFocus';
import { useSize } from '../../charts/useSize';
import { useTooltip } from '../../charts/useTooltip';
import { formatPercent, formatSeconds } from '../../format';
import { bandShare, errorChartLayout, type ErrorPoint, type LaidErrorPoint } from './errorChartLayout';
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
  // Both points of a cell choose it; the one that did is the one that is selected.
  const [quantity, setQuantity] = useState<ErrorPoint['quantity']>('total');
  const layout = size.width === 0 ? null : errorChartLayout(points, size);
  const selected = keyOf({ id: chosen, quantity });
  const active = points.find((point) => keyOf(point) === tooltip.active?.key);
  const stop = Math.max(0, layout?.points.findIndex((point) => keyOf(point) === selected) ?? 0);
  const choose = (point: ErrorPoint) => {
    setQuantity(point.quantity);
    onChoose(point.id);
  };
  const onKeyDown = (event: KeyboardEvent, point: ErrorPoint) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      choose(point);
    } else {
      moveFocus(event, plot.current);
    }
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
          {layout.points.map((point, index) => {
            const key = keyOf(point);
            const handlers = tooltip.bind(key);
            return (
              <g
                key={key}
                role="option"
                aria-selected={key === selected}
                aria-label={`${titleOf(point)}. ${linesOf(point).join('. ')}`}
                tabIndex={index === stop ? 0 : -1}
                data-mark={key}
                data-counts={point.counts}
                className={styles.point}
                onKeyDown={(event) => onKeyDown(event, point)}
                {...handlers}
                onClick={(event: MouseEvent) => {
                  handlers.onClick(event);
                  choose(point);
                }}
              >
                <Mark point={point} />
              </g>
            );
          })}
        </svg>
      )}
      {tooltip.active !== null && active !== undefined && (
        <ChartTooltip anchor={tooltip.active.anchor} title={titleOf(active)} lines={linesOf(active)} />
      )}
    </div>
  );
}

const keyOf = ({ id, quantity }: Pick<ErrorPoint, 'id' | 'quantity'>): string => `${id} ${quantity}`;

const titleOf = ({ quantity, name }: ErrorPoint): string =>
  `${quantity === 'total' ? 'Total' : 'Computing alone'}, ${name}`;

function Mark({ point: { x, y, quantity } }: { readonly point: LaidErrorPoint }) {
  return (
    <>
      <circle cx={x} cy={y} r={12} className={styles.target} />
      {quantity === 'total' ? (
        <circle cx={x} cy={y} r={4.5} className={styles.totalMark} />
      ) : (
        <path d={`M${x} ${y - 5}l5.500 9h-11z`} className={styles.computeMark} />
      )}
    </>
  );
}

function linesOf({ predictedS, executedS, counts }: ErrorPoint): string[] {
  return [
    `Predicted ${formatSeconds(predictedS)}, executed ${formatSeconds(executedS)}`,
    `Predicted / executed − 1 = ${formatPercent(predictedS / executedS - 1)}`,
    ...(counts ? [] : ['Not counted: the link takes more than half of the total']),
  ];
}
