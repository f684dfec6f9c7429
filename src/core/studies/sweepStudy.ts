import type { Scenario } from '../scenario/types';
import type { StudyContext } from './types';
import type { SweepAnswer, SweepOptions } from './sweepTypes';

export function sweepStudy(scenario: Scenario, options: SweepOptions, context: StudyContext): SweepAnswer {
  throw new Error(`not built: ${scenario.name} ${JSON.stringify(options)} ${String(context.shouldStop())}`);
}
