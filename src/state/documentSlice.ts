import { refreshProfiles } from '../core/profile/profileFor';
import type { Profile } from '../core/profile/types';
import type { Result } from '../core/result';
import type { DocumentError } from '../core/scenario/documentError';
import { adoptProfile } from '../core/scenario/edits';
import { parseScenarioText } from '../core/scenario/parseScenario';
import { sameData } from '../core/scenario/sameData';
import type { Scenario } from '../core/scenario/types';
import { adoptFittingProfile } from './fittingProfile';
import type { SliceContext } from './slice';
import { documentToShare, textToShare, tooLargeFor } from './documentToShare';
import type { AppState, DocumentOrigin, Edit } from './types';
import { viewOf } from './viewSlice';

type DocumentSlice = Pick<
  AppState,
  | 'scenario'
  | 'draft'
  | 'canUndo'
  | 'canRedo'
  | 'edit'
  | 'preview'
  | 'commit'
  | 'discard'
  | 'undo'
  | 'redo'
  | 'open'
  | 'openText'
  | 'openLink'
  | 'shareFragment'
  | 'adoptProfile'
>;

/** zundo's, which exists only after the store does. */
export interface History {
  undo(): void;
  redo(): void;
}

export interface Document {
  readonly slice: DocumentSlice;
  /** One undo step that the visitor did not make by hand: a gesture going on over it is kept alive. */
  readonly editBehindGesture: (edit: Edit) => void;
}

export function createDocument(context: SliceContext, initial: Scenario, history: () => History): Document {
  const { set, get, services } = context;
  /** The edit being previewed, to be applied again when the document changes beneath it. */
  let gesture: Edit | null = null;
  let newestLink = 0;

  const applied = (edit: Edit, scenario: Scenario): Scenario =>
    complete(scenario, edit(scenario), get().localProfiles);

  const replace = (scenario: Scenario, draft: Scenario | null): void => {
    set({ scenario, draft, view: viewOf(scenario, get().view) });
  };

  const edit = (change: Edit): void => {
    gesture = null;
    replace(applied(change, get().scenario), null);
  };

  const discard = (): void => {
    gesture = null;
    if (get().draft !== null) set({ draft: null });
  };

  const travel = (step: () => void): void => {
    if (get().draft !== null) {
      discard();
      return;
    }
    step();
    replace(get().scenario, null);
  };

  const open = (scenario: Scenario): void =>
    edit((current) => (sameData(current, scenario) ? current : refreshProfiles(scenario)));

  const opened = (
    result: Result<Scenario, DocumentError>,
    what: DocumentOrigin,
  ): Result<Scenario, DocumentError> => {
    if (result.ok) open(result.value);
    else get().notify({ kind: 'document-error', error: result.error, what });
    return result;
  };

  const slice: DocumentSlice = {
    scenario: refreshProfiles(initial),
    draft: null,
    canUndo: false,
    canRedo: false,
    edit,
    preview: (change) => {
      const { scenario } = get();
      const next = applied(change, scenario);
      gesture = change;
      set({ draft: next === scenario ? null : next });
    },
    commit: () => {
      gesture = null;
      const { draft } = get();
      if (draft !== null) replace(draft, null);
    },
    discard,
    undo: () => travel(() => history().undo()),
    redo: () => travel(() => history().redo()),
    open,
    openText: (text) => opened(parseScenarioText(text), 'file'),
    openLink: async (fragment) => {
      newestLink += 1;
      const link = newestLink;
      const result = await services.linkCodec.decode(fragment);
      // Two links in quick succession: only the later one opens, however long each took to unpack.
      return link === newestLink ? opened(result, 'link') : result;
    },
    shareFragment: () => {
      const shared = documentToShare(get());
      // Nobody could open such a link: it must not look like a good one.
      if (textToShare(shared) === null) get().notify(tooLargeFor('link'));
      return services.linkCodec.encode(shared);
    },
    adoptProfile: (profile) => edit((scenario) => adoptProfile(scenario, scenario.sourceId, profile)),
  };

  const editBehindGesture = (change: Edit): void => {
    const scenario = applied(change, get().scenario);
    const draft = gesture === null ? null : applied(gesture, scenario);
    replace(scenario, draft === scenario ? null : draft);
  };

  return { slice, editBehindGesture };
}

/** After a change of the workload, a measurement of the new model that this device already has takes over. */
function complete(before: Scenario, after: Scenario, localProfiles: readonly Profile[]): Scenario {
  return after.workload === before.workload ? after : adoptFittingProfile(after, localProfiles);
}
