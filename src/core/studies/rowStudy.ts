import type { Scenario } from '../scenario/types';
import type { StudyContext } from './types';
import type { RowAnswer, RowOptions } from './rowTypes';

export function rowStudy(scenario: Scenario, options: RowOptions, context: StudyContext): RowAnswer {
  throw new Error(`not built: ${scenario.name} ${JSON.stringify(options)} ${String(context.shouldStop())}`);
}
