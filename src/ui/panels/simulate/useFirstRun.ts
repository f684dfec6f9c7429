import { useEffect } from 'react';
import { simulationOf } from '../../../core/simulation/settings';
import { useAppStore } from '../../../state/useStore';

/** What is run without being asked for takes less than a second or two [simulated s]. */
const cheapS = 60;

/** Where nothing was run yet, a short run starts by itself: the place opens with something to see. */
export function useFirstRun(): void {
  const store = useAppStore();
  useEffect(() => {
    const { scenario, simulation, startSimulation } = store.getState();
    const isFirst = simulation.last === null && simulation.simulating.status === 'idle';
    if (isFirst && simulationOf(scenario).durationS <= cheapS) void startSimulation();
  }, [store]);
}
