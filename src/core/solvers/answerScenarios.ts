import { createScenarioReceiver, type SentScenario } from '../scenario/sentScenario';
import { runStudy } from '../studies/runStudy';
import type { StudyId, StudyMap } from '../studies/types';
import type { Solution, TicksRequest } from './solution';
import { findTicks, solveScenario } from './solveScenario';
import type { Breakpoint, ShouldStop } from './types';

type Sent<T> = Omit<T, 'scenario'> & { readonly scenario: SentScenario };

interface SentStudy<K extends StudyId> {
  readonly study: K;
  readonly scenario: SentScenario;
  readonly options: StudyMap[K]['options'];
}

/**
 * What a solver worker answers, in its own order of messages: a workload left out is the one sent last.
 *
 * @param startBudget - begins the time of one call; what it answers says when that is spent
 */
export function answerScenarios(startBudget: () => ShouldStop) {
  const receive = createScenarioReceiver();
  return {
    solve: (scenario: SentScenario): Solution => solveScenario(receive(scenario), startBudget()),
    ticks: (request: Sent<TicksRequest>): readonly Breakpoint[] =>
      findTicks({ ...request, scenario: receive(request.scenario) }, startBudget()),
    study: <K extends StudyId>(
      { study, scenario, options }: SentStudy<K>,
      onProgress?: (part: number) => void,
    ): StudyMap[K]['answer'] => {
      const context = { shouldStop: startBudget() };
      return runStudy(
        study,
        receive(scenario),
        options,
        onProgress === undefined ? context : { ...context, onProgress },
      );
    },
  };
}
