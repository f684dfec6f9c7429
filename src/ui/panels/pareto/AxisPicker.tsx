import { useId } from 'react';
import { Button } from '../../primitives/Button';
import { criterionTexts, otherCriteria, type OtherCriterion } from './criterionTexts';
import type { ParetoAxes } from './paretoView';
import styles from './Pareto.module.css';

interface Props {
  readonly axes: ParetoAxes;
  readonly onChange: (axes: ParetoAxes) => void;
  readonly isLog: boolean;
  readonly onLog: (isLog: boolean) => void;
}

/** What is held against latency, and what the points' size shows. */
export function AxisPicker({ axes, onChange, isLog, onLog }: Props) {
  const id = useId();
  return (
    <>
      <span className={styles.pick}>
        <label htmlFor={`${id}y`}>Upwards</label>
        <select
          id={`${id}y`}
          value={axes.y}
          onChange={(event) => {
            const y = event.target.value as OtherCriterion;
            onChange({ y, third: axes.third === y ? null : axes.third });
          }}
        >
          {otherCriteria.map((criterion) => (
            <option key={criterion} value={criterion}>
              {criterionTexts[criterion].name}
            </option>
          ))}
        </select>
      </span>
      <span className={styles.pick}>
        <label htmlFor={`${id}third`} className="visually-hidden">
          Area of the points
        </label>
        <select
          id={`${id}third`}
          title="A third criterion, as the area of the points"
          value={axes.third ?? ''}
          onChange={(event) => {
            const { value } = event.target;
            onChange({ ...axes, third: value === '' ? null : (value as OtherCriterion) });
          }}
        >
          <option value="">area: none</option>
          {otherCriteria
            .filter((criterion) => criterion !== axes.y)
            .map((criterion) => (
              <option key={criterion} value={criterion}>
                area: {criterionTexts[criterion].phrase}
              </option>
            ))}
        </select>
      </span>
      <Button look="quiet" aria-pressed={isLog} onClick={() => onLog(!isLog)}>
        Log scales
      </Button>
    </>
  );
}
