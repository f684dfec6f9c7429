import { useSize } from '../../charts/useSize';
import { formatSeconds } from '../../format';
import { blockTimesLayout, type BlockTimeInput } from './blockTimesLayout';
import styles from './Profile.module.css';

interface Props {
  readonly times: readonly BlockTimeInput[];
  readonly label: string;
}

const height = 160;
/** Room for "0.25 ms" left of the bars, in characters. */
const axisChars = 8;

/** Time of each block as a bar, first block left; a whisker is the 95 % interval of its median. */
export function BlockTimesChart({ times, label }: Props) {
  const [ref, { width, textPx }] = useSize<HTMLDivElement>();
  const left = textPx * axisChars * 0.62;
  const { bars, ticks } = blockTimesLayout(times, Math.max(0, width - left), height);
  return (
    <div ref={ref} className={styles.chart}>
      <svg width={width} height={height + textPx * 1.6} role="img" aria-label={label}>
        <g transform={`translate(${left},${textPx * 0.6})`}>
          {ticks.map(({ valueS, y }) => (
            <g key={valueS}>
              <line x1={0} x2={Math.max(0, width - left)} y1={y} y2={y} className={styles.gridLine} />
              <text x={-6} y={y} dy="0.32em" textAnchor="end" fontSize={textPx} className={styles.axisText}>
                {formatSeconds(valueS)}
              </text>
            </g>
          ))}
          {bars.map((bar) => (
            <g key={bar.block}>
              <rect
                x={bar.x}
                y={bar.y}
                width={bar.width}
                height={bar.height}
                className={bar.below ? styles.barBelow : styles.bar}
              />
              {bar.whisker !== null && (
                <line
                  x1={bar.x + bar.width / 2}
                  x2={bar.x + bar.width / 2}
                  y1={bar.whisker[0]}
                  y2={bar.whisker[1]}
                  className={styles.whisker}
                />
              )}
            </g>
          ))}
        </g>
      </svg>
    </div>
  );
}
