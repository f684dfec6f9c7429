import { useEffect } from 'react';
import { useAppStore } from '../../state/useStore';
import type { AppState } from '../../state/types';

/** Marks the page with `data-state` idle, running or failed: what scripts that drive the page wait for. */
export function useRunMark(): void {
  const store = useAppStore();
  useEffect(() => {
    const mark = ({ run, simulation, studies }: AppState) => {
      const working = [simulation.simulating, ...Object.values(studies)].some(
        ({ status }) => status === 'running',
      );
      document.documentElement.dataset['state'] =
        run.status !== 'done' ? run.status : working ? 'running' : 'idle';
    };
    mark(store.getState());
    return store.subscribe((state, previous) => {
      if (
        state.run !== previous.run ||
        state.studies !== previous.studies ||
        state.simulation.simulating !== previous.simulation.simulating
      )
        mark(state);
    });
  }, [store]);
}
