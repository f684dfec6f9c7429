import { useApp } from '../../state/useStore';
import { describeWorkerFailure } from '../errors/describe';
import { Button } from '../primitives/Button';
import styles from './SolverBanner.module.css';

/** Shown when the solver's worker is gone: what still works, and Retry. */
export function SolverBanner() {
  const failure = useApp((state) => (state.run.status === 'failed' ? state.run.failure : null));
  const retry = useApp((state) => state.retry);
  if (failure === null) return null;
  const { title, action } = describeWorkerFailure(failure);
  return (
    <div role="alert" className={styles.banner}>
      <p>
        <strong>{title}</strong> {action}
      </p>
      <Button onClick={retry}>Retry</Button>
    </div>
  );
}
