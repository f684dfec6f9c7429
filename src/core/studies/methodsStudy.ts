import type { Scenario } from '../scenario/types';
import type { StudyContext } from './types';
import type { MethodsAnswer, MethodsOptions } from './methodsTypes';

export function methodsStudy(
  scenario: Scenario,
  options: MethodsOptions,
  context: StudyContext,
): MethodsAnswer {
  throw new Error(`not built: ${scenario.name} ${JSON.stringify(options)} ${String(context.shouldStop())}`);
}
