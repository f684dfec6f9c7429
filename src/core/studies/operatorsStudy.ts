import type { Scenario } from '../scenario/types';
import type { StudyContext } from './types';
import type { OperatorsAnswer, OperatorsOptions } from './operatorsTypes';

export function operatorsStudy(
  scenario: Scenario,
  options: OperatorsOptions,
  context: StudyContext,
): OperatorsAnswer {
  throw new Error(`not built: ${scenario.name} ${JSON.stringify(options)} ${String(context.shouldStop())}`);
}
