import { useLate } from '../../charts/useLate';
import { type ReactNode } from 'react';
import { workloadChain } from '../../../core/model/workloadChain';
import type { Scenario } from '../../../core/scenario/types';
import type { PaperCount } from '../../../core/studies/rowTypes';
import { selectAnswer } from '../../../state/selectors';
import { useApp, useAppStore } from '../../../state/useStore';
import { describeWorkerFailure } from '../../errors/describe';
import { namesOf } from '../../errors/names';
import { StudyTroubleNote } from '../../errors/StudyTroubleNote';
import { nodeColours, type NodeColour } from '../../nodeColours';
import { Button } from '../../primitives/Button';
import { solutionColours } from '../../solutionColours';
import { useStudy } from '../../useStudy';
import type { RowWords } from './sciWords';
import styles from './Messages.module.css';

export interface ShownRow extends RowWords {
  readonly scenario: Scenario;
  /** One a node of the row, the same as on the canvas. */
  readonly colours: readonly NodeColour[];
  /** A newer answer is on its way, and has been for a moment. */
  readonly stale: boolean;
}

interface Props {
  readonly children: (shown: ShownRow) => ReactNode;
  /** What needs no scenario, shown under the row or under what stands in its way. */
  readonly paper?: (counts: readonly PaperCount[], shown: ShownRow | null) => ReactNode;
}

const noOptions = {};

/** The row of computing nodes as the solver answers for it; what is wrong, in words, where it has no answer. */
export function RowStudy({ children, paper }: Props) {
  const store = useAppStore();
  const state = useStudy('row', noOptions);
  const solution = useApp(selectAnswer)?.solution;
  const stale = useLate(state.status === 'running');
  if (state.status === 'idle' || (state.status === 'running' && state.last === null))
    return <p className={styles.soft}>Solving the row of computing nodes.</p>;
  const failure = state.status === 'failed' ? describeWorkerFailure(state.failure) : null;
  const alert = failure !== null && (
    <div role="alert" className={styles.trouble}>
      <p>
        {failure.title} {failure.action}
      </p>
      <Button onClick={() => store.getState().study('row', noOptions)}>Retry</Button>
    </div>
  );
  if (state.last === null) return alert;
  const { scenario, answer } = state.last;
  const names = namesOf(scenario);
  if (answer.kind === 'trouble') {
    return (
      <>
        {alert}
        <StudyTroubleNote trouble={answer.trouble} scenario={scenario} stale={stale} />
        {paper?.(answer.paper, null)}
      </>
    );
  }
  const { row } = answer;
  const known = solution === undefined ? nodeColours(row.nodes) : solutionColours(solution);
  const shown: ShownRow = {
    scenario,
    row,
    names: row.nodes.map((node) => names.node(node)),
    boundaryBytes: workloadChain(scenario.workload).boundaryBytes,
    colours: row.nodes.map((node) => known.get(node) ?? 'other'),
    stale,
  };
  return (
    <>
      {alert}
      {children(shown)}
      {paper?.(answer.paper, shown)}
    </>
  );
}
