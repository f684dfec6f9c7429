import type { Scenario } from '../scenario/types';
import type { StudyContext } from './types';
import type { FrontAnswer, FrontOptions } from './frontTypes';

export function frontStudy(scenario: Scenario, options: FrontOptions, context: StudyContext): FrontAnswer {
  throw new Error(`not built: ${scenario.name} ${JSON.stringify(options)} ${String(context.shouldStop())}`);
}
