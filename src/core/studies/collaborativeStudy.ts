import type { Scenario } from '../scenario/types';
import type { StudyContext } from './types';
import type { CollaborativeAnswer, CollaborativeOptions } from './collaborativeTypes';

export function collaborativeStudy(
  scenario: Scenario,
  options: CollaborativeOptions,
  context: StudyContext,
): CollaborativeAnswer {
  throw new Error(`not built: ${scenario.name} ${JSON.stringify(options)} ${String(context.shouldStop())}`);
}
