import { useApp } from '../../../state/useStore';
import { describeWorkerFailure } from '../../errors/describe';
import { Button } from '../../primitives/Button';
import styles from './Dock.module.css';

/** Before the first answer, or when there is none because the solver is gone. */
export function Waiting() {
  const run = useApp((state) => state.run);
  const retry = useApp((state) => state.retry);
  if (run.status !== 'failed') return <p className={styles.soft}>Solving the scenario.</p>;
  const { title, action } = describeWorkerFailure(run.failure);
  return (
    <div role="alert" className={styles.verdict}>
      <p>
        <strong>{title}</strong> {action}
      </p>
      <Button onClick={retry}>Retry</Button>
    </div>
  );
}
