import { strategyNames } from '../../explain/strategyNames';
import type { LaidLine } from './sweepLinesLayout';
import styles from './Sweep.module.css';

/** Which strategy each letter and dash stands for. */
export function StrategyLegend({ lines }: { readonly lines: readonly LaidLine[] }) {
  return (
    <ul className={styles.legend} aria-label="Strategies">
      {lines.map(({ strategy, letter, labelY }, index) => (
        <li key={strategy}>
          <svg width="34" height="10" aria-hidden="true">
            <line
              x1="0"
              x2="34"
              y1="5"
              y2="5"
              className={styles.line}
              data-strategy={strategy}
              data-dash={index % 7}
            />
          </svg>
          <strong>{letter}</strong> {strategyNames[strategy]}
          {labelY === null && ' (not possible)'}
        </li>
      ))}
    </ul>
  );
}
