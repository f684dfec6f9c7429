import { transferEstimate } from '../../../core/profile/transferEstimate';
import type { CatalogueWorkload } from '../../../core/scenario/types';
import { threadCounts } from '../../../state/profilingSlice';
import { useTools } from '../../../state/useTools';
import { formatBytes } from '../../format';
import styles from './Profile.module.css';
import { durationText, isolationText } from './profileWords';

/** What will be transferred, how long it takes, and what this page may use: told before anything starts. */
export function BeforeStart({ workload }: { readonly workload: CatalogueWorkload }) {
  const { facts } = useTools();
  const threads = threadCounts(facts);
  const { upToBytes, secondsFrom, secondsTo } = transferEstimate(workload, threads.length);
  return (
    <>
      <dl className={styles.facts}>
        <div>
          <dt>Transfer, the first time</dt>
          <dd>up to {formatBytes(upToBytes)}</dd>
        </div>
        <div>
          <dt>Time after that</dt>
          <dd>{durationText(secondsFrom, secondsTo)}</dd>
        </div>
        <div>
          <dt>Threads</dt>
          <dd>{threads.join(', then ')}</dd>
        </div>
      </dl>
      <p className={styles.small}>
        The transfer is ONNX Runtime itself, from this site, kept in the browser’s cache. The model is made in
        the page, and nothing is sent anywhere. Close other tabs for a steady measurement.
      </p>
      <p className={styles.small}>{isolationText(facts.crossOriginIsolated, facts.clockS, threads)}</p>
    </>
  );
}
