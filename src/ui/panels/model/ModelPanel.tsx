import type { Workload } from '../../../core/scenario/types';
import { useApp } from '../../../state/useStore';
import { FactList } from './FactList';
import { MissingWeights } from './MissingWeights';
import { ModelDrop } from './ModelDrop';
import styles from './Model.module.css';
import { factsOf, graphFacts, kindsOf, kindsSentence } from './modelWords';
import { OpeningView } from './OpeningView';
import { SampleList } from './SampleList';
import { StoredList } from './StoredList';

/** The visitor's own model: what runs now if it is one, and the ways to open another. */
export function ModelPanel({ workload }: { readonly workload: Workload }) {
  const opening = useApp((state) => state.models.opening);
  const opened = useApp((state) => state.models.opened);
  const imported = workload.kind === 'imported' ? workload : null;
  const fromFile = imported !== null && opened?.fingerprint === imported.fingerprint ? factsOf(opened) : [];
  const said = new Set(['Operators', 'Parameters', 'Weights']);
  return (
    <div className={styles.stack}>
      {imported !== null && (
        <section className={styles.stack} aria-label={`What runs: ${imported.name}`}>
          <h3>{imported.name}</h3>
          <MissingWeights workload={imported} />
          <FactList
            facts={[...fromFile.filter(({ name }) => !said.has(name)), ...graphFacts(imported.graph)]}
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
    </div>
  );
}

/** Every way to a model: a file, one opened before, one that comes with the page. */
function OpenAnother() {
  return (
    <div className={styles.toolBody}>
      <ModelDrop />
      <StoredList />
      <SampleList />
    </div>
  );
}
