import { useId } from 'react';
import { RegionPattern, type Stripe } from './RegionPattern';
import styles from './Sweep.module.css';

interface LegendEntry {
  readonly region: number;
  readonly name: string;
  readonly stripes: readonly Stripe[] | null;
}

interface Props {
  readonly entries: readonly LegendEntry[];
}

/** Which plan each number and filling stands for. */
export function RegionLegend({ entries }: Props) {
  const id = useId();
  return (
    <ul className={styles.legend} aria-label="Plans">
      {entries.map(({ region, name, stripes }) => (
        <li key={region}>
          <svg width="26" height="16" aria-hidden="true">
            <defs>
              <RegionPattern id={`${id}${region}`} stripes={stripes} />
            </defs>
            <rect
              x="0.5"
              y="0.5"
              width="25"
              height="15"
              className={styles.swatch}
              fill={`url(#${id}${region})`}
            />
          </svg>
          {region >= 0 && <strong>{region + 1}</strong>} {name}
        </li>
      ))}
    </ul>
  );
}
