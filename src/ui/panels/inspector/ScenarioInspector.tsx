import { memo } from 'react';
import { useApp } from '../../../state/useStore';
import { Section } from '../../primitives/Section';
import { GoalsSection } from './GoalsSection';
import styles from './Inspector.module.css';
import { NotesSection } from './NotesSection';
import { ProblemList } from './ProblemList';
import { ProfileButton } from './ProfileButton';
import { ProvenanceList } from './ProvenanceList';
import { RouteSection } from './RouteSection';
import { WorkloadSummary } from './WorkloadSummary';

/** Reads the document, not the draft: it need not be drawn again while a capacity is dragged. */
export const ScenarioInspector = memo(function ScenarioInspector() {
  const workload = useApp((state) => state.scenario.workload);
  return (
    <>
      <h2 className={styles.title}>Scenario</h2>
      <ProblemList />
      <Section title="What runs">
        <WorkloadSummary workload={workload} />
        <ProfileButton />
      </Section>
      <RouteSection />
      <GoalsSection />
      <ProvenanceList />
      <NotesSection />
    </>
  );
});
