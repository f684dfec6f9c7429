import { useEffect } from 'react';
import type { Workload } from '../../../core/scenario/types';
import { weightsOf } from '../../../state/weightsOf';
import { useApp } from '../../../state/useStore';
import styles from './Model.module.css';

/** Says so where a scenario runs somebody's model whose file is not in this browser. */
export function MissingWeights({ workload }: { readonly workload: Workload }) {
  const models = useApp((state) => state.models);
  const loadModels = useApp((state) => state.loadModels);
  const weights = weightsOf(models, workload);
  useEffect(() => {
    if (weights === 'unknown') void loadModels();
  }, [weights, loadModels]);
  if (weights !== 'missing' || workload.kind !== 'imported') return null;
  return (
    <p className={styles.missing} role="note">
      <strong>The weights of {workload.name} are not in this browser.</strong> Drop the same file to measure
      or run it. Its structure is in the scenario, so everything else works.
    </p>
  );
}
