import type { ConfigurationRun, ProfilingState } from '../../../state/profilingTypes';
import { describeProfileFailure } from '../../errors/describeProfiling';
import { Progress } from '../../primitives/Progress';
import { Section } from '../../primitives/Section';
import { configurationName } from '../inspector/profileTexts';
import { BlockTimesChart } from './BlockTimesChart';
import styles from './Profile.module.css';
import { matrixFraction, progressText, totalAndMedianText } from './profileWords';

type Running = Extract<ProfilingState, { status: 'running' }>;

/** How far the matrix and each of its configurations are, and the block times as they settle. */
export function MatrixProgress({ profiling }: { readonly profiling: Running }) {
  const { runs } = profiling;
  const running = runs.find((run) => run.status === 'running');
  const progress = running?.progress ?? null;
  const medians = progress?.blockMediansS ?? [];
  return (
    <Section level={2} title="Measuring">
      <Progress value={matrixFraction(runs)} label="Measuring" />
      <ol className={styles.runs}>
        {runs.map((run) => (
          <li key={configurationName(run.configuration)} data-run-status={run.status}>
            <span>{configurationName(run.configuration)}</span>
            <RunStatus run={run} />
          </li>
        ))}
      </ol>
      {running !== undefined && medians.length > 0 && (
        <figure>
          <BlockTimesChart
            series={[
              {
                name: configurationName(running.configuration),
                times: medians.map((seconds) => ({ seconds, below: false, intervalS: null })),
              },
            ]}
            nameOf={() => ''}
            label={`Median times of ${medians.length} blocks so far`}
          />
          <figcaption className={styles.small}>
            {configurationName(running.configuration)}: median time of each block so far, first block left.
          </figcaption>
        </figure>
      )}
    </Section>
  );
}

function RunStatus({ run }: { readonly run: ConfigurationRun }) {
  switch (run.status) {
    case 'waiting':
      return <span className={styles.small}>waiting</span>;
    case 'cancelled':
      return <span className={styles.small}>cancelled</span>;
    case 'done':
      return (
        <span>
          done, {totalAndMedianText(run.profile)}, {run.profile.source.steadiness}
        </span>
      );
    case 'failed':
      return <span className={styles.failed}>failed: {describeProfileFailure(run.failure).title}</span>;
    case 'running':
      return <span>{progressText(run.progress)}</span>;
  }
}
