import type { AlgorithmRun } from '../../../core/studies/rowTypes';
import { formatSeconds } from '../../format';
import { Section } from '../../primitives/Section';
import { CounterExampleBox } from './CounterExampleBox';
import { printedSentence, splitText } from './printedWords';
import type { ShownRow } from './RowStudy';
import { costText } from './SplitResult';
import styles from './Messages.module.css';

/** Algorithm 1 to the letter, with each of its two corrections and with both, on this scenario; and a small example. */
export function PrintedSection({ shown }: { readonly shown: ShownRow }) {
  const { row } = shown;
  const runs: readonly (readonly [string, AlgorithmRun | null])[] = [
    ['as printed', row.printed],
    ['with the entry cost in line 11', row.entryCostOnly],
    ['with the empty assignment', row.emptyOnly],
    ['with both corrections', row.corrected],
  ];
  return (
    <Section title="Algorithm 1, as printed and corrected">
      <p className={styles.prose}>{printedSentence(row)}</p>
      <p className={styles.prose}>
        Two small slips keep the printed listing from the optimum its authors describe. It never writes the
        empty assignment, so a node that is handed data must run a layer. And line 11, which saves work by
        reusing one start’s result for the next ones, takes one layer too many off and forgets that the entry
        cost changes with the tensor that is handed over.
      </p>
      <div
        className={styles.scroller}
        tabIndex={0}
        role="region"
        aria-label="Algorithm 1 on this scenario"
        data-stale={shown.stale}
      >
        <table className={`${styles.table} ${styles.stacks}`}>
          <thead>
            <tr>
              <th scope="col">Algorithm 1</th>
              <th scope="col" data-number>
                the message promises
              </th>
              <th scope="col" data-number>
                the split costs
              </th>
              <th scope="col">Split</th>
            </tr>
          </thead>
          <tbody>
            {runs.map(([name, run]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {run === null ? (
                  <td colSpan={3}>finds no split here</td>
                ) : (
                  <>
                    <td data-number data-label="the message promises">
                      {formatSeconds(run.promisedS)}
                    </td>
                    <td data-number data-label="the split costs">
                      {costText(run.actualS)}
                    </td>
                    <td className={styles.split} data-label="Split">
                      {splitText(run.boundaries, shown.names)}
                      {run.fits ? '' : ' (breaks a memory limit: it knows none)'}
                    </td>
                  </>
                )}
              </tr>
            ))}
            <tr>
              <th scope="row">optimum on the row</th>
              <td data-number data-label="the message promises">
                –
              </td>
              <td data-number data-label="the split costs">
                {formatSeconds(row.totalS)}
              </td>
              <td className={styles.split} data-label="Split">
                {splitText(row.boundaries, shown.names)}
              </td>
            </tr>
          </tbody>
        </table>
      </div>
      <CounterExampleBox />
    </Section>
  );
}
