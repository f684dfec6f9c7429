import { formatPercent, formatSeconds } from '../../format';
import { blocksPhrase } from '../../explain/words';
import type { ShownRow } from './RowStudy';
import { agree } from './sciWords';
import styles from './Messages.module.css';

/** The split that the messages led to beside the optimum found in one place. */
export function SplitResult({ shown }: { readonly shown: ShownRow }) {
  const { row, names } = shown;
  const { sci, sciFloat32 } = row;
  const runsOf = (boundaries: readonly number[], node: number): string => {
    const from = boundaries[node - 1] ?? 0;
    const to = boundaries[node]!;
    return to > from ? blocksPhrase(from, to) : '–';
  };
  return (
    <>
      <div
        className={styles.scroller}
        tabIndex={0}
        role="region"
        aria-label="The split, by messages and centrally"
      >
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Found</th>
              {names.map((name, index) => (
                <th key={index} scope="col">
                  {name}
                </th>
              ))}
              <th scope="col" data-number>
                Total
              </th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">by messages (SCI)</th>
              {names.map((_, node) => (
                <td key={node}>{runsOf(sci.boundaries, node)}</td>
              ))}
              <td data-number>{costText(sci.actualS)}</td>
            </tr>
            <tr>
              <th scope="row">in one place (optimum)</th>
              {names.map((_, node) => (
                <td key={node}>{runsOf(row.boundaries, node)}</td>
              ))}
              <td data-number>{formatSeconds(row.totalS)}</td>
            </tr>
          </tbody>
        </table>
      </div>
      <p className={styles.soft}>
        {roundingText(sciFloat32.loss, sciFloat32.lossBound)} {networkText(row.networkS, row.totalS)}
      </p>
    </>
  );
}

export function costText(seconds: number | null): string {
  return seconds === null ? 'impossible' : formatSeconds(seconds);
}

function roundingText(loss: number, bound: number): string {
  // Sums in another order differ in their last digits.
  const lost = loss < 1e-12 ? 'costs nothing here' : `costs ${formatPercent(loss)} here`;
  return `Sending 32-bit floats instead of 64-bit ones ${lost}, and can never cost more than ${formatPercent(bound)}.`;
}

function networkText(networkS: number | null, rowS: number): string {
  if (networkS === null) return '';
  return agree(networkS, rowS) || networkS > rowS
    ? 'No other route through the drawing is faster than the row.'
    : `Over any route through the drawing the best split takes ${formatSeconds(networkS)}: on a row, every node on the way relays, whether it computes or not.`;
}
