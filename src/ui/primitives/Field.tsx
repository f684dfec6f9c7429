import type { ReactNode } from 'react';
import styles from './Field.module.css';

interface Props {
  readonly label: string;
  /** Id of the control. */
  readonly htmlFor: string;
  /** The label stands above the control: for menus with long options. */
  readonly stacked?: boolean;
  readonly hint?: ReactNode;
  readonly hintId?: string;
  readonly children: ReactNode;
}

/** A labelled control with an optional explanation under it. */
export function Field({ label, htmlFor, stacked = false, hint, hintId, children }: Props) {
  return (
    <div className={`${styles.field} ${stacked ? styles.stacked : ''}`}>
      <label className={styles.label} htmlFor={htmlFor}>
        {label}
      </label>
      <div className={styles.control}>{children}</div>
      {hint !== undefined && (
        <p className={styles.hint} id={hintId}>
          {hint}
        </p>
      )}
    </div>
  );
}
