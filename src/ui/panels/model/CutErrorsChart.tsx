import { useSize } from '../../charts/useSize';
import { formatError, type Cut } from './cutCheckWords';
import { cutErrorsLayout } from './cutErrorsLayout';
import styles from './Model.module.css';

interface Props {
  readonly cuts: readonly Cut[];
  /** Boundaries there are, checked or not. */
  readonly boundaries: number;
  /** Largest error that is none; null where the error is what is asked for. */
  readonly tolerated: number | null;
  readonly label: string;
}

const height = 150;
/** Room for "10⁻⁹" left of the marks, in characters. */
const axisChars = 7;

/** Relative error of each cut, first boundary left; an open mark on the floor is a cut without any difference. */
export function CutErrorsChart({ cuts, boundaries, tolerated, label }: Props) {
  const [ref, { width, textPx }] = useSize<HTMLDivElement>();
  const left = textPx * axisChars * 0.6;
  const inner = Math.max(0, width - left - 8);
  const { marks, ticks, limitY, floorY } = cutErrorsLayout(cuts, boundaries, tolerated, inner, height);
  const top = textPx * 2.2;
  return (
    <div ref={ref} className={styles.chart}>
      <svg width={width} height={top + height + textPx * 2.2} role="img" aria-label={label}>
        <g transform={`translate(${left},${top})`}>
          <text x={-left} y={-textPx * 1.2} fontSize={textPx} className={styles.axisText}>
            largest difference / largest output
          </text>
          {ticks.map(({ power, y }) => (
            <g key={power}>
              <line x1={0} x2={inner} y1={y} y2={y} className={styles.gridLine} />
              <text x={-6} y={y} dy="0.32em" textAnchor="end" fontSize={textPx} className={styles.axisText}>
                {powerText(10 ** power)}
              </text>
            </g>
          ))}
          <line x1={0} x2={inner} y1={floorY} y2={floorY} className={styles.gridLine} />
          <text x={-6} y={floorY} dy="0.32em" textAnchor="end" fontSize={textPx} className={styles.axisText}>
            none
          </text>
          {limitY !== null && tolerated !== null && (
            <>
              <line x1={0} x2={inner} y1={limitY} y2={limitY} className={styles.limitLine} />
              <text x={inner} y={limitY - 5} textAnchor="end" fontSize={textPx} className={styles.limitText}>
                tolerated: up to {powerText(tolerated)}
              </text>
            </>
          )}
          {marks.map(({ boundary, x, y, kind }) => (
            <circle key={boundary} cx={x} cy={y} r={kind === 'beyond' ? 5 : 3.5} className={styles[kind]}>
              <title>
                {`Cut after block ${boundary}: ${formatError(cuts.find((cut) => cut.boundary === boundary)?.relative ?? NaN)}`}
              </title>
            </circle>
          ))}
          <text
            x={inner / 2}
            y={height + textPx * 1.6}
            textAnchor="middle"
            fontSize={textPx}
            className={styles.axisText}
          >
            cut after block 1 to {boundaries}
          </text>
        </g>
      </svg>
    </div>
  );
}

/** "10⁻⁴", of a power of ten. */
function powerText(value: number): string {
  return formatError(value).replace('1.0 × ', '');
}
