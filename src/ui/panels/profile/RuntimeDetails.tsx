import { useState } from 'react';
import type { ProfileDetails } from '../../../core/profile/detailsTypes';
import { formatBytes, formatCount, formatSeconds } from '../../format';
import { Note } from '../../primitives/Note';
import { softwareText } from './deviceWords';
import styles from './Profile.module.css';
import { useBlockNames } from './SeriesChart';

interface Props {
  /** "WebGPU", "WebAssembly, 4 threads". */
  readonly name: string;
  readonly modelKey: string;
  readonly details: ProfileDetails;
}

/** What the runtime really ran: its kernels or GPU programs, what fell back to the CPU, copies, memory. Folded. */
export function RuntimeDetails({ name, modelKey, details }: Props) {
  const [open, setOpen] = useState(false);
  const isGpu = details.adapter !== null;
  const what = isGpu ? 'GPU programs' : 'Kernels';
  return (
    <details className={styles.details} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {what}, {name}: {details.kernels.length}
        {isGpu &&
          `, ${formatCount(details.fallbacks.length, 'CPU fallback')}, ${formatCount(details.copies, 'copy', 'copies')}`}
      </summary>
      {open && <Opened what={`${what}, ${name}`} modelKey={modelKey} details={details} />}
    </details>
  );
}

function Opened({ what, modelKey, details }: Omit<Props, 'name'> & { readonly what: string }) {
  const { adapter, copies, fallbacks, foldedBlocks, heapBytes, kernels, readBackS } = details;
  const nameOf = useBlockNames(modelKey);
  return (
    <>
      {adapter?.isFallback === true && <Note>{softwareText}</Note>}
      {adapter !== null && (
        <p className={styles.small}>
          {fallbacks.length === 0
            ? 'Every operator ran on the GPU.'
            : `On the CPU instead: ${fallbacks.map(({ kind, operator }) => `${operator} (${kind})`).join(', ')}.`}{' '}
          {copies > 0 && `${formatCount(copies, 'copy', 'copies')} between CPU and GPU a run. `}
          {readBackS !== null && `With the result copied back: ${formatSeconds(readBackS)}.`}
        </p>
      )}
      {foldedBlocks.length > 0 && (
        <p className={styles.small}>
          Folded into others, or free: {formatCount(foldedBlocks.length, 'block')} (
          {foldedBlocks.map((block) => block + 1).join(', ')}).
        </p>
      )}
      {heapBytes !== null && (
        <p className={styles.small}>The runtime’s memory grew to {formatBytes(heapBytes)}.</p>
      )}
      <div className={styles.tallScroll} tabIndex={0} role="region" aria-label={what}>
        <table className={styles.table}>
          <caption className="visually-hidden">{what}</caption>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Kind</th>
              <th scope="col">Ran on</th>
              <th scope="col">Block</th>
              <th scope="col" className={styles.number} title="Median of a run, all its calls together">
                Median
              </th>
              <th scope="col" className={styles.number}>
                Calls a run
              </th>
            </tr>
          </thead>
          <tbody>
            {kernels.map(({ block, calls, kind, medianS, name, provider }, index) => (
              <tr key={index}>
                <th scope="row" className={styles.nowrap}>
                  {name}
                </th>
                <td>{kind}</td>
                <td>{provider.replace(/ExecutionProvider$/, '')}</td>
                <td title={nameOf(block)}>{block + 1}</td>
                <td className={styles.number}>{medianS > 0 ? formatSeconds(medianS) : 'below the clock'}</td>
                <td className={styles.number}>{calls}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
