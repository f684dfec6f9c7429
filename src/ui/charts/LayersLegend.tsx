import styles from './NodeLegend.module.css';
import { Swatch } from './Swatch';

/** What fills, hatching and lines of the layer strip mean. */
export function LayersLegend() {
  return (
    <ul className={styles.legend}>
      <li>
        <Swatch fill="empty" />
        runs elsewhere; ships more than the input
      </li>
      <li>
        <Swatch fill="hatched" />
        sent; ships less than the input
      </li>
      <li>
        <Line className={styles.input} />
        the input
      </li>
      <li>
        <Line className={styles.own} />
        your split
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
