import { useId } from 'react';
import type { Shading } from './operatorLooks';
import styles from './Operators.module.css';

interface Props {
  readonly shading: Shading;
  readonly nodeNames: readonly string[];
  readonly onShading: (shading: Shading) => void;
}

/** What the colour of a box says. */
export function ShadingSelect({ shading, nodeNames, onShading }: Props) {
  const id = useId();
  const choose = (value: string) => onShading(value === 'node' || value === 'time' ? value : Number(value));
  return (
    <div className={styles.option}>
      <label htmlFor={id}>Colour</label>
      <select id={id} value={shading} onChange={(event) => choose(event.target.value)}>
        <option value="node">Node that runs it</option>
        <option value="time">Time on the node that runs it</option>
        {nodeNames.map((name, label) => (
          <option key={label} value={label}>
            Time on {name}
          </option>
        ))}
      </select>
    </div>
  );
}
