import { RowStudy } from '../messages/RowStudy';
import styles from './Graph.module.css';
import { SplitGraphView } from './SplitGraphView';
import { TooLarge } from './TooLarge';

/** HiveMind's Fig. 3 for the scenario: every vertex and edge of its explicit graph, and what pruning leaves of it. */
export function GraphPanel() {
  return (
    <div className={styles.panel}>
      <RowStudy>
        {(shown) =>
          shown.row.graph === null ? (
            <TooLarge counts={shown.row.counts} />
          ) : (
            <SplitGraphView shown={shown} graph={shown.row.graph} />
          )
        }
      </RowStudy>
    </div>
  );
}
