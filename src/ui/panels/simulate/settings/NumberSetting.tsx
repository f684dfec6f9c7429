import { useId } from 'react';
import { err } from '../../../../core/result';
import { simulationLimits } from '../../../../core/scenario/simulationLimits';
import { Field } from '../../../primitives/Field';
import { NumberField } from '../../../primitives/NumberField';
import { parseNumber } from '../../../primitives/parseNumber';
import { OriginTag } from './OriginTag';
import { settingTexts } from './settingTexts';

interface Props {
  readonly name: keyof typeof settingTexts;
  readonly value: number;
  readonly onCommit: (value: number) => void;
  readonly parse?: typeof parseNumber;
}

/** A number of the settings, within its limits, with its unit and what it means. */
export function NumberSetting({ name, value, onCommit, parse }: Props) {
  return (
    <OptionalNumberSetting
      name={name}
      value={value}
      {...(parse === undefined ? {} : { parse })}
      onCommit={(committed) => {
        if (committed !== null) onCommit(committed);
      }}
    />
  );
}

interface OptionalProps extends Omit<Props, 'value' | 'onCommit'> {
  readonly value: number | null;
  readonly onCommit: (value: number | null) => void;
  /** What an empty field means. */
  readonly placeholder?: string;
}

/** One that may be left empty, where it says what that means. */
export function OptionalNumberSetting({ name, value, onCommit, parse, placeholder }: OptionalProps) {
  const id = useId();
  const { help, label, origin, unit, whole } = settingTexts[name];
  const [min, max] = simulationLimits[name];
  return (
    <Field
      label={label}
      htmlFor={id}
      hintId={`${id}hint`}
      hint={
        <>
          {help} <OriginTag origin={origin} />
        </>
      }
    >
      <NumberField
        id={id}
        describedBy={`${id}hint`}
        value={value}
        min={min}
        max={max}
        {...(unit === undefined ? {} : { unit })}
        {...(whole === undefined ? {} : { whole })}
        parse={namedParse(label, parse ?? parseNumber)}
        {...(placeholder === undefined ? {} : { placeholder, optional: true })}
        onCommit={onCommit}
      />
    </Field>
  );
}

/** What is refused names its field: there are many, and the words are read out away from it. */
function namedParse(label: string, parse: typeof parseNumber): typeof parseNumber {
  return (text, bounds) => {
    const parsed = parse(text, bounds);
    return parsed.ok ? parsed : err(`${label}: ${parsed.error}`);
  };
}
