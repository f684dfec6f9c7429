/** Limits and by how much a plan breaks them, in words. */
import type { Criterion } from '../../../core/scenario/goals';
import type { GoalLimits } from '../../../core/scenario/types';
import type { Measures } from '../../../core/studies/measures';
import { joinWords } from '../../explain/words';
import { criterionTexts, limitOf } from './criterionTexts';

/** How far a plan is beyond a limit, in SI units; null where it keeps it (to a billionth) or nothing is known. */
export function excess(measures: Measures, limits: GoalLimits, criterion: Criterion): number | null {
  const limit = limitOf(limits, criterion);
  const value = criterionTexts[criterion].valueOf(measures);
  if (limit === null || value === null || value <= limit * (1 + 1e-9)) return null;
  return value - limit;
}

/** "the latency limit by 3.1 ms and the UE energy limit by 20 mJ" */
export function brokenWords(measures: Measures, limits: GoalLimits, broken: readonly Criterion[]): string {
  return joinWords(
    broken.map((criterion) => {
      const over = excess(measures, limits, criterion);
      const { phrase, format } = criterionTexts[criterion];
      return `the ${phrase} limit${over === null ? '' : ` by ${format(over)}`}`;
    }),
  );
}

/** "latency at most 60 ms and UE energy at most 120 mJ" */
export function limitsPhrase(limits: GoalLimits, criteria: readonly Criterion[]): string {
  return joinWords(
    criteria.flatMap((criterion) => {
      const limit = limitOf(limits, criterion);
      const { phrase, format } = criterionTexts[criterion];
      return limit === null ? [] : [`${phrase} at most ${format(limit)}`];
    }),
  );
}
