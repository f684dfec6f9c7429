import { useLate } from '../../charts/useLate';
import { useMemo, useState, type ReactNode } from 'react';
import type { GraphChoice } from '../../../core/studies/operatorsTypes';
import { selectAnswer } from '../../../state/selectors';
import type { StudyResult } from '../../../state/types';
import { selectShown, useApp, useAppStore } from '../../../state/useStore';
import { describeWorkerFailure } from '../../errors/describe';
import { namesOf } from '../../errors/names';
import { StudyTroubleNote } from '../../errors/StudyTroubleNote';
import { workloadName } from './workloadName';
import { nodeColours } from '../../nodeColours';
import { Button } from '../../primitives/Button';
import { solutionColours } from '../../solutionColours';
import { useStudy } from '../../useStudy';
import { GraphOptions } from './GraphOptions';
import { OperatorsChart } from './OperatorsChart';
import styles from './Operators.module.css';

/** The operator graph with the provably best labelling drawn on it. */
export function OperatorsPanel() {
  const store = useAppStore();
  const [graph, setGraph] = useState<GraphChoice>('scenario');
  const [upstream, setUpstream] = useState(false);
  const { workload } = useApp(selectShown);
  const state = useStudy('operators', { graph, upstream });
  const last = state.status === 'idle' ? null : state.last;
  const failure = state.status === 'failed' ? describeWorkerFailure(state.failure) : null;
  const stale = useLate(state.status === 'running');
  const options = (
    <GraphOptions
      graph={graph}
      upstream={upstream}
      modelName={workloadName(workload)}
      onGraph={setGraph}
      onUpstream={setUpstream}
    />
  );
  const drawn = last?.answer.kind === 'operators';
  return (
    <div className={styles.panel}>
      {!drawn && options}
      {failure !== null && (
        <div role="alert" className={styles.trouble}>
          <p>
            <strong>{failure.title}</strong> {failure.action}
          </p>
          <Button onClick={() => store.getState().study('operators', { graph, upstream })}>Retry</Button>
        </div>
      )}
      {last === null ? (
        failure === null && <p className={styles.soft}>Cutting the operator graph.</p>
      ) : (
        <Answer last={last} stale={stale} options={options} />
      )}
    </div>
  );
}

interface AnswerProps {
  readonly last: StudyResult<'operators'>;
  readonly stale: boolean;
  readonly options: ReactNode;
}

function Answer({ last, stale, options: graphOptions }: AnswerProps) {
  const solution = useApp(selectAnswer)?.solution;
  const { scenario, answer, options } = last;
  const row = answer.kind === 'operators' ? answer.view.nodes : null;
  const nodeNames = useMemo(() => {
    const names = namesOf(scenario);
    return (row ?? []).map((node) => names.node(node));
  }, [scenario, row]);
  const colours = useMemo(() => {
    const known = solution === undefined ? nodeColours(row ?? []) : solutionColours(solution);
    return (row ?? []).map((node) => known.get(node) ?? 'other');
  }, [solution, row]);
  if (answer.kind === 'trouble')
    return <StudyTroubleNote trouble={answer.trouble} scenario={scenario} stale={stale} />;
  const { view } = answer;
  return (
    <OperatorsChart
      graph={`${options.graph} ${view.modelName} ${view.operators.length}`}
      view={view}
      nodeNames={nodeNames}
      colours={colours}
      stale={stale}
      options={graphOptions}
    />
  );
}
