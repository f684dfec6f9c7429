import { useEffect } from 'react';
import type { Workload } from '../../../core/scenario/types';
import { useApp } from '../../../state/useStore';
import { KeptFocus } from '../../primitives/KeptFocus';
import { FactList } from './FactList';
import { MissingWeights } from './MissingWeights';
import { ModelDrop } from './ModelDrop';
import styles from './Model.module.css';
import { kindsOf, kindsSentence, runningFacts } from './modelWords';
import { OpeningView } from './OpeningView';
import { SampleList } from './SampleList';
import { StoredList } from './StoredList';
import { TakeBack } from './TakeBack';

/** The visitor's own model: what runs now if it is one, and the ways to open another. */
export function ModelPanel({ workload }: { readonly workload: Workload }) {
  const opening = useApp((state) => state.models.opening);
  const opened = useApp((state) => state.models.opened);
  const imported = workload.kind === 'imported' ? workload : null;
  return (
    <KeptFocus className={styles.stack}>
      {imported !== null && (
        <section className={styles.stack} aria-label={`What runs: ${imported.name}`}>
          <h3>{imported.name}</h3>
          <MissingWeights workload={imported} />
          <FactList
            facts={runningFacts(imported.graph, opened?.fingerprint === imported.fingerprint ? opened : null)}
          />
          <p className={styles.small}>Operators: {kindsSentence(kindsOf(imported.graph))}.</p>
        </section>
      )}
      <OpeningView />
      {(opening.status === 'none' || opening.status === 'failed') &&
        (imported === null ? (
          <OpenAnother />
        ) : (
          <details className={styles.tools} open={opening.status === 'failed'}>
            <summary>Open another model</summary>
            <OpenAnother />
          </details>
        ))}
    </KeptFocus>
  );
}

/** Every way to a model: a file, one opened before, one that comes with the page. */
function OpenAnother() {
  const stored = useApp((state) => state.models.stored);
  const loadModels = useApp((state) => state.loadModels);
  useEffect(() => void loadModels(), [loadModels]);
  return (
    <KeptFocus className={styles.toolBody}>
      <ModelDrop />
      {stored !== null && stored.length > 0 && <StoredList stored={stored} />}
      <TakeBack />
      <SampleList />
    </KeptFocus>
  );
}
