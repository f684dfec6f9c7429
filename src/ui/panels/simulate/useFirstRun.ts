import { useEffect } from 'react';
import { estimateRunS } from '../../../core/simulation/runEstimate';
import type { AppState } from '../../../state/types';
import { useApp, useAppStore } from '../../../state/useStore';

/** What is run without being asked for takes no longer, by the estimate [s]. */
const cheapS = 2;

/** null while the solver is at the drawing. */
function selectEstimateS({ run, scenario }: AppState): number | null {
  if (run.status === 'failed') return estimateRunS(scenario, { latencyS: null, blocks: 1 });
  if (run.status !== 'done') return null;
  const { best, ownStart } = run.last.solution;
  return estimateRunS(scenario, {
    latencyS: best?.totalS ?? null,
    blocks: ownStart.boundaries.at(-1) ?? 1,
  });
}

/** How long a run of the document takes, where that is worth saying: it does not start by itself [s]. */
export function useLongRunS(): number | null {
  return useApp((state) => {
    const estimateS = selectEstimateS(state);
    return estimateS === null || estimateS <= cheapS ? null : estimateS;
  });
}

/**
 * Where nothing was run yet, a run that does not take long starts by itself, whatever the network is and however the place was
 * opened; a longer one waits for its button, which says how long it takes. So too when another document is opened.
 */
export function useFirstRun(): void {
  const store = useAppStore();
  const isCheap = useApp((state) => {
    const estimateS = selectEstimateS(state);
    return estimateS !== null && estimateS <= cheapS;
  });
  const opened = useApp((state) => state.simulation.opened);
  useEffect(() => {
    const { simulation, startSimulation } = store.getState();
    const isFirst = simulation.last === null && simulation.simulating.status === 'idle';
    if (isFirst && isCheap) void startSimulation();
  }, [store, isCheap, opened]);
}
