/**
 * Studies: questions about a whole scenario that cost more than a frame, each asked by one view and answered by the solver
 * worker. A study adapts a scenario to a solver and puts ids back; the maths is in `../solvers`.
 */
import type { InfeasibleReason } from '../solvers/types';
import type { CollaborativeAnswer, CollaborativeOptions } from './collaborativeTypes';
import type { FrontAnswer, FrontOptions } from './frontTypes';
import type { MethodsAnswer, MethodsOptions } from './methodsTypes';
import type { OperatorsAnswer, OperatorsOptions } from './operatorsTypes';
import type { RecurrentAnswer, RecurrentOptions } from './recurrentTypes';
import type { RowAnswer, RowOptions } from './rowTypes';
import type { SweepAnswer, SweepOptions } from './sweepTypes';
import type { TrainingAnswer, TrainingOptions } from './trainingTypes';

/** What each study is asked beside the scenario, and what it answers. */
export interface StudyMap {
  readonly methods: { readonly options: MethodsOptions; readonly answer: MethodsAnswer };
  readonly front: { readonly options: FrontOptions; readonly answer: FrontAnswer };
  readonly row: { readonly options: RowOptions; readonly answer: RowAnswer };
  readonly operators: { readonly options: OperatorsOptions; readonly answer: OperatorsAnswer };
  readonly sweep: { readonly options: SweepOptions; readonly answer: SweepAnswer };
  readonly training: { readonly options: TrainingOptions; readonly answer: TrainingAnswer };
  readonly recurrent: { readonly options: RecurrentOptions; readonly answer: RecurrentAnswer };
  readonly collaborative: { readonly options: CollaborativeOptions; readonly answer: CollaborativeAnswer };
}

export type StudyId = keyof StudyMap;

/** What a study needs of its surroundings: core has no clock. */
export interface StudyContext {
  /** true when the time is up: the solver returns the best it has, with its bound, marked as not proved. */
  readonly shouldStop: () => boolean;
  /** Part done, 0..1; null while unknown. */
  readonly onProgress?: (part: number) => void;
}

/** Why a study has no answer for this scenario: data, worded in ui/errors. */
export type StudyTrouble =
  | { readonly kind: 'source-has-no-device' }
  /** Fewer than two computing nodes on the row, so there is nothing to split over. */
  | { readonly kind: 'one-node' }
  /** No split of the row works; `because` names the limit that binds. */
  | { readonly kind: 'no-split'; readonly because: InfeasibleReason };
