import { busyWith } from '../../../state/busy';
import type { SplitRun } from '../../../state/splitRunTypes';
import { useApp } from '../../../state/useStore';
import { useTools } from '../../../state/useTools';
import { describeSplitTrouble, type SplitTrouble } from '../../errors/describeSplit';
import { namesOf } from '../../errors/names';
import { BusyNote } from '../../explain/BusyNote';
import { Button } from '../../primitives/Button';
import { Note } from '../../primitives/Note';
import { Progress } from '../../primitives/Progress';
import { Section } from '../../primitives/Section';
import { Waiting } from '../dock/Waiting';
import { EdgePanel } from '../edge/EdgePanel';
import styles from './Run.module.css';
import { MissingWeights } from '../model/MissingWeights';
import { RunOptions } from './RunOptions';
import { RunReport } from './RunReport';
import { phaseTexts, predictorText, wholeText } from './runWords';
import { useShownReport } from './useShownReport';
import { usePrepared } from './useRunView';
import { WhatRuns } from './WhatRuns';

/** The shown plan, executed for real, and the prediction held against it; and the edge server that may run a part of it. */
export function RunPanel() {
  const isAbsent = useApp(({ edge }) => edge.status === 'absent' && !edge.isExpected);
  return (
    <div className={styles.run}>
      <RunSplit />
      <Section title="Edge server" folded={isAbsent}>
        <EdgePanel />
      </Section>
    </div>
  );
}

function RunSplit() {
  const tools = useTools();
  const prepared = usePrepared();
  const run = useApp((state) => state.splitRun.run);
  const busy = useApp(busyWith);
  const reportRef = useShownReport(run.status);
  if (prepared === null) return <Waiting />;
  if ('kind' in prepared) {
    return (
      <div className={styles.console}>
        <Trouble trouble={prepared} isEmptyState />
      </div>
    );
  }
  const names = namesOf(prepared.scenario);
  const isRunning = run.status === 'running';
  const isBusy = busy !== null;
  const report = run.status === 'idle' ? null : run.report;
  const whole = wholeText(prepared.plan, names);
  return (
    <div className={styles.console}>
      <div className={styles.panel} data-split-run={run.status}>
        <p className={styles.lead}>
          The plan that is drawn runs here: each part in a worker of its own, real tensors over links that
          deliver when the drawn ones would.{whole === null ? '' : ` ${whole}`}
        </p>
        <MissingWeights workload={prepared.workload} />
        <WhatRuns prepared={prepared} names={names} />
        {prepared.predictor.isMeasuredHere ? (
          <p className={styles.small}>{predictorText(prepared)}</p>
        ) : (
          <Note>
            {predictorText(prepared)}{' '}
            <Button disabled={isBusy} onClick={() => tools.run('start-profiling')}>
              Measure this device first
            </Button>
          </Note>
        )}
        <RunOptions prepared={prepared} names={names} disabled={isRunning} />
        <BusyNote own="split" />
        <div className={styles.actions}>
          {isRunning ? (
            <Button onClick={() => tools.run('cancel-split')}>Cancel</Button>
          ) : (
            <Button look="primary" icon="play" disabled={isBusy} onClick={() => tools.run('run-split')}>
              {run.status === 'done' ? 'Run it again' : 'Run this split'}
            </Button>
          )}
          {isRunning && (
            <>
              <Progress value={run.progress.fraction} label="Running the split" />
              <span>{phaseTexts[run.progress.phase]}</span>
            </>
          )}
          <span role="status" className={run.status === 'cancelled' ? styles.small : 'visually-hidden'}>
            {announcement(run)}
          </span>
        </div>
        {run.status === 'failed' && <Trouble trouble={run.failure} />}
      </div>
      {report !== null && report.cells.length > 0 && (
        <RunReport
          ref={reportRef}
          report={report}
          isOld={!isRunning && report.scenario !== prepared.scenario}
        />
      )}
    </div>
  );
}

function announcement(run: SplitRun): string {
  switch (run.status) {
    case 'running':
      return 'The split runs.';
    case 'done':
      return 'The split has run.';
    case 'cancelled':
      return run.report === null || run.report.cells.length === 0
        ? 'Cancelled before anything was measured.'
        : 'Cancelled; what was measured before is kept.';
    case 'idle':
    case 'failed':
      return '';
  }
}

/** What failed; as an empty state it is no alarm: nothing was tried. */
function Trouble({
  trouble,
  isEmptyState = false,
}: {
  readonly trouble: SplitTrouble;
  readonly isEmptyState?: boolean;
}) {
  const { title, action } = describeSplitTrouble(trouble);
  return isEmptyState ? (
    <p className={styles.lead}>
      <strong>{title}</strong> {action}
    </p>
  ) : (
    <Note tone="error" role="alert">
      <strong>{title}</strong> {action}
    </Note>
  );
}
