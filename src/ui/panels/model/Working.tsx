import { Button } from '../../primitives/Button';
import styles from './Model.module.css';

interface Props {
  readonly label: string;
  /** 0..1; null while unknown. */
  readonly fraction: number | null;
  readonly onCancel: () => void;
}

/** A bar, what is being done, and the way out. */
export function Working({ label, fraction, onCancel }: Props) {
  return (
    <div className={styles.stack}>
      <progress
        className={styles.progress}
        max={1}
        aria-label={label}
        {...(fraction === null ? {} : { value: fraction })}
      />
      <div className={styles.actions}>
        <span role="status">{label}…</span>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </div>
  );
}
