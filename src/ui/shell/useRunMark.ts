import { useEffect } from 'react';
import { useAppStore } from '../../state/useStore';
import type { AppState } from '../../state/types';

/** Marks the page with `data-state` idle, running or failed: what scripts that drive the page wait for. */
export function useRunMark(): void {
  const store = useAppStore();
  useEffect(() => {
    const mark = ({ run }: AppState) => {
      document.documentElement.dataset['state'] = run.status === 'done' ? 'idle' : run.status;
    };
    mark(store.getState());
    return store.subscribe((state, previous) => {
      if (state.run !== previous.run) mark(state);
    });
  }, [store]);
}
