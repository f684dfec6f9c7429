import type { TableRange } from './sciSteps';
import styles from './Messages.module.css';

interface Props {
  readonly node: string;
  /** Name of the node it hands on to; null for the last. */
  readonly next: string | null;
  readonly ranges: readonly TableRange[];
  readonly blocks: number;
  /** The entry that is read. */
  readonly tensor: number;
}

/** What a node does with whatever it is handed: all it needs to keep. */
export function DecisionTable({ node, next, ranges, blocks, tensor }: Props) {
  return (
    <table className={styles.table}>
      <caption>Decision table of {node}</caption>
      <thead>
        <tr>
          <th scope="col">Handed tensor</th>
          <th scope="col">it runs</th>
          <th scope="col">and then</th>
        </tr>
      </thead>
      <tbody>
        {ranges.map(({ first, last, next: boundary }) => {
          const isRead = first <= tensor && tensor <= last;
          return (
            <tr key={first} data-read={isRead} aria-current={isRead ? 'true' : undefined}>
              <td>{first === last ? first : `${first}–${last}`}</td>
              <td>{runsText(boundary, first)}</td>
              <td>{boundary === blocks || next === null ? 'is done' : `hands on to ${next}`}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function runsText(boundary: number | null, first: number): string {
  return boundary === null || boundary === first ? 'nothing' : `up to block ${boundary}`;
}
