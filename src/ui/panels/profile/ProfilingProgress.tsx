import type { ProfilingState } from '../../../state/types';
import { formatPercent, formatSeconds } from '../../format';
import { Section } from '../../primitives/Section';
import { formatThreads } from '../inspector/profileTexts';
import { BlockTimesChart } from './BlockTimesChart';
import styles from './Profile.module.css';
import { phaseTexts } from './profileWords';

type Running = Extract<ProfilingState, { status: 'running' }>;

/** The bar, the phase, and the block times as they settle. */
export function ProfilingProgress({ profiling }: { readonly profiling: Running }) {
  const { threads, current, progress } = profiling;
  const fraction = (current + (progress?.fraction ?? 0)) / threads.length;
  const configuration =
    threads.length === 1
      ? formatThreads(threads[0] ?? 1)
      : `${formatThreads(threads[current] ?? 1)} (${current + 1} of ${threads.length})`;
  const phase = progress === null ? 'Starting' : phaseTexts[progress.phase];
  const times = (progress?.blockMediansS ?? []).map((seconds) => ({
    seconds,
    below: false,
    intervalS: null,
  }));
  return (
    <Section level={2} title="Measuring">
      <progress className={styles.progress} value={fraction} max={1} aria-label="Measuring" />
      {/* Announced when the phase changes, not with every run. */}
      <p role="status">
        {phase}, {configuration}
      </p>
      {progress !== null && (
        <p className={styles.small}>
          {progress.runs} runs
          {progress.endToEndMedianS !== null && `, ${formatSeconds(progress.endToEndMedianS)} end to end`}
          {progress.halfWidth !== null && ` ± ${formatPercent(progress.halfWidth)}`}
        </p>
      )}
      {times.length > 0 && (
        <figure>
          <BlockTimesChart times={times} label={`Median times of ${times.length} blocks so far`} />
          <figcaption className={styles.small}>
            Median time of each block so far, first block left.
          </figcaption>
        </figure>
      )}
    </Section>
  );
}
