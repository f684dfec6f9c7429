/**
 * One or two parameters of a scenario moved over a range. Along a capacity, a delay or a speed every plan costs linearly,
 * so the values at which the best plan changes are exact (lower envelope); along memory and size they are narrowed down
 * between values that were solved. Values are solved from coarse to fine: stopped early, the answer still spans the range.
 */
import type { Scenario } from '../scenario/types';
import { sweepLines } from './sweepLines';
import { sweepMap } from './sweepMap';
import { createSizes, namedProblem, sweepBase } from './sweepProblem';
import type { SweepAnswer, SweepOptions } from './sweepTypes';
import type { StudyContext } from './types';

export function sweepStudy(scenario: Scenario, options: SweepOptions, context: StudyContext): SweepAnswer {
  const base = sweepBase(scenario, options);
  const named = namedProblem(base);
  if (named === null) return { kind: 'trouble', trouble: { kind: 'source-has-no-device' } };
  const sweep = { named, sizeOf: createSizes(base), context };
  return options.y === null ? sweepLines(sweep, options.x) : sweepMap(sweep, options.x, options.y);
}
