import { useId, type ReactNode } from 'react';
import { Field } from '../../primitives/Field';
import { NumberField } from '../../primitives/NumberField';
import type { NumberLimits } from '../../primitives/parseNumber';

interface Props extends Omit<NumberLimits, 'optional' | 'or'> {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly hint?: ReactNode;
  readonly disabled?: boolean;
}

/** A number among a study's options, with its unit and limits. */
export function OptionField({ label, value, onChange, hint, disabled = false, ...limits }: Props) {
  const id = useId();
  return (
    <Field stacked label={label} htmlFor={id} {...(hint === undefined ? {} : { hint, hintId: `${id}-hint` })}>
      <NumberField
        id={id}
        value={value}
        disabled={disabled}
        {...(hint === undefined ? {} : { describedBy: `${id}-hint` })}
        {...limits}
        onCommit={(next) => {
          if (next !== null) onChange(next);
        }}
      />
    </Field>
  );
}
