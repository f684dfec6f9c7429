/** Studies: asked by the view that shows them, about the document that is shown. Superseded answers are dropped. */
import type { StudyId, StudyMap } from '../protocol/solverApi';
import { sameStudyInput } from './solverInput';
import type { SliceContext } from './slice';
import type { AppState, Studies, StudyResult, StudyState } from './types';
import { selectShown } from './useStore';

type StudiesSlice = Pick<AppState, 'studies' | 'study'>;

interface Request extends Omit<StudyResult<StudyId>, 'answer'> {
  readonly number: number;
}

/** The service drops what a newer request replaces, so nothing here ever needs to abort. */
const keep = new AbortController().signal;

const idle: Studies = {
  methods: { status: 'idle' },
  front: { status: 'idle' },
  row: { status: 'idle' },
  operators: { status: 'idle' },
  sweep: { status: 'idle' },
  training: { status: 'idle' },
  recurrent: { status: 'idle' },
  collaborative: { status: 'idle' },
};

export function createStudies({ set, get, services }: SliceContext): StudiesSlice {
  const asked = new Map<StudyId, Request>();
  /** The newest request of a study that was answered: an older answer never replaces it. */
  const answered = new Map<StudyId, number>();
  let requests = 0;

  const change = <K extends StudyId>(study: K, state: StudyState<K>): void =>
    set({ studies: { ...get().studies, [study]: state } });

  const lastOf = <K extends StudyId>(study: K): StudyResult<K> | null => {
    const state: StudyState<K> = get().studies[study];
    return state.status === 'idle' ? null : state.last;
  };

  const ask = async <K extends StudyId>(study: K, options: StudyMap[K]['options']): Promise<void> => {
    const question = { scenario: selectShown(get()), options };
    const number = ++requests;
    asked.set(study, { ...question, number });
    const isNewest = (): boolean => asked.get(study)?.number === number;
    change(study, { status: 'running', progress: null, last: lastOf(study) });
    let settled = false;
    const result = await services.solver.study(keep, { study, ...question }, (progress) => {
      // Progress has a channel of its own: some of it can arrive after the answer.
      if (isNewest() && !settled) change(study, { status: 'running', progress, last: lastOf(study) });
    });
    settled = true;
    if (result.ok) {
      if (number < (answered.get(study) ?? 0)) return;
      answered.set(study, number);
      const last = { ...question, answer: result.value };
      // An older answer of a drag is a frame of it, shown while the newest is on its way.
      change(study, isNewest() ? { status: 'done', last } : { status: 'running', progress: null, last });
    } else if (result.error.kind === 'worker-failed' && isNewest()) {
      change(study, { status: 'failed', last: lastOf(study), failure: result.error });
    }
  };

  return {
    studies: idle,
    study: (study, options) => {
      const before = asked.get(study);
      const same =
        before !== undefined &&
        get().studies[study].status !== 'failed' &&
        JSON.stringify(before.options) === JSON.stringify(options) &&
        sameStudyInput(before.scenario, selectShown(get()));
      if (!same) void ask(study, options);
    },
  };
}
