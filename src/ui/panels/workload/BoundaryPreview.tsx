import type { WorkloadChain } from '../../../core/model/workloadChain';
import { smallerThanInputPhrase } from '../../explain/words';
import { formatBytes } from '../../format';
import { boundaryBarsLayout } from './boundaryBarsLayout';
import styles from './Workload.module.css';

const width = 560;
const height = 96;

/** What would cross at each boundary, as bars, with the picture's size as the line to beat. */
export function BoundaryPreview({ chain }: { readonly chain: WorkloadChain }) {
  const { bars, inputY, largest, smallest } = boundaryBarsLayout(chain.boundaryBytes, width, height);
  const input = chain.boundaryBytes[0] ?? 0;
  const summary =
    smallest === null
      ? `One block: the input is ${formatBytes(input)}.`
      : `Cuts ship between ${formatBytes(smallest.bytes)} (after block ${smallest.boundary}) and ${formatBytes(largest)}; ${smallerThanInputPhrase(chain.boundaryBytes)}.`;
  return (
    <figure className={styles.preview}>
      <svg
        viewBox={`0 0 ${width} ${height + 2}`}
        role="img"
        aria-label={`Bytes at each boundary. ${summary}`}
      >
        {bars.map((bar) => (
          <rect
            key={bar.boundary}
            x={bar.x}
            y={bar.y}
            width={bar.width}
            height={bar.height}
            className={bar.aboveInput ? styles.barAbove : styles.bar}
          />
        ))}
        <line x1={0} x2={width} y1={inputY} y2={inputY} className={styles.inputLine} />
      </svg>
      <figcaption className={styles.small}>
        {summary} The dashed line is the input; paler bars lie above it.
      </figcaption>
    </figure>
  );
}
