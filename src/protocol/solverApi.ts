/** Contract between the page and the solver worker. Plain data only; expected failures are part of the answer. */
import type { SentScenario } from '../core/scenario/sentScenario';
import type { Scenario } from '../core/scenario/types';
import type { Solution, TicksRequest } from '../core/solvers/solution';
import type { StudyId, StudyMap } from '../core/studies/types';
import type { Breakpoint } from '../core/solvers/types';

export type { Solution, StudyId, StudyMap, TicksRequest };

/** One study of a scenario; `StudyMap` says which options and which answer belong to a study. */
export interface StudyRequest<K extends StudyId = StudyId> {
  readonly study: K;
  readonly scenario: Scenario;
  readonly options: StudyMap[K]['options'];
}

/** The same question as it travels: the workload is left out while it stays the same. */
type Sent<T> = Omit<T, 'scenario'> & { readonly scenario: SentScenario };

/** Every call takes at most about two seconds: then the answer is the best found so far, marked as not proved. */
export interface SolverApi {
  solve(scenario: SentScenario): Solution;
  ticks(request: Sent<TicksRequest>): readonly Breakpoint[];
  /** `onProgress`: part done, 0..1. */
  study<K extends StudyId>(
    request: Sent<StudyRequest<K>>,
    onProgress?: (part: number) => void,
  ): StudyMap[K]['answer'];
}
