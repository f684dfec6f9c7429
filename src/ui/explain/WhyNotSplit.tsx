import { useEffect, useState, type Ref } from 'react';
import { selectAnswer } from '../../state/selectors';
import type { Answer } from '../../state/types';
import { useApp, useAppStore } from '../../state/useStore';
import { Button } from '../primitives/Button';
import { whyId } from './showWhy';
import {
  isSettled,
  isSlower,
  resultPhrase,
  splitTrials,
  triedPhrase,
  tryTrial,
  type Trial,
  type TrialResult,
} from './splitTrials';
import { whyNotSplit } from './whyNotSplit';
import styles from './WhyNotSplit.module.css';

interface Props {
  /** After a change was applied, which takes the button away that had the focus. */
  readonly onApplied: () => void;
  /** The box, to be brought into sight. */
  readonly ref: Ref<HTMLElement>;
}

/** What the reason for staying in one piece rests on, and which changes would split it: each was tried by solving it. */
export function WhyNotSplit({ onApplied, ref }: Props) {
  const answer = useApp(selectAnswer);
  if (answer === null) return null;
  const why = whyNotSplit(answer.scenario, answer.solution);
  return why === null ? null : (
    <aside ref={ref} id={whyId} tabIndex={-1} className={styles.why} aria-label="Why the model is not split">
      {why.details !== '' && <p>{why.details}</p>}
      <Changes answer={answer} onApplied={onApplied} />
    </aside>
  );
}

interface Findings {
  readonly answer: Answer;
  readonly results: readonly TrialResult[];
  readonly done: boolean;
}

function Changes({ answer, onApplied }: Pick<Props, 'onApplied'> & { readonly answer: Answer }) {
  const store = useAppStore();
  const dragging = useApp((state) => state.draft !== null);
  const [findings, setFindings] = useState<Findings | null>(null);
  useEffect(() => {
    if (dragging) return;
    return tryAll(answer, (results, done) => setFindings({ answer, results, done }));
  }, [answer, dragging]);
  if (dragging || findings?.answer !== answer)
    return <p className={styles.soft}>Looking for changes that would split it.</p>;
  const { results, done } = findings;
  if (results.length === 0) {
    return (
      <p className={styles.soft}>
        {done
          ? `No change of ${triedPhrase(answer.scenario, answer.solution)} was found that would split it.`
          : 'Looking for changes that would split it.'}
      </p>
    );
  }
  const nowS = answer.solution.best?.totalS ?? NaN;
  const apply = ({ trial }: TrialResult) => {
    store.getState().edit(trial.apply);
    onApplied();
  };
  return (
    <>
      <ChangeList
        title="What would split it, and be faster (each one solved, click to apply):"
        results={results.filter((result) => !isSlower(result, nowS))}
        nowS={nowS}
        apply={apply}
      />
      <ChangeList
        title="Only to learn from: these would split it too, and take longer than now:"
        results={results.filter((result) => isSlower(result, nowS))}
        nowS={nowS}
        apply={apply}
      />
    </>
  );
}

interface ListProps {
  readonly title: string;
  readonly results: readonly TrialResult[];
  readonly nowS: number;
  readonly apply: (result: TrialResult) => void;
}

function ChangeList({ title, results, nowS, apply }: ListProps) {
  return results.length === 0 ? null : (
    <>
      <p className={styles.soft}>{title}</p>
      <ul className={styles.changes}>
        {results.map((result) => (
          <li key={result.trial.group}>
            <Button onClick={() => apply(result)}>{result.trial.label}</Button>
            <span>{resultPhrase(result, nowS)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Only when the visitor has stopped changing things. */
const pauseMs = 400;

/** Solves one change at a time while the page is idle; returns how to stop. The solvers are loaded for it, not before. */
function tryAll(
  answer: Answer,
  report: (results: readonly TrialResult[], done: boolean) => void,
): () => void {
  let stopped = false;
  let timer = 0;
  const waiting: Trial[] = [...splitTrials(answer.scenario, answer.solution)];
  const results: TrialResult[] = [];
  const start = async () => {
    const { solveScenario } = await import('../../core/solvers/solveScenario');
    const next = () => {
      if (stopped) return;
      const trial = waiting.shift();
      if (trial === undefined) {
        report([...results], true);
        return;
      }
      const result = isSettled(trial, results) ? null : tryTrial(trial, answer.scenario, solveScenario);
      if (result !== null) {
        results.push(result);
        report([...results], false);
      }
      timer = window.setTimeout(next, 0);
    };
    next();
  };
  timer = window.setTimeout(() => void start(), pauseMs);
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
