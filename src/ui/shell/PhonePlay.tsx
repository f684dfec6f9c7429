import { NetworkStrip } from '../canvas/NetworkStrip';
import { ErrorBoundary } from '../errors/ErrorBoundary';
import { HeroSentence } from '../explain/HeroSentence';
import { LazyDock } from './LazyDock';
import { LazyPaperFacts } from './LazyPaperFacts';
import { GoalsSection } from '../panels/inspector/GoalsSection';
import { NotesSection } from '../panels/inspector/NotesSection';
import { ProblemList } from '../panels/inspector/ProblemList';
import { ProfileButton } from '../panels/inspector/ProfileButton';
import { ProvenanceList } from '../panels/inspector/ProvenanceList';
import { RouteSection } from '../panels/inspector/RouteSection';
import { WorkloadSummary } from '../panels/inspector/WorkloadSummary';
import { selectShown, useApp } from '../../state/useStore';
import { Section } from '../primitives/Section';
import styles from './PhonePlay.module.css';
import { SolverBanner } from './SolverBanner';

/** The same scenario on a phone: read, slide and measure; the drawing is edited on larger screens. */
export function PhonePlay() {
  const { workload } = useApp(selectShown);
  return (
    <main id="main" tabIndex={-1} className={styles.place}>
      <h1 className="visually-hidden">Splitscape: split a neural network over a 5G network</h1>
      <div className={styles.sentence}>
        <ErrorBoundary panel="The sentence">
          <HeroSentence />
        </ErrorBoundary>
      </div>
      <SolverBanner />
      <ErrorBoundary panel="The network">
        <NetworkStrip />
      </ErrorBoundary>
      <div className={styles.dock}>
        <h2 className="visually-hidden">Charts and tables</h2>
        <ErrorBoundary panel="The charts">
          <LazyDock />
        </ErrorBoundary>
      </div>
      <div className={styles.facts}>
        <ErrorBoundary panel="The model">
          <ProblemList level={2} />
          <Section level={2} title="What runs">
            <WorkloadSummary workload={workload} />
            <ProfileButton />
          </Section>
          <ProvenanceList level={2} folded />
          <RouteSection level={2} folded />
          <GoalsSection level={2} folded />
          <NotesSection level={2} folded />
        </ErrorBoundary>
      </div>
      <LazyPaperFacts />
    </main>
  );
}
