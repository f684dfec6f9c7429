import type { Scenario } from '../scenario/types';
import type { StudyContext } from './types';
import type { RecurrentAnswer, RecurrentOptions } from './recurrentTypes';

export function recurrentStudy(
  scenario: Scenario,
  options: RecurrentOptions,
  context: StudyContext,
): RecurrentAnswer {
  throw new Error(`not built: ${scenario.name} ${JSON.stringify(options)} ${String(context.shouldStop())}`);
}
