import { useId } from 'react';
import { HatchPattern } from './HatchPattern';
import styles from './NodeLegend.module.css';

/** What fills, hatching and lines of the layer strip mean. */
export function LayersLegend() {
  const hatch = useId();
  return (
    <ul className={styles.legend}>
      <li>
        <Swatch className={styles.idle} />
        runs elsewhere; ships more than the input
      </li>
      <li>
        <svg width="18" height="14" aria-hidden="true">
          <HatchPattern id={hatch} />
          <rect
            x="0.5"
            y="0.5"
            width="17"
            height="13"
            className={styles.swatch}
            style={{ fill: `url(#${hatch})` }}
          />
        </svg>
        sent; ships less than the input
      </li>
      <li>
        <svg width="24" height="14" aria-hidden="true">
          <line x1="0" x2="24" y1="7" y2="7" className={styles.input} />
        </svg>
        the input
      </li>
      <li>
        <svg width="24" height="14" aria-hidden="true">
          <line x1="0" x2="24" y1="7" y2="7" className={styles.own} />
        </svg>
        your split
      </li>
    </ul>
  );
}

function Swatch({ className }: { className: string | undefined }) {
  return (
    <svg width="18" height="14" aria-hidden="true">
      <rect x="0.5" y="0.5" width="17" height="13" className={className} />
    </svg>
  );
}
