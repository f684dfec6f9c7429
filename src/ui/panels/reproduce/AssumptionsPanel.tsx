import { useId, type Ref } from 'react';
import type { FigureQuestion } from '../../../core/reproduce/figureQuestion';
import type { Assumption, FigureText } from '../../../core/reproduce/types';
import { useAppStore } from '../../../state/useStore';
import { Button } from '../../primitives/Button';
import { AssumptionField } from './AssumptionField';
import styles from './Reproduce.module.css';
import { RunFigure } from './RunFigure';
import { isChanged } from './reproduceWords';

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
  return (
    <section aria-labelledby={id} className={styles.assumptions}>
      <div className={styles.assumptionsHead}>
        <h3 id={id} ref={headRef} tabIndex={-1} className={styles.target}>
          Assumptions
        </h3>
        <Button
          look="quiet"
          icon="undo"
          aria-disabled={changed === 0}
          onClick={() => store.getState().resetAssumptions(text.id)}
        >
          {changed === 0 ? 'None is changed' : `Reset ${changed} changed`}
        </Button>
      </div>
      {[true, false].map((ours) => (
        <Group key={String(ours)} ours={ours} text={text} question={question} />
      ))}
      <div className={styles.runBelow}>
        <RunFigure figure={text.id} />
      </div>
    </section>
  );
}

function Group({ ours, text, question }: Props & { readonly ours: boolean }) {
  const of = (each: { readonly ours: boolean }) => each.ours === ours;
  const numbers: readonly Assumption[] = text.assumptions.filter(of);
  const stated = text.stated.filter(of);
  if (numbers.length + stated.length === 0) return null;
  return (
    <section className={styles.assumptionGroup} data-ours={ours}>
      <h4>{ours ? 'Ours: the paper does not say' : 'The paper’s'}</h4>
      {numbers.map((each) => (
        <AssumptionField key={each.id} figure={text.id} assumption={each} question={question} />
      ))}
      {stated.length > 0 && (
        <dl className={styles.stated}>
          {stated.map((each) => (
            <div key={each.name}>
              <dt>{each.name}</dt>
              <dd>{each.text}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
