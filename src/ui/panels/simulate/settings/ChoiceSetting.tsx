import { useId } from 'react';
import { Field } from '../../../primitives/Field';
import { OriginTag } from './OriginTag';
import type { SettingOrigin } from './settingTexts';

interface Props<T extends string | number> {
  readonly label: string;
  readonly value: T;
  readonly choices: readonly (readonly [T, string])[];
  readonly help?: string;
  readonly origin?: SettingOrigin;
  readonly onChange: (value: T) => void;
}

/** Longer ones have no room beside their label. */
const besideLabel = 16;

/** A setting that is one of a few. */
export function ChoiceSetting<T extends string | number>({
  label,
  value,
  choices,
  help,
  origin,
  onChange,
}: Props<T>) {
  const id = useId();
  const hint = help !== undefined && (
    <>
      {help} {origin !== undefined && <OriginTag origin={origin} />}
    </>
  );
  return (
    <Field
      label={label}
      htmlFor={id}
      stacked={choices.some(([, name]) => name.length > besideLabel)}
      {...(hint === false ? {} : { hint, hintId: `${id}hint` })}
    >
      <select
        id={id}
        aria-describedby={hint === false ? undefined : `${id}hint`}
        value={value}
        onChange={(event) => {
          const chosen = choices.find(([choice]) => String(choice) === event.target.value);
          if (chosen !== undefined) onChange(chosen[0]);
        }}
      >
        {choices.map(([choice, name]) => (
          <option key={choice} value={choice}>
            {name}
          </option>
        ))}
      </select>
    </Field>
  );
}
