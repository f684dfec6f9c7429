import { flushSync } from 'react-dom';
import type { AppStore } from '../../state/useStore';

/** The table of reasons, wherever it is shown. */
export const whyId = 'why-this-split';

/** Opens the Layers tab at the reasons for the best plan. */
export function showWhy({ getState }: Pick<AppStore, 'getState'>): void {
  flushSync(() => getState().changeView({ place: 'play', dockOpen: true, dockTab: 'layers' }));
  const reasons = document.getElementById(whyId);
  reasons?.scrollIntoView({ block: 'nearest' });
  reasons?.focus({ preventScroll: true });
}
