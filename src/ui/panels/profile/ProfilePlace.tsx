import { profileFor } from '../../../core/profile/profileFor';
import type { ProfilingState } from '../../../state/types';
import { useApp } from '../../../state/useStore';
import { useTools } from '../../../state/useTools';
import { describeProblem } from '../../errors/describe';
import { describeProfileFailure } from '../../errors/describeProfiling';
import { namesOf } from '../../errors/names';
import { Button } from '../../primitives/Button';
import { Section } from '../../primitives/Section';
import { WorkloadSummary } from '../inspector/WorkloadSummary';
import { BeforeStart } from './BeforeStart';
import styles from './Profile.module.css';
import { ProfileHistory } from './ProfileHistory';
import { ProfileResult } from './ProfileResult';
import { configurationText, measuredText } from './profileWords';
import { ProfilingProgress } from './ProfilingProgress';

/** Measures the scenario's model on this device, block by block. */
export function ProfilePlace() {
  const tools = useTools();
  const scenario = useApp((state) => state.scenario);
  const profiling = useApp((state) => state.profiling);
  const running = profiling.status === 'running';
  const source = scenario.nodes.find((node) => node.id === scenario.sourceId);
  const problem = source === undefined ? null : profileFor(scenario, source).problem;
  const mismatch = problem?.kind === 'profile-mismatch' ? describeProblem(problem, namesOf(scenario)) : null;
  return (
    <main id="main" tabIndex={-1} className={styles.place}>
      <div className={styles.column}>
        <h1>Profile this device</h1>
        <p role="status" className="visually-hidden">
          {announcement(profiling)}
        </p>
        <p className={styles.lead}>
          The model runs whole in this browser, and ONNX Runtime’s own profiler tells how long each block
          takes. The phone (UE) in Play then computes with these times.
        </p>
        <Section level={2} title="What is measured">
          <WorkloadSummary workload={scenario.workload} />
          {mismatch !== null && (
            <p className={styles.note} role="note">
              <strong>{mismatch.title}</strong> {mismatch.action}
            </p>
          )}
        </Section>
        {scenario.workload.kind === 'catalogue' ? (
          <Section level={2} title="Before it starts">
            <BeforeStart workload={scenario.workload} />
          </Section>
        ) : (
          <p className={styles.note}>
            A custom chain is numbers only: there is nothing to run. Choose a model of the catalogue to
            measure it.
          </p>
        )}
        <div className={styles.actions}>
          {running ? (
            <Button onClick={() => tools.run('cancel-profiling')}>Cancel</Button>
          ) : (
            <Button
              look={profiling.status === 'done' ? 'plain' : 'primary'}
              icon="device"
              disabled={scenario.workload.kind !== 'catalogue'}
              onClick={() => tools.run('start-profiling')}
            >
              {profiling.status === 'done' || mismatch !== null ? 'Measure again' : 'Start measuring'}
            </Button>
          )}
          <Button look="quiet" onClick={() => tools.run('go-play')}>
            Back to the network
          </Button>
        </div>
        {profiling.status === 'running' && <ProfilingProgress profiling={profiling} />}
        {profiling.status === 'failed' && <Failure failure={profiling.failure} />}
        {profiling.status === 'done' && <ProfileResult result={profiling} />}
        <ProfileHistory />
      </div>
    </main>
  );
}

/** Said aloud when the phase changes and when there is a result, not with every run. */
function announcement(profiling: ProfilingState): string {
  switch (profiling.status) {
    case 'idle':
    case 'failed':
      return '';
    case 'running':
      return configurationText(profiling);
    case 'done':
      return measuredText(profiling.kept);
  }
}

function Failure({ failure }: { readonly failure: Parameters<typeof describeProfileFailure>[0] }) {
  const { title, action } = describeProfileFailure(failure);
  return (
    <Section level={2} title="Not measured">
      <p role="alert" className={styles.trouble}>
        <strong>{title}</strong> {action}
      </p>
    </Section>
  );
}
