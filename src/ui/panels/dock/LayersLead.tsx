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
}

/** What matters first: how the visitor's split does; without one, why the best plan is cut where it is, or not at all. */
export function LayersLead({ answer: { scenario, solution }, ref }: Props) {
  const isStart = solution.own === null;
  const reasons = isStart ? reasonsOf(scenario, solution) : [];
  return (
    <div ref={ref} tabIndex={-1} className={styles.lead}>
      {reasons.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p data-own-split={isStart ? 'start' : 'chosen'}>{ownSplitSentence(scenario, solution)}</p>
    </div>
  );
}

/** More sentences than this would push the chart out of sight: those of further cuts stand under it. */
const mostSentences = 2;

/** The reasons for which the lead has no room. */
export function FurtherReasons({ answer: { scenario, solution } }: Pick<Props, 'answer'>) {
  const reasons = solution.own === null ? whySplit(scenario, solution).slice(mostSentences) : [];
  return reasons.length === 0 ? null : (
    <ul className={styles.reasons} aria-label="Why the further cuts are where they are">
      {reasons.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

function reasonsOf(scenario: Answer['scenario'], solution: Answer['solution']): readonly string[] {
  const whyNot = whyNotSplit(scenario, solution);
  return whyNot === null ? whySplit(scenario, solution).slice(0, mostSentences) : [whyNot.lead];
}
