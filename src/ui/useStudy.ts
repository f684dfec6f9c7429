import { useEffect } from 'react';
import type { StudyId, StudyMap } from '../protocol/solverApi';
import type { StudyState } from '../state/types';
import { selectShown, useApp, useAppStore } from '../state/useStore';

/**
 * Keeps a study answering the shown document while the view that calls this is on screen. `options` must be JSON; a new
 * object with the same content asks nothing.
 */
export function useStudy<K extends StudyId>(study: K, options: StudyMap[K]['options']): StudyState<K> {
  const store = useAppStore();
  const shown = useApp(selectShown);
  const key = JSON.stringify(options);
  useEffect(() => {
    store.getState().study(study, JSON.parse(key) as StudyMap[K]['options']);
  }, [store, study, shown, key]);
  return useApp((state): StudyState<K> => state.studies[study]);
}
