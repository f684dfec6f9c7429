import type { DockTab } from '../../../state/types';

/** The id of a tab's button in the page. */
export const dockTabId = (tab: DockTab): string => `dock-tab-${tab}`;
