import { useId, useState } from 'react';
import { CollaborativeView } from './CollaborativeView';
import styles from './Extensions.module.css';
import { RecurrentView } from './RecurrentView';
import { TrainingView } from './TrainingView';

const segments = [
  { id: 'training', name: 'Training' },
  { id: 'recurrent', name: 'Recurrent' },
  { id: 'agents', name: 'Many agents' },
] as const;
type SegmentId = (typeof segments)[number]['id'];

/** What HiveMind splits beside one inference: training, recurrent networks, agents that learn together. */
export function ExtensionsPanel() {
  const [shown, setShown] = useState<SegmentId>('training');
  const name = useId();
  return (
    <div className={styles.panel}>
      <fieldset className={styles.segments}>
        <legend className="visually-hidden">What is split</legend>
        {segments.map((segment) => (
          <label key={segment.id} className={styles.segment}>
            <input
              type="radio"
              name={name}
              checked={segment.id === shown}
              onChange={() => setShown(segment.id)}
            />
            {segment.name}
          </label>
        ))}
      </fieldset>
      {shown === 'training' && <TrainingView />}
      {shown === 'recurrent' && <RecurrentView />}
      {shown === 'agents' && <CollaborativeView />}
    </div>
  );
}
