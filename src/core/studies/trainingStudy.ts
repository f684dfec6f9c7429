import type { Scenario } from '../scenario/types';
import type { StudyContext } from './types';
import type { TrainingAnswer, TrainingOptions } from './trainingTypes';

export function trainingStudy(
  scenario: Scenario,
  options: TrainingOptions,
  context: StudyContext,
): TrainingAnswer {
  throw new Error(`not built: ${scenario.name} ${JSON.stringify(options)} ${String(context.shouldStop())}`);
}
