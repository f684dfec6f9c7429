import { useId, useState } from 'react';
import { useApp } from '../../../state/useStore';
import { Button } from '../../primitives/Button';
import { Field } from '../../primitives/Field';
import { NumberField } from '../../primitives/NumberField';
import { askHint, askName, largestSize, sizeGiven, sizesOf, type Ask } from './modelWords';
import styles from './Model.module.css';

interface Props {
  readonly asks: readonly Ask[];
  /** Sizes it was opened with before, or that suit a model that comes with the page. */
  readonly given: Readonly<Record<string, number>>;
  readonly onCancel: () => void;
}

/** The sizes that the file leaves open, and the button that opens it with them. */
export function DimsForm({ asks, given, onCancel }: Props) {
  const openModel = useApp((state) => state.openModel);
  const [sizes, setSizes] = useState(() => sizesOf(asks, given));
  const id = useId();
  return (
    <div className={styles.stack}>
      {asks.length > 0 && (
        <>
          <h3>Sizes the file leaves open</h3>
          <p className={styles.small}>
            The model takes inputs of several sizes. Its shapes, bytes and times are those of the sizes chosen
            here; opened again, others can be chosen.
          </p>
          {asks.map((ask) => (
            <Field
              key={ask.key}
              label={askName(ask)}
              stacked
              htmlFor={`${id}${ask.key}`}
              hint={askHint(ask, sizeGiven(given, ask.key) === undefined ? ask.suggestion : null)}
              hintId={`${id}${ask.key}hint`}
            >
              <NumberField
                id={`${id}${ask.key}`}
                describedBy={`${id}${ask.key}hint`}
                value={sizeGiven(sizes, ask.key) ?? ask.suggestion}
                min={1}
                max={largestSize}
                whole
                onCommit={(size) => setSizes({ ...sizes, [ask.key]: size ?? ask.suggestion })}
              />
            </Field>
          ))}
        </>
      )}
      <div className={styles.actions}>
        <Button look="primary" icon="open" onClick={() => void openModel(sizes)}>
          Open the model
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </div>
  );
}
