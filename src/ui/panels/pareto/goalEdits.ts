/** Goals as the chart and the fields move them: SI units in, the document's units out. */
import type { Criterion } from '../../../core/scenario/goals';
import { changeGoals } from '../../../core/scenario/goalEdits';
import type { Edit } from '../../../state/types';
import { criterionTexts } from './criterionTexts';
import type { LimitEditing } from './useLimitGesture';

/** A limit in SI units; null removes it. Twelve figures: no rounding of the unit is seen. */
export function limitEdit(criterion: Criterion, value: number | null): Edit {
  const { perUnit } = criterionTexts[criterion];
  return fieldLimitEdit(criterion, value === null ? null : Number((value * perUnit).toPrecision(12)));
}

/** A limit in the unit of its field. */
export function fieldLimitEdit(criterion: Criterion, value: number | null): Edit {
  const { limitKey } = criterionTexts[criterion];
  return (scenario) => changeGoals(scenario, { limits: { [limitKey]: value } });
}

export function weightEdit(criterion: Criterion, value: number): Edit {
  const { weightKey } = criterionTexts[criterion];
  return (scenario) => changeGoals(scenario, { weights: { [weightKey]: value } });
}

export function minimiseEdit(criterion: Criterion): Edit {
  return (scenario) => changeGoals(scenario, { minimise: criterion });
}

export function limitEditing(criterion: Criterion): LimitEditing {
  return {
    editTo: (value) => limitEdit(criterion, value),
    valueText: (value) =>
      value === null ? 'no limit' : `at most ${criterionTexts[criterion].format(value)}`,
  };
}
