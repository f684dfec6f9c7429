import { useId } from 'react';
import { criteria, type Criterion } from '../../../core/scenario/goals';
import { limits } from '../../../core/scenario/limits';
import type { Goals } from '../../../core/scenario/types';
import type { FrontAnswer } from '../../../core/studies/frontTypes';
import type { Measures } from '../../../core/studies/measures';
import { useApp, useAppStore } from '../../../state/useStore';
import { Button } from '../../primitives/Button';
import { NumberField } from '../../primitives/NumberField';
import { criterionTexts } from './criterionTexts';
import { fieldLimitEdit, minimiseEdit, weightEdit } from './goalEdits';
import { excess } from './limitWords';
import { methodName, shownMethods, type ShownMethod } from './paretoView';
import styles from './GoalsTable.module.css';

interface Props {
  readonly goals: Goals;
  readonly answer: FrontAnswer;
  /** Of the point that is drawn; null where none is. */
  readonly chosen: Measures | null;
}

/** What is minimised, what is limited and what weighs how much, beside what each method makes of it. */
export function GoalsTable({ goals, answer, chosen }: Props) {
  const group = useId();
  const measuresOf = (method: ShownMethod) =>
    answer.methods.find((entry) => entry.method === method)?.measures ?? null;
  return (
    <div
      className={styles.scroller}
      role="region"
      aria-label="Goals and what the methods answer"
      tabIndex={0}
    >
      <table className={styles.goals}>
        <caption className="visually-hidden">
          Goals, and the plan that each method finds for them: choose one to draw it
        </caption>
        <thead>
          <tr>
            <th scope="col">Criterion</th>
            <th scope="col">Minimise</th>
            <th scope="col">Limit</th>
            <th scope="col">Weight (eq. 11)</th>
            {shownMethods.map((method) => (
              <th key={method} scope="col" className={styles.number}>
                <MethodButton method={method} works={measuresOf(method) !== null} />
              </th>
            ))}
            {chosen !== null && (
              <th scope="col" className={styles.number}>
                Chosen point
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {criteria.map((criterion) => (
            <tr key={criterion}>
              <GoalCells criterion={criterion} goals={goals} group={group} />
              {shownMethods.map((method) => (
                <MeasureCell key={method} measures={measuresOf(method)} goals={goals} criterion={criterion} />
              ))}
              {chosen !== null && <MeasureCell measures={chosen} goals={goals} criterion={criterion} />}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function MethodButton({ method, works }: { readonly method: ShownMethod; readonly works: boolean }) {
  const store = useAppStore();
  const isShown = useApp((state) => state.view.shownPlan === method);
  return (
    <Button
      look="quiet"
      aria-pressed={isShown}
      disabled={!works}
      title={works ? 'Draw its plan on the canvas' : 'It has no plan here'}
      onClick={() => store.getState().changeView({ shownPlan: method })}
    >
      {methodName(method)}
    </Button>
  );
}

interface GoalProps {
  readonly criterion: Criterion;
  readonly goals: Goals;
  /** Name of the choice of what to minimise, one for all rows. */
  readonly group: string;
}

function GoalCells({ criterion, goals, group }: GoalProps) {
  const edit = useApp((state) => state.edit);
  const { name, unit, meaning, limitKey, weightKey } = criterionTexts[criterion];
  return (
    <>
      <th scope="row" title={meaning}>
        {name}
      </th>
      <td>
        <label className={styles.radio}>
          <input
            type="radio"
            name={group}
            checked={goals.minimise === criterion}
            aria-label={`Minimise ${criterionTexts[criterion].phrase}`}
            onChange={() => edit(minimiseEdit(criterion))}
          />
        </label>
      </td>
      <td>
        <div className={styles.field}>
          <NumberField
            value={goals.limits[limitKey]}
            min={0}
            max={criterion === 'leakage' ? limits.leakage : 1e12}
            unit={unit}
            optional
            overlay
            placeholder="no limit"
            label={`Limit of ${criterionTexts[criterion].phrase}${unit === '' ? '' : ` in ${unit}`}, empty = none`}
            onCommit={(value) => edit(fieldLimitEdit(criterion, value))}
          />
        </div>
      </td>
      <td>
        <div className={styles.field}>
          <NumberField
            value={goals.weights[weightKey]}
            min={0}
            max={limits.weight}
            overlay
            {...(unit === '' ? {} : { beside: `per ${unit}` })}
            label={`Weight of ${criterionTexts[criterion].phrase}${unit === '' ? '' : ` per ${unit}`}`}
            onCommit={(value) => edit(weightEdit(criterion, value ?? 0))}
          />
        </div>
      </td>
    </>
  );
}

interface MeasureProps {
  readonly measures: Measures | null;
  readonly goals: Goals;
  readonly criterion: Criterion;
}

/** A value, and by how much it is over its limit. */
function MeasureCell({ measures, goals, criterion }: MeasureProps) {
  const { valueOf, format } = criterionTexts[criterion];
  if (measures === null) return <td className={styles.number}>–</td>;
  const value = valueOf(measures);
  const over = excess(measures, goals.limits, criterion);
  return (
    <td className={styles.number}>
      {value === null ? <span className={styles.soft}>unknown</span> : format(value)}
      {over !== null && <span className={styles.over}>{format(over)} over</span>}
    </td>
  );
}
