/** Where a link opens the page: the part "&at=messages.7" after the document, a tab of the dock and a step in it. */
import { dockTabs, type DockTab, type ViewState } from './types';

export interface LinkPlace {
  readonly tab: DockTab;
  /** null where the tab has no steps. */
  readonly step: number | null;
}

const shape = /&at=([a-z]+)(?:\.(\d{1,4}))?(?:&|$)/;

/** The fragment of a document with a place added: "s=2.…&at=messages.7". */
export function withPlace(fragment: string, { tab, step }: LinkPlace): string {
  return `${fragment}&at=${tab}${step === null ? '' : `.${step}`}`;
}

/** The place that a fragment names; null where it names none, or one that this page does not have. */
export function placeOf(fragment: string): LinkPlace | null {
  const match = shape.exec(fragment);
  const tab = dockTabs.find((candidate) => candidate === match?.[1]);
  if (match === null || tab === undefined) return null;
  return { tab, step: match[2] === undefined ? null : Number(match[2]) };
}

/** The view that shows a place. A tab with fewer steps than the link says shows its last one. */
export function viewAt({ tab, step }: LinkPlace): Partial<ViewState> {
  return { place: 'play', dockOpen: true, dockTab: tab, ...(step === null ? {} : { step }) };
}
