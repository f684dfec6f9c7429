import type { KeptKey } from './storage';
import type { AppState } from './types';
import { withoutDeviceDetails } from './withoutDeviceDetails';

/** What a link or a file carries: the document as committed, with device details only if the settings say so. */
export function documentToShare({
  scenario,
  settings,
}: Pick<AppState, KeptKey<{ link: true }> | 'settings'>): AppState[KeptKey<{ link: true }>] {
  return settings.shareDeviceDetails ? scenario : withoutDeviceDetails(scenario);
}
