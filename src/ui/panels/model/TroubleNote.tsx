import type { ReactNode } from 'react';
import { describeModelTrouble, type ModelTrouble } from '../../errors/describeModel';
import styles from './Model.module.css';

interface Props {
  readonly trouble: ModelTrouble;
  /** The file it is about. */
  readonly name?: string;
  readonly children?: ReactNode;
}

/** What went wrong with a model and what to do, read aloud when it appears. */
export function TroubleNote({ trouble, name = '', children }: Props) {
  const { title, action } = describeModelTrouble(trouble);
  return (
    <div role="alert" className={styles.trouble}>
      <p>
        {name !== '' && `${name}: `}
        <strong>{title}</strong> {action}
      </p>
      {children !== undefined && <div className={styles.actions}>{children}</div>}
    </div>
  );
}
