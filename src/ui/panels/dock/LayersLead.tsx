import type { Ref } from 'react';
import type { Answer } from '../../../state/types';
import { ownSplitSentence } from '../../explain/ownSplitSentence';
import { whyNotSplit } from '../../explain/whyNotSplit';
import { whySplit } from '../../explain/whySplit';
import styles from './Dock.module.css';

interface Props {
  readonly answer: Answer;
  /** It takes the focus when what had it is gone. */
  readonly ref: Ref<HTMLDivElement>;
  /** Brings into sight what would split a model that is not split. */
  readonly onChanges: () => void;
  /** Brings into sight the best split against its neighbours. */
  readonly onWhy: () => void;
}

/** What matters first: how the visitor's split does; without one, why the best plan is cut where it is, or not at all. */
export function LayersLead({ answer, ref, onChanges, onWhy }: Props) {
  const reasons = reasonsOf(answer).slice(0, mostSentences);
  return (
    <div ref={ref} tabIndex={-1} className={styles.lead}>
      {reasons.length === 0 ? (
        <OwnSplit answer={answer} />
      ) : (
        reasons.map((sentence) => <p key={sentence}>{sentence}</p>)
      )}
      {reasons.length > 0 && answer.solution.best?.cuts === 0 && (
        <button type="button" className={styles.jump} onClick={onChanges}>
          What would split it
        </button>
      )}
      {(answer.solution.best?.cuts ?? 0) > 0 && (
        <button type="button" className={styles.jump} onClick={onWhy}>
          Why this split?
        </button>
      )}
    </div>
  );
}

/** What the lead has no room for: the reasons of further cuts, and what can be done with them. */
export function LayersMore({ answer }: Pick<Props, 'answer'>) {
  const reasons = reasonsOf(answer);
  if (reasons.length === 0) return null;
  return (
    <div className={styles.reasons}>
      {reasons.slice(mostSentences).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <OwnSplit answer={answer} />
    </div>
  );
}

function OwnSplit({ answer: { scenario, solution } }: Pick<Props, 'answer'>) {
  return (
    <p data-own-split={solution.own === null ? 'start' : 'chosen'}>{ownSplitSentence(scenario, solution)}</p>
  );
}

/** More sentences than this would push the chart out of sight. */
const mostSentences = 2;

/** None while the visitor has a split of their own: what that one does comes first. */
function reasonsOf({ scenario, solution }: Answer): readonly string[] {
  if (solution.own !== null) return [];
  const whyNot = whyNotSplit(scenario, solution);
  return whyNot === null ? whySplit(scenario, solution) : [whyNot.lead];
}
