import styles from './NodeLegend.module.css';
import { Swatch } from './Swatch';

interface Props {
  /** Whose blocks are filled, "Best split, two cuts"; null where that plan does not work. */
  readonly drawn: string | null;
  /** Whose cuts the line with the grips shows. */
  readonly line: string;
}

/** What fills, hatching and lines of the layer strip mean, and whose plans they belong to. */
export function LayersLegend({ drawn, line }: Props) {
  return (
    <ul className={styles.legend}>
      {drawn !== null && <li>Filled blocks, hatched transfers: {drawn}</li>}
      <li>
        <Line className={styles.own} />
        {line}
      </li>
      <li>
        <Swatch fill="hatched" />
        sent
      </li>
      <li>
        <Swatch fill="var(--border-strong)" />
        fewer bytes than the input
      </li>
      <li>
        <Swatch fill="empty" />
        as many or more; a block that runs elsewhere
      </li>
      <li>
        <Line className={styles.input} />
        the input
      </li>
    </ul>
  );
}

function Line({ className }: { className: string | undefined }) {
  return (
    <svg width="24" height="14" aria-hidden="true">
      <line x1="0" x2="24" y1="7" y2="7" className={className} />
    </svg>
  );
}
