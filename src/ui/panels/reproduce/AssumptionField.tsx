import { useId } from 'react';
import type { FigureQuestion } from '../../../core/reproduce/figureQuestion';
import type { Assumption, FigureId } from '../../../core/reproduce/types';
import { useAppStore } from '../../../state/useStore';
import { Button } from '../../primitives/Button';
import { NumberField } from '../../primitives/NumberField';
import assumptionStyles from './Assumptions.module.css';
import styles from './Reproduce.module.css';
import { assumedValue, exact, foldedNote, isChanged } from './reproduceWords';

interface Props {
  readonly figure: FigureId;
  readonly assumption: Assumption;
  readonly question: FigureQuestion;
}

/** A number the figure rests on, with where it comes from; a changed one is marked and goes back by itself. */
export function AssumptionField({ figure, assumption, question }: Props) {
  const store = useAppStore();
  const id = useId();
  const { isWhole, max, min, name, note, unit, values } = assumption;
  const usual = values[question.preset];
  const changed = isChanged(assumption, question);
  const change = (value: number | null) =>
    store.getState().changeAssumption(figure, assumption.id, value === usual ? null : value);
  return (
    <div className={assumptionStyles.assumption} data-assumption={assumption.id} data-changed={changed}>
      <label htmlFor={id}>{name}</label>
      <div className={assumptionStyles.assumptionControl}>
        <NumberField
          id={id}
          value={assumedValue(assumption, question)}
          min={min}
          max={max}
          whole={isWhole}
          {...(unit === '' ? {} : { unit })}
          describedBy={`${id}note`}
          onCommit={change}
        />
        {changed && (
          <Button
            look="quiet"
            icon="undo"
            iconOnly
            onClick={() => {
              change(null);
              // The button goes with the change; the keyboard stays where it was.
              document.getElementById(id)?.focus();
            }}
          >
            {`Reset ${name} to ${exact(usual, unit)}`}
          </Button>
        )}
      </div>
      <div id={`${id}note`} className={styles.small}>
        {changed && <strong>Changed, usually {exact(usual, unit)}. </strong>}
        <FoldedNote note={note} />
      </div>
    </div>
  );
}

/** The first sentence in sight, the others opened on demand. */
function FoldedNote({ note }: { readonly note: string }) {
  const { first, rest } = foldedNote(note);
  if (rest === '') return first;
  return (
    <details>
      <summary>{first}</summary>
      {rest}
    </details>
  );
}
