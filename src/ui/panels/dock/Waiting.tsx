import { useApp } from '../../../state/useStore';
import styles from './Dock.module.css';

/** Before the first answer, or when there is none because the solver is gone: the banner says why, and has Retry. */
export function Waiting() {
  const failed = useApp((state) => state.run.status === 'failed');
  return (
    <p className={styles.soft}>
      {failed ? 'Nothing to show: the solver stopped before its first answer.' : 'Solving the scenario.'}
    </p>
  );
}
