import { Swatch } from '../../charts/Swatch';
import { colourValue, type NodeColour } from '../../nodeColours';
import { formatSeconds } from '../../format';
import { heatSteps, type HeatScale } from './heatScale';
import { nodeLetter } from './operatorLooks';
import legend from '../../charts/NodeLegend.module.css';
import styles from './Operators.module.css';

interface Props {
  readonly nodeNames: readonly string[];
  readonly colours: readonly NodeColour[];
  /** null: boxes have the colour of their node. */
  readonly scale: HeatScale | null;
}

/** Letters and colours of the nodes, the hatching of what is sent, and the shades of a heat map. */
export function OperatorLegend({ nodeNames, colours, scale }: Props) {
  return (
    <ul className={legend.legend}>
      {nodeNames.map((name, label) => (
        <li key={label}>
          <Swatch fill={colourValue(colours[label] ?? 'other')} />
          <span>
            <strong>{nodeLetter(label)}</strong> {name}
          </span>
        </li>
      ))}
      <li>
        <Swatch fill="hatched" />
        sent to another node
      </li>
      {scale !== null && scale.edges.length > 0 && (
        <li>
          <span>{formatSeconds(scale.edges[0]!)}</span>
          <span className={styles.ramp} aria-hidden="true">
            {Array.from({ length: heatSteps }, (_, step) => (
              <span key={step} style={{ background: `var(--heat-${step})` }} />
            ))}
          </span>
          <span>{formatSeconds(scale.edges.at(-1)!)}, log scale</span>
        </li>
      )}
    </ul>
  );
}
