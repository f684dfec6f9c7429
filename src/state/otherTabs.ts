/** Tabs of the page share one autosave: whoever writes last is what a reload opens. Says so when that comes to matter. */
import { sameData } from '../core/scenario/sameData';
import type { LocalStore } from '../services/types';
import type { AppStore } from './useStore';

/** Tells, once a visit, that another tab has saved a different document. The answer ends watching. */
export function watchOtherTabs(store: AppStore, localStore: LocalStore): () => void {
  const stop = localStore.watch((key) => {
    if (key !== 'scenario') return;
    const { scenario, notify } = store.getState();
    const saved = localStore.read('scenario');
    if (!saved.ok || saved.value === null || sameData(saved.value, scenario)) return;
    stop();
    notify({ kind: 'other-tab' });
  });
  return stop;
}
