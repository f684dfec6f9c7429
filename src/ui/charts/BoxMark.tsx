import styles from './BoxMark.module.css';

/** Places on the axis of values [px]. */
export interface BoxMarks {
  readonly p5: number;
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
  readonly p95: number;
  readonly worst?: number;
}

interface Props {
  readonly marks: BoxMarks;
  /** Its upper edge [px]. */
  readonly y: number;
  readonly height: number;
  /** Stronger than the others. */
  readonly isMain?: boolean;
}

/** A box lying along its values: quartiles and median, whiskers from 5 to 95 %, a dot for the worst where it is known. */
export function BoxMark({ marks, y, height, isMain = false }: Props) {
  const { p5, lower, median, upper, p95, worst } = marks;
  const middle = y + height / 2;
  return (
    <>
      <path
        d={`M${p5} ${middle}H${lower}M${upper} ${middle}H${p95}M${p5} ${y + 3}v${height - 6}M${p95} ${y + 3}v${height - 6}`}
        className={styles.whisker}
      />
      <rect
        x={lower}
        y={y}
        width={Math.max(1, upper - lower)}
        height={height}
        className={styles.box}
        data-main={isMain}
      />
      <path d={`M${median} ${y}v${height}`} className={styles.median} />
      {worst !== undefined && <circle cx={worst} cy={middle} r="3" className={styles.worst} />}
    </>
  );
}
