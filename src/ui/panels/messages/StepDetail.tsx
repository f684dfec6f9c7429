import { useState } from 'react';
import { ChartFrame } from '../../charts/ChartFrame';
import { DecisionTable } from './DecisionTable';
import { stepChart, tableOfNode } from './messageChart';
import type { ShownRow } from './RowStudy';
import type { SciStep } from './sciSteps';
import { knowledgeOf, stepFormula } from './sciWords';
import { SplitResult } from './SplitResult';
import { ZetaChart } from './ZetaChart';
import styles from './Messages.module.css';

interface Props {
  readonly shown: ShownRow;
  readonly step: SciStep;
}

/** The numbers of a step: its formula with this scenario's values, what is sent or weighed, and what the node keeps. */
export function StepDetail({ shown, step }: Props) {
  // null: the entry that the split will use.
  const [chosen, setChosen] = useState<number | null>(null);
  if (step.kind === 'start') {
    return (
      <div className={styles.all}>
        {shown.names.map((_, node) => (
          <Knowledge key={node} shown={shown} node={node} heard={false} />
        ))}
      </div>
    );
  }
  if (step.kind === 'end') return <SplitResult shown={shown} />;
  const chart = stepChart(step, shown);
  const blocks = shown.row.blockLabels.length;
  const lookedUp = step.kind === 'forward' ? step.from : 0;
  const tensor = Math.min(blocks, chosen ?? chart?.used ?? lookedUp);
  const formula = stepFormula(step, tensor, shown);
  const ranges = tableOfNode(step.node, shown);
  return (
    <>
      {formula !== null && (
        <div className={styles.formula}>
          <p>{formula.general}</p>
          <p>
            {formula.values ??
              'This entry is impossible: a hop on the way cannot carry it, or no node can run it.'}
          </p>
        </div>
      )}
      <div className={styles.columns}>
        {chart !== null && (
          <div className={styles.wide}>
            <ChartFrame
              title={chart.title}
              summary={chart.summary}
              table={chart.table}
              fileName={step.kind === 'message' ? `message-${step.node}` : 'ue-choice'}
              stale={shown.stale}
              missing={chart.seconds.filter((value) => value === null).length}
            >
              <ZetaChart
                label={`${chart.title}, one value a tensor`}
                seconds={chart.seconds}
                ranges={chart.ranges}
                tensor={tensor}
                onTensor={setChosen}
                describe={chart.describe}
              />
            </ChartFrame>
          </div>
        )}
        <div className={styles.aside}>
          {(step.kind === 'message' || step.node === 0) && <Knowledge shown={shown} node={step.node} heard />}
          {ranges !== null && (
            <DecisionTable
              node={shown.names[step.node]!}
              next={shown.names[step.node + 1] ?? null}
              ranges={ranges}
              blocks={blocks}
              tensor={step.kind === 'forward' ? step.from : tensor}
            />
          )}
        </div>
      </div>
    </>
  );
}

interface KnowledgeProps {
  readonly shown: ShownRow;
  readonly node: number;
  /** The message from behind has arrived, where there is one. */
  readonly heard: boolean;
}

function Knowledge({ shown, node, heard }: KnowledgeProps) {
  return (
    <div className={styles.knowledge}>
      <h4>What {shown.names[node]!} knows</h4>
      <ul>
        {knowledgeOf(node, shown, heard).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
