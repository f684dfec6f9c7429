import { Button } from '../../primitives/Button';
import { Progress } from '../../primitives/Progress';
import styles from './Model.module.css';

interface Props {
  /** What is being done: read aloud when it changes. */
  readonly label: string;
  /** How far it is, where that can be counted: seen, not read aloud at every step. */
  readonly detail?: string;
  /** 0..1; null while unknown. */
  readonly fraction: number | null;
  readonly onCancel: () => void;
}

/** A bar, what is being done, and the way out. */
export function Working({ label, detail, fraction, onCancel }: Props) {
  return (
    <div className={styles.stack}>
      <Progress value={fraction} label={label} />
      <div className={styles.actions}>
        <span role="status">{label}…</span>
        {detail !== undefined && <span className={styles.small}>{detail}</span>}
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </div>
  );
}
