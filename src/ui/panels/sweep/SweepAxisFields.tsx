import { useId } from 'react';
import type { Scenario } from '../../../core/scenario/types';
import { maxSweepSteps, sweepRange } from '../../../core/studies/sweepAxis';
import type { SweepAxis } from '../../../core/studies/sweepTypes';
import { Button } from '../../primitives/Button';
import { NumberField } from '../../primitives/NumberField';
import { axisChoices, axisKey, axisUnit, defaultAxis, type AxisChoice } from './sweepAxes';
import styles from './Sweep.module.css';

interface Props {
  readonly scenario: Scenario;
  /** "Along", "and" */
  readonly name: string;
  /** null: no second axis. */
  readonly axis: SweepAxis | null;
  /** What the other axis has taken. */
  readonly taken: SweepAxis | null;
  readonly isMap: boolean;
  readonly isOptional: boolean;
  readonly onChange: (axis: SweepAxis | null) => void;
}

const groups: readonly AxisChoice['group'][] = ['Capacity', 'Delay', 'Speed', 'Memory', 'Model'];

/** What an axis sweeps, from where to where, in how many points. */
export function SweepAxisFields({ scenario, name, axis, taken, isMap, isOptional, onChange }: Props) {
  const id = useId();
  const choices = axisChoices(scenario).filter(
    ({ key }) => taken === null || key !== axisKey(taken.parameter),
  );
  return (
    <div role="group" aria-label={`${name} axis`} className={styles.axis}>
      <label htmlFor={id}>{name}</label>
      <select
        id={id}
        value={axis === null ? '' : axisKey(axis.parameter)}
        onChange={(event) => {
          const chosen = choices.find(({ key }) => key === event.target.value);
          onChange(
            chosen === undefined ? null : defaultAxis(scenario, chosen.parameter, isMap || isOptional),
          );
        }}
      >
        {isOptional && <option value="">nothing else (lines)</option>}
        {groups.map((group) => {
          const own = choices.filter((choice) => choice.group === group);
          return own.length === 0 ? null : (
            <optgroup key={group} label={group}>
              {own.map(({ key, label }) => (
                <option key={key} value={key}>
                  {label}
                </option>
              ))}
            </optgroup>
          );
        })}
      </select>
      {axis !== null && <RangeFields axis={axis} name={name} isMap={isMap} onChange={onChange} />}
    </div>
  );
}

interface RangeProps {
  readonly axis: SweepAxis;
  readonly name: string;
  readonly isMap: boolean;
  readonly onChange: (axis: SweepAxis) => void;
}

function RangeFields({ axis, name, isMap, onChange }: RangeProps) {
  const { parameter, from, to, steps, scale } = axis;
  const { min, max } = sweepRange(parameter);
  const unit = axisUnit(parameter);
  const whole = parameter.kind === 'input-px';
  return (
    <>
      <span className={styles.range}>
        <NumberField
          label={`${name}: from`}
          value={from}
          min={min}
          max={max}
          whole={whole}
          overlay
          onCommit={(value) => value !== null && onChange({ ...axis, from: value })}
        />
        to
        <NumberField
          label={`${name}: to`}
          value={to}
          min={min}
          max={max}
          whole={whole}
          unit={unit}
          overlay
          onCommit={(value) => value !== null && onChange({ ...axis, to: value })}
        />
        in
        <NumberField
          label={`${name}: points`}
          value={steps}
          min={2}
          max={isMap ? maxSweepSteps.map : maxSweepSteps.lines}
          whole
          beside="points"
          overlay
          onCommit={(value) => value !== null && onChange({ ...axis, steps: value })}
        />
      </span>
      <Button
        look="quiet"
        aria-pressed={scale === 'log'}
        aria-label={`${name}: log scale`}
        onClick={() => onChange(toggledScale(axis))}
      >
        Log
      </Button>
    </>
  );
}

/** A log axis cannot start at 0: it starts at a thousandth of its end instead. */
function toggledScale(axis: SweepAxis): SweepAxis {
  if (axis.scale === 'log') return { ...axis, scale: 'linear' };
  return { ...axis, scale: 'log', from: axis.from > 0 ? axis.from : axis.to / 1000 };
}
