import { useLate } from '../../charts/useLate';
import { type ReactNode } from 'react';
import type { StudyId, StudyMap } from '../../../protocol/solverApi';
import type { Scenario } from '../../../core/scenario/types';
import type { StudyTrouble } from '../../../core/studies/types';
import type { StudyState } from '../../../state/types';
import { useAppStore } from '../../../state/useStore';
import { describeWorkerFailure } from '../../errors/describe';
import { namesOf, type Names } from '../../errors/names';
import { StudyTroubleNote } from '../../errors/StudyTroubleNote';
import { Button } from '../../primitives/Button';
import styles from './Extensions.module.css';

type ExtensionId = Extract<StudyId, 'training' | 'recurrent' | 'collaborative'>;
type Solved<K extends ExtensionId> = Exclude<StudyMap[K]['answer'], { kind: 'trouble' }>;

export interface ShownStudy<K extends ExtensionId> {
  readonly answer: Solved<K>;
  /** What it answers. */
  readonly options: StudyMap[K]['options'];
  readonly scenario: Scenario;
  readonly names: Names;
  /** A newer answer is on its way, and has been for a moment. */
  readonly stale: boolean;
}

interface Props<K extends ExtensionId> {
  readonly study: K;
  readonly state: StudyState<K>;
  readonly options: StudyMap[K]['options'];
  readonly children: (shown: ShownStudy<K>) => ReactNode;
}

/** The latest answer of a study; in words what keeps it from one. */
export function StudyBody<K extends ExtensionId>({ study, state, options, children }: Props<K>) {
  const store = useAppStore();
  const stale = useLate(state.status === 'running');
  const last = state.status === 'idle' ? null : state.last;
  const failure = state.status === 'failed' ? describeWorkerFailure(state.failure) : null;
  const names = last === null ? null : namesOf(last.scenario);
  const answer = last?.answer ?? null;
  return (
    <>
      {failure !== null && (
        <div role="alert" className={styles.trouble}>
          <p>
            {failure.title} {failure.action}
          </p>
          <Button onClick={() => store.getState().study(study, options)}>Retry</Button>
        </div>
      )}
      {last === null && failure === null && <p className={styles.soft}>Solving.</p>}
      {last !== null &&
        names !== null &&
        answer !== null &&
        (isTrouble(answer) ? (
          <StudyTroubleNote trouble={answer.trouble} scenario={last.scenario} stale={stale} />
        ) : (
          children({
            answer: answer as Solved<K>,
            options: last.options,
            scenario: last.scenario,
            names,
            stale,
          })
        ))}
    </>
  );
}

interface Troubled {
  readonly kind: 'trouble';
  readonly trouble: StudyTrouble;
}

const isTrouble = (answer: { readonly kind: string }): answer is Troubled => answer.kind === 'trouble';
