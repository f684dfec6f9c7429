/** The document: edits and gestures over it, undo, and opening another one. */
import { refreshProfiles } from '../core/profile/profileFor';
import { isFigureLink } from '../core/reproduce/figureLink';
import { ok, type Result } from '../core/result';
import type { DocumentError } from '../core/scenario/documentError';
import { adoptProfile } from '../core/scenario/edits';
import { parseScenarioText } from '../core/scenario/parseScenario';
import { sameData } from '../core/scenario/sameData';
import type { Scenario } from '../core/scenario/types';
import { documentToShare, textToShare, tooLargeFor } from './documentToShare';
import { adoptFittingProfile } from './fittingProfile';
import { placeOf, viewAt } from './linkPlace';
import { measuredByThisBrowser, type Own } from './measuredHere';
import type { SliceContext } from './slice';
import type { AppState, DocumentOrigin, Edit } from './types';
import { viewOf } from './viewSlice';

type EditActions = Pick<AppState, 'edit' | 'preview' | 'commit' | 'discard' | 'undo' | 'redo'>;
type OpenActions = Pick<AppState, 'open' | 'openText' | 'openLink'>;
type DocumentSlice = Pick<
  AppState,
  'scenario' | 'draft' | 'canUndo' | 'canRedo' | 'shareFragment' | 'adoptProfile'
> &
  EditActions &
  OpenActions;

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
  const { get, services } = context;
  const { actions, editBehindGesture, ...replacing } = createEditing(context, history);
  const slice: DocumentSlice = {
    scenario: refreshProfiles(initial),
    draft: null,
    canUndo: false,
    canRedo: false,
    ...actions,
    ...createOpening(context, replacing),
    shareFragment: () => {
      const shared = documentToShare(get());
      // Nobody could open such a link: it must not look like a good one.
      if (textToShare(shared) === null) get().notify(tooLargeFor('link'));
      return services.linkCodec.encode(shared);
    },
    adoptProfile: (profile, node) =>
      actions.edit((scenario) => adoptProfile(scenario, node ?? scenario.sourceId, profile)),
  };
  return { slice, editBehindGesture };
}

interface Editing {
  readonly actions: EditActions;
  /** Ends a gesture and makes this the document, as it is: one undo step unless it is the document already. */
  readonly replace: (scenario: Scenario) => void;
  /** The same for another document: what was simulated of the one before is forgotten. */
  readonly replaceDocument: (scenario: Scenario) => void;
  readonly editBehindGesture: (edit: Edit) => void;
}

function createEditing({ set, get }: SliceContext, history: () => History): Editing {
  /** The edit being previewed, to be applied again when the document changes beneath it. */
  let gesture: Edit | null = null;
  /** By a document that was opened: those whose place it took. */
  const openedOver = new WeakMap<Scenario, WeakSet<Scenario>>();
  const wasOpened = (later: Scenario, earlier: Scenario): boolean =>
    openedOver.get(later)?.has(earlier) === true;

  const applied = (edit: Edit, scenario: Scenario): Scenario => complete(scenario, edit(scenario), get());

  const show = (scenario: Scenario, draft: Scenario | null): void => {
    set({ scenario, draft, view: viewOf(scenario, get().view) });
  };

  const replace = (scenario: Scenario): void => {
    gesture = null;
    show(scenario, null);
  };

  const replaceDocument = (scenario: Scenario): void => {
    const before = get().scenario;
    openedOver.set(scenario, (openedOver.get(scenario) ?? new WeakSet()).add(before));
    replace(scenario);
    get().forgetRun();
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
    const before = get().scenario;
    step();
    const { scenario } = get();
    show(scenario, null);
    // The step was the opening of a document: the other one is here now.
    if (wasOpened(before, scenario) || wasOpened(scenario, before)) get().forgetRun();
  };

  const actions: EditActions = {
    edit: (change) => replace(applied(change, get().scenario)),
    preview: (change) => {
      const { scenario } = get();
      const next = applied(change, scenario);
      gesture = change;
      set({ draft: next === scenario ? null : next });
    },
    commit: () => {
      gesture = null;
      const { draft } = get();
      if (draft !== null) show(draft, null);
    },
    discard,
    undo: () => travel(() => history().undo()),
    redo: () => travel(() => history().redo()),
  };

  const editBehindGesture = (change: Edit): void => {
    const scenario = applied(change, get().scenario);
    const draft = gesture === null ? null : applied(gesture, scenario);
    show(scenario, draft === scenario ? null : draft);
  };

  return { actions, replace, replaceDocument, editBehindGesture };
}

/** Documents from elsewhere open as they are: what this device has measured never takes the place of the author's figures. */
function createOpening(
  { get, services }: SliceContext,
  { replace, replaceDocument }: Pick<Editing, 'replace' | 'replaceDocument'>,
): OpenActions {
  let newestLink = 0;

  const open = (scenario: Scenario): void => {
    const current = get().scenario;
    const same = sameData(current, scenario);
    // A strategy chosen for the document before says nothing about this one.
    if (!same) get().changeView({ shownPlan: 'best' });
    if (same) replace(current);
    else replaceDocument(refreshProfiles(scenario));
  };

  const opened = (
    result: Result<Scenario, DocumentError>,
    what: DocumentOrigin,
  ): Result<Scenario, DocumentError> => {
    if (result.ok) open(result.value);
    else get().notify({ kind: 'document-error', error: result.error, what });
    return result;
  };

  return {
    open,
    openText: (text) => opened(parseScenarioText(text), 'file'),
    openLink: async (fragment) => {
      newestLink += 1;
      const link = newestLink;
      if (isFigureLink(fragment)) {
        await get().openFigureLink(fragment);
        return ok(get().scenario);
      }
      const result = await services.linkCodec.decode(fragment);
      // Two links in quick succession: only the later one opens, however long each took to unpack.
      if (link !== newestLink) return result;
      const place = placeOf(fragment);
      if (result.ok && place !== null) get().changeView(viewAt(place));
      const answer = opened(result, 'link');
      // Of the document as it has just been opened; how it goes is the simulation's to say.
      if (answer.ok && place !== null && 'moment' in place) void get().openLinkedRun(place.moment);
      return answer;
    },
  };
}

/** After a change of the workload, a measurement of the new model that this device already has takes over. */
function complete(before: Scenario, after: Scenario, own: Own): Scenario {
  return after.workload === before.workload ? after : adoptFittingProfile(after, measuredByThisBrowser(own));
}
