import { formatPercent, formatSeconds } from '../../format';
import { Section } from '../../primitives/Section';
import { BlockTimesChart } from './BlockTimesChart';
import styles from './Profile.module.css';
import { configurationText, type Running } from './profileWords';

/** The bar, the phase, and the block times as they settle. */
export function ProfilingProgress({ profiling }: { readonly profiling: Running }) {
  const { threads, current, progress } = profiling;
  const fraction = (current + (progress?.fraction ?? 0)) / threads.length;
  const times = (progress?.blockMediansS ?? []).map((seconds) => ({
    seconds,
    below: false,
    intervalS: null,
  }));
  return (
    <Section level={2} title="Measuring">
      <progress className={styles.progress} value={fraction} max={1} aria-label="Measuring" />
      <p>{configurationText(profiling)}</p>
      {progress !== null && progress.runs > 0 && (
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
