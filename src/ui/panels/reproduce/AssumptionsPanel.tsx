import { useId, type Ref } from 'react';
import type { FigureQuestion } from '../../../core/reproduce/figureQuestion';
import type { Assumption, FigureText, StatedAssumption } from '../../../core/reproduce/types';
import { useAppStore } from '../../../state/useStore';
import { Button } from '../../primitives/Button';
import { AssumptionField } from './AssumptionField';
import assumptionStyles from './Assumptions.module.css';
import figureStyles from './Figure.module.css';
import styles from './Reproduce.module.css';
import { RunFigure } from './RunFigure';
import { inSentence, isChanged, presetDifference } from './reproduceWords';

interface Props {
  readonly text: FigureText;
  readonly question: FigureQuestion;
}

interface PanelProps extends Props {
  readonly headRef: Ref<HTMLHeadingElement>;
}

/** What the figure rests on: ours apart from the paper's, numbers to be changed apart from what is only said. */
export function AssumptionsPanel({ text, question, headRef }: PanelProps) {
  const store = useAppStore();
  const id = useId();
  const changed = text.assumptions.filter((each) => isChanged(each, question)).length;
  const reset = () => {
    store.getState().resetAssumptions(text.id);
    // The button goes with the changes; the keyboard stays here.
    document.getElementById(id)?.focus();
  };
  return (
    <section aria-labelledby={id} className={assumptionStyles.assumptions}>
      <div className={assumptionStyles.assumptionsHead}>
        <h3 id={id} ref={headRef} tabIndex={-1} className={figureStyles.target}>
          Assumptions
        </h3>
        {changed === 0 ? (
          <span className={styles.small}>None is changed</span>
        ) : (
          <Button look="quiet" icon="undo" onClick={reset}>
            {`Reset ${changed} changed`}
          </Button>
        )}
      </div>
      <p className={styles.small}>{presetDifference(text, question.preset)}</p>
      {[true, false].map((ours) => (
        <Group key={String(ours)} ours={ours} text={text} question={question} />
      ))}
      <div className={figureStyles.runBelow}>
        <RunFigure figure={text.id} />
      </div>
    </section>
  );
}

/** So many numbers of a group are in sight. */
const inSight = 5;

function Group({ ours, text, question }: Props & { readonly ours: boolean }) {
  const of = (each: { readonly ours: boolean }) => each.ours === ours;
  const numbers: readonly Assumption[] = text.assumptions.filter(of);
  const stated = text.stated.filter(of);
  if (numbers.length + stated.length === 0) return null;
  // One alone is not worth the fold.
  const shown = numbers.length === inSight + 1 ? numbers.length : inSight;
  const more = numbers.slice(shown);
  const field = (each: Assumption) => (
    <AssumptionField key={each.id} figure={text.id} assumption={each} question={question} />
  );
  return (
    <section className={assumptionStyles.assumptionGroup} data-ours={ours}>
      <h4>{ours ? 'Ours: the paper does not say' : 'The paper’s'}</h4>
      {numbers.slice(0, shown).map(field)}
      {more.length > 0 && (
        <details open={more.some((each) => isChanged(each, question))}>
          <summary>{more.length} more numbers</summary>
          <div className={assumptionStyles.moreNumbers}>{more.map(field)}</div>
        </details>
      )}
      <Stated stated={stated} isAlone={numbers.length === 0} />
    </section>
  );
}

interface StatedProps {
  readonly stated: readonly StatedAssumption[];
  /** There are no numbers above it. */
  readonly isAlone: boolean;
}

/** What is only said: its names in sight, the words opened on demand. */
function Stated({ stated, isAlone }: StatedProps) {
  if (stated.length === 0) return null;
  return (
    <details open={isAlone} className={assumptionStyles.stated}>
      <summary>In words: {stated.map(({ name }) => inSentence(name)).join(', ')}</summary>
      <dl>
        {stated.map(({ name, text }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
