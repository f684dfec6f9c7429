import { useMemo, useState } from 'react';
import type { SplitGraph } from '../../../core/studies/rowTypes';
import { useApp } from '../../../state/useStore';
import { ChartFrame } from '../../charts/ChartFrame';
import { Button } from '../../primitives/Button';
import { CopyLinkButton } from '../messages/CopyLinkButton';
import type { ShownRow } from '../messages/RowStudy';
import styles from './Graph.module.css';
import { edgeFormula, edgeTitle, graphSummary, graphTable, type GraphWords } from './graphWords';
import { SplitGraphChart } from './SplitGraphChart';

interface Props {
  readonly shown: ShownRow;
  readonly graph: SplitGraph;
}

/** The graph with its switch between everything and what pruning leaves, and the shortest path edge by edge. */
export function SplitGraphView({ shown, graph }: Props) {
  const dockHeight = useApp((state) => state.view.dockHeightPx);
  const [pruned, setPruned] = useState(false);
  const { row, names } = shown;
  const words = useMemo((): GraphWords => ({ row, graph, names }), [row, graph, names]);
  return (
    <>
      <ChartFrame
        title={pruned ? 'The split graph after pruning' : 'The split graph'}
        summary={graphSummary(words, pruned)}
        table={graphTable(words)}
        fileName="split-graph"
        stale={shown.stale}
        controls={
          <>
            <span role="group" aria-label="What is drawn" className={styles.choice}>
              <Button look="quiet" aria-pressed={!pruned} onClick={() => setPruned(false)}>
                All edges
              </Button>
              <Button look="quiet" aria-pressed={pruned} onClick={() => setPruned(true)}>
                Pruned
              </Button>
            </span>
            <CopyLinkButton place={{ tab: 'graph', step: null }}>Copy link to this tab</CopyLinkButton>
          </>
        }
      >
        <SplitGraphChart
          words={words}
          colours={shown.colours}
          pruned={pruned}
          height={Math.max(260, dockHeight - 130)}
        />
      </ChartFrame>
      <p className={styles.soft}>
        {pruned
          ? 'Every node has announced what it does with each number of blocks completed (its split point set): one vertex is left for each, and one edge out of it. From the start a single path remains.'
          : 'A filled dot is a node running the blocks written above it: at their height, further right the more there are. A ring (∅) relays and runs nothing. It is the paper’s graph with its slips mended: relay vertices at every node, every hop paid, the first node’s computing charged, and without the vertices that no split can use.'}
      </p>
      <ol className={styles.path} aria-label="The shortest path">
        {graph.path.map((index) => {
          const edge = graph.edges[index]!;
          return (
            <li key={index}>
              {edgeTitle(edge, words)} <span className={styles.soft}>({edgeFormula(edge, words)})</span>
            </li>
          );
        })}
      </ol>
    </>
  );
}
