import { colourValue, type NodeColour } from '../nodeColours';
import styles from './NodeLegend.module.css';
import { Swatch } from './Swatch';

interface Props {
  readonly nodes: readonly { readonly name: string; readonly colour: NodeColour }[];
}

/** Colours of the computing nodes in the order the blocks pass through them, and the hatching of transfers. */
export function NodeLegend({ nodes }: Props) {
  return (
    <ul className={styles.legend}>
      {nodes.map(({ name, colour }, index) => (
        <li key={index}>
          <Swatch fill={colourValue(colour)} />
          {name}
        </li>
      ))}
      <li>
        <Swatch fill="hatched" />
        sending
      </li>
    </ul>
  );
}
