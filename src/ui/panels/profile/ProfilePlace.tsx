import { useDeferredValue, useEffect } from 'react';
import { profileFor } from '../../../core/profile/profileFor';
import { busyWith } from '../../../state/busy';
import { defaultConfigurations } from '../../../state/configurations';
import { isRunnable } from '../../../state/profilingSlice';
import { useApp } from '../../../state/useStore';
import { useTools } from '../../../state/useTools';
import { describeProblem } from '../../errors/describe';
import { namesOf } from '../../errors/names';
import { BusyNote } from '../../explain/BusyNote';
import { Button } from '../../primitives/Button';
import { Note } from '../../primitives/Note';
import { Section } from '../../primitives/Section';
import { WorkloadSummary } from '../inspector/WorkloadSummary';
import { ConfigurationChooser } from './ConfigurationChooser';
import { DeviceCard } from './DeviceCard';
import { ImportPanel } from './ImportPanel';
import { MatrixProgress } from './MatrixProgress';
import { MatrixResult } from './MatrixResult';
import styles from './Profile.module.css';
import { ProfileHistory } from './ProfileHistory';
import { announcement } from './profileWords';

/** Measures the scenario's model on this device, block by block, in every way the browser can run it. */
export function ProfilePlace() {
  const tools = useTools();
  const scenario = useApp((state) => state.scenario);
  const busy = useApp(busyWith);
  const profiling = useApp((state) => state.profiling);
  // Its charts take longer to lay out than Cancel may take to be seen.
  const result = useDeferredValue(profiling.status === 'done' ? profiling : null);
  const gpu = useApp((state) => state.gpu);
  const findGpu = useApp((state) => state.findGpu);
  const chosen = useApp((state) => state.chosenConfigurations);
  // Asking wakes the GPU's driver: only who comes here wants to know.
  useEffect(() => void findGpu(), [findGpu]);
  const running = profiling.status === 'running';
  const { workload } = scenario;
  const count = (chosen ?? defaultConfigurations(tools.facts, gpu)).length;
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
        <DeviceCard />
        <Section level={2} title="What is measured">
          <WorkloadSummary workload={workload} />
          {mismatch !== null && (
            <Note role="note">
              <strong>{mismatch.title}</strong> {mismatch.action}
            </Note>
          )}
          {isRunnable(workload) ? (
            <ConfigurationChooser workload={workload} disabled={running} />
          ) : (
            <Note>
              A custom chain is numbers only: there is nothing to run. Choose a model of the catalogue, or
              your own ONNX file, to measure it.
            </Note>
          )}
        </Section>
        <BusyNote own="profiling" />
        <div className={styles.actions}>
          {running ? (
            <Button onClick={() => tools.run('cancel-profiling')}>Cancel</Button>
          ) : (
            <Button
              look={profiling.status === 'done' ? 'plain' : 'primary'}
              icon="device"
              disabled={!isRunnable(workload) || count === 0 || busy !== null}
              onClick={() => tools.run('start-profiling')}
            >
              {profiling.status === 'done' || mismatch !== null ? 'Measure again' : 'Measure'}
            </Button>
          )}
          <Button look="quiet" onClick={() => tools.run('go-play')}>
            Back to the network
          </Button>
        </div>
        {profiling.status === 'running' && <MatrixProgress profiling={profiling} />}
        {profiling.status === 'no-files' && <NoFiles modelName={profiling.modelName} />}
        {profiling.status === 'done' && result !== null && <MatrixResult result={result} />}
        <ProfileHistory />
        <ImportPanel />
      </div>
    </main>
  );
}

function NoFiles({ modelName }: { readonly modelName: string }) {
  return (
    <Note tone="error" role="alert">
      <strong>The file of {modelName} is not in this browser.</strong> A link or a scenario file carries a
      model’s structure, never its weights. Drop the .onnx file on the page again, then measure.
    </Note>
  );
}
