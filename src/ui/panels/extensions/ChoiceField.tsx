import { useId, type ReactNode } from 'react';
import { Field } from '../../primitives/Field';
import styles from './Extensions.module.css';

interface Props<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly choices: readonly { readonly value: T; readonly name: string }[];
  readonly onChange: (value: T) => void;
  readonly hint?: ReactNode;
}

/** A choice among a study's options. */
export function ChoiceField<T extends string>({ label, value, choices, onChange, hint }: Props<T>) {
  const id = useId();
  return (
    <div className={styles.wide}>
      <Field
        stacked
        label={label}
        htmlFor={id}
        {...(hint === undefined ? {} : { hint, hintId: `${id}-hint` })}
      >
        <select
          id={id}
          value={value}
          {...(hint === undefined ? {} : { 'aria-describedby': `${id}-hint` })}
          onChange={(event) => {
            const chosen = choices.find((choice) => choice.value === event.target.value);
            if (chosen !== undefined) onChange(chosen.value);
          }}
        >
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.name}
            </option>
          ))}
        </select>
      </Field>
    </div>
  );
}
