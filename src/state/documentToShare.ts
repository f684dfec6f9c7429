import { limits } from '../core/scenario/limits';
import type { Scenario } from '../core/scenario/types';
import type { KeptKey } from './storage';
import type { AppState, NewNotice } from './types';
import { withoutDeviceDetails } from './withoutDeviceDetails';

/** What a link or a file carries: the document as committed, with device details only if the settings say so. */
export function documentToShare({
  scenario,
  settings,
}: Pick<AppState, KeptKey<{ link: true }> | 'settings'>): AppState[KeptKey<{ link: true }>] {
  return settings.shareDeviceDetails ? scenario : withoutDeviceDetails(scenario);
}

/** The document as text, indented where that still fits; null when nobody could open it again. */
export function textToShare(scenario: Scenario): string | null {
  const candidates = [JSON.stringify(scenario, null, 1), JSON.stringify(scenario)];
  return candidates.find((text) => new Blob([text]).size <= limits.documentBytes) ?? null;
}

export function tooLargeFor(what: 'file' | 'link'): NewNotice {
  return { kind: 'document-error', error: { kind: 'too-large', limitBytes: limits.documentBytes }, what };
}
