/** Which document the page starts with. */
import { isFigureLink } from '../core/reproduce/figureLink';
import type { Result } from '../core/result';
import type { DocumentError } from '../core/scenario/documentError';
import { parseScenario } from '../core/scenario/parseScenario';
import { openingScenario } from '../core/scenario/presets/opening';
import { sameData } from '../core/scenario/sameData';
import type { Scenario } from '../core/scenario/types';
import type { Services } from '../services/types';
import { placeOf, viewAt, type LinkPlace } from './linkPlace';
import type { NewNotice } from './types';
import type { AppStore } from './useStore';

export interface InitialDocument {
  /** The work of the last visit, or the opening preset. */
  readonly scenario: Scenario;
  /** What the link holds: opened on top as an undoable edit, so that the last visit's work is one undo away. */
  readonly linked: Scenario | null;
  /** Where the link opens the page; null without a link that can be read, or where it names no place. */
  readonly place: LinkPlace | null;
  /** The link of one of the paper's figures, which holds no document; null for any other. */
  readonly figureLink: string | null;
  readonly notices: readonly NewNotice[];
}

const setAsideText =
  'Opened from the link. Your earlier work is kept: undo, or find “Bring back the work that was set aside” among the commands.';

/** Link before autosave before the opening preset. A link or an autosave that cannot be read becomes a notice. */
export async function initialDocument(
  services: Pick<Services, 'localStore' | 'linkCodec'>,
  hash: string,
): Promise<InitialDocument> {
  const notices: NewNotice[] = [];
  const documentOf = (
    result: Result<Scenario, DocumentError> | null,
    what: 'link' | 'autosave',
  ): Scenario | null => {
    if (result === null || result.ok) return result?.value ?? null;
    notices.push({ kind: 'document-error', error: result.error, what });
    return null;
  };
  const figureLink = isFigureLink(hash) ? hash : null;
  const linked = documentOf(
    figureLink === null && hasLink(hash) ? await services.linkCodec.decode(hash) : null,
    'link',
  );
  const saved = documentOf(readAutosave(services.localStore), 'autosave');
  if (linked !== null && saved !== null && !sameData(linked, saved) && !sameData(saved, openingScenario)) {
    // The link's document becomes the autosave: without this a reload would be the end of the earlier work.
    const kept = services.localStore.write('set-aside', saved);
    if (kept.ok) notices.push({ kind: 'done', text: setAsideText });
    else notices.push({ kind: 'storage-error', failure: kept.error });
  }
  const place = linked === null ? null : placeOf(hash);
  return { scenario: saved ?? openingScenario, linked, place, figureLink, notices };
}

/** Puts what `initialDocument` found into a store created on its `scenario`. */
export function openInitialDocument(
  store: AppStore,
  { linked, place, figureLink, notices }: InitialDocument,
): void {
  const { open, notify, changeView, openFigureLink, openLinkedRun } = store.getState();
  if (linked !== null) open(linked);
  if (place !== null) changeView(viewAt(place));
  if (place !== null && 'moment' in place) void openLinkedRun(place.moment);
  if (figureLink !== null) void openFigureLink(figureLink);
  for (const notice of notices) notify(notice);
}

/** Whether a location hash says anything; other fragments than links are reported as unreadable. */
function hasLink(hash: string): boolean {
  return hash.replace(/^#/, '') !== '';
}

/** null: nothing was saved, or storage is blocked. What cannot be read is set aside before anything overwrites it. */
function readAutosave(localStore: Services['localStore']): Result<Scenario, DocumentError> | null {
  const stored = localStore.read('scenario');
  if (!stored.ok || stored.value === null) return null;
  const parsed = parseScenario(stored.value);
  if (!parsed.ok) localStore.write('set-aside', stored.value);
  return parsed;
}
