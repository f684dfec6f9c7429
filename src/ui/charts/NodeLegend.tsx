import { useId } from 'react';
import { colourValue, type NodeColour } from '../nodeColours';
import { HatchPattern } from './HatchPattern';
import styles from './NodeLegend.module.css';

interface Props {
  readonly nodes: readonly { readonly name: string; readonly colour: NodeColour }[];
}

/** Colours of the computing nodes in the order the blocks pass through them, and the hatching of transfers. */
export function NodeLegend({ nodes }: Props) {
  const hatch = useId();
  return (
    <ul className={styles.legend}>
      {nodes.map(({ name, colour }, index) => (
        <li key={index}>
          <svg width="18" height="14" aria-hidden="true">
            <rect
              x="0.5"
              y="0.5"
              width="17"
              height="13"
              className={styles.swatch}
              style={{ fill: colourValue(colour) }}
            />
          </svg>
          {name}
        </li>
      ))}
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
        sending
      </li>
    </ul>
  );
}
