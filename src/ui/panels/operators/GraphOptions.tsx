import { useId } from 'react';
import type { GraphChoice } from '../../../core/studies/operatorsTypes';
import styles from './Operators.module.css';

interface Props {
  readonly graph: GraphChoice;
  readonly upstream: boolean;
  readonly modelName: string;
  readonly onGraph: (graph: GraphChoice) => void;
  readonly onUpstream: (upstream: boolean) => void;
}

const generated = {
  'resnet-152': 'ResNet-152 (generated)',
  'transformer-12': 'Transformer, 12 layers (generated)',
} as const;

/** Which graph is labelled, and which way tensors may go. */
export function GraphOptions({ graph, upstream, modelName, onGraph, onUpstream }: Props) {
  const id = useId();
  return (
    <div className={styles.options}>
      <div className={styles.option}>
        <label htmlFor={id}>Graph</label>
        <select id={id} value={graph} onChange={(event) => onGraph(event.target.value as GraphChoice)}>
          <option value="scenario">{`This scenario's model: ${modelName}`}</option>
          {Object.entries(generated).map(([choice, name]) => (
            <option key={choice} value={choice}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <label className={styles.check}>
        <input type="checkbox" checked={upstream} onChange={(event) => onUpstream(event.target.checked)} />
        Let tensors travel back towards the UE
      </label>
    </div>
  );
}
