import { Swatch } from '../../charts/Swatch';
import { colourValue } from '../../nodeColours';
import { criterionTexts } from './criterionTexts';
import { shapeOf } from './paretoChartLayout';
import type { ParetoAxes, ParetoView } from './paretoView';
import styles from './ParetoLegend.module.css';

const counts = ['', 'one node computes', 'two nodes', 'three nodes', 'four or more'] as const;

interface Props {
  readonly view: ParetoView;
  readonly axes: ParetoAxes;
  readonly withStrategies: boolean;
  readonly onStrategies: (shown: boolean) => void;
}

/** Hue: where the plan ends; shape: how many nodes compute; ring: what a method answers. */
export function ParetoLegend({ view, axes, withStrategies, onStrategies }: Props) {
  return (
    <ul className={styles.legend}>
      {view.legend.map(({ name, colour }, index) => (
        <li key={index}>
          <Swatch fill={colourValue(colour)} />
          {index === 0 ? `last block on ${name}` : name}
        </li>
      ))}
      {view.shapes.map((nodes) => (
        <li key={nodes}>
          <svg width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true" className={styles.key}>
            <path d={shapeOf(nodes, 6)} style={{ fill: 'var(--surface)' }} />
          </svg>
          {counts[nodes]}
        </li>
      ))}
      {view.points.some(({ isOver }) => isOver) && (
        <li>
          <svg width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true" className={styles.key}>
            <path d={shapeOf(1, 6)} className={styles.keyOver} style={{ fill: 'var(--surface)' }} />
          </svg>
          breaks a limit
        </li>
      )}
      <li>
        <label className={styles.toggle}>
          <input
            type="checkbox"
            checked={withStrategies}
            onChange={(event) => onStrategies(event.target.checked)}
          />
          <svg width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true" className={styles.faint}>
            <path d={shapeOf(1, 6)} />
          </svg>
          usual strategies that some plan beats
        </label>
      </li>
      <li>
        <svg width="18" height="18" viewBox="-9 -9 18 18" aria-hidden="true" className={styles.key}>
          <circle r="8" className={styles.keyRing} />
        </svg>
        answer of a method
      </li>
      {axes.third !== null && <li>Area: {criterionTexts[axes.third].phrase}, larger = more</li>}
    </ul>
  );
}
