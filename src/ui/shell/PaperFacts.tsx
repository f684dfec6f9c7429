import { useApp } from '../../state/useStore';
import { ProblemList } from '../panels/inspector/ProblemList';
import { ProvenanceList } from '../panels/inspector/ProvenanceList';
import { WorkloadSummary } from '../panels/inspector/WorkloadSummary';
import { Section } from '../primitives/Section';
import styles from './PaperFacts.module.css';
import { usePrinting } from './usePrinting';

/** On paper, in place of everything that can be changed: what runs, where the times come from, and the notes. */
export function PaperFacts() {
  const printing = usePrinting();
  const { workload, notes, seed } = useApp((state) => state.scenario);
  if (!printing) return null;
  return (
    <section aria-label="About this scenario" className={styles.facts}>
      <ProblemList level={2} />
      <Section level={2} title="What runs">
        <WorkloadSummary workload={workload} />
      </Section>
      <ProvenanceList level={2} />
      {notes !== '' && (
        <Section level={2} title="Notes">
          <p className={styles.notes}>{notes}</p>
          <p>Seed {seed}</p>
        </Section>
      )}
    </section>
  );
}
