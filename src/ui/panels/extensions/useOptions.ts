import { useState } from 'react';
import type { StudyMap } from '../../../protocol/solverApi';
import { useAppStore } from '../../../state/useStore';

/**
 * Options of a study while its view is open; they start from those of its latest answer, so that a visit to another tab
 * does not lose them.
 */
export function useOptions<K extends 'training' | 'recurrent' | 'collaborative'>(
  study: K,
  defaults: StudyMap[K]['options'],
): readonly [StudyMap[K]['options'], (changes: Partial<StudyMap[K]['options']>) => void] {
  const store = useAppStore();
  const [options, setOptions] = useState(() => {
    const state = store.getState().studies[study];
    return state.status === 'idle' ? defaults : (state.last?.options ?? defaults);
  });
  return [options, (changes) => setOptions((before) => ({ ...before, ...changes }))];
}
