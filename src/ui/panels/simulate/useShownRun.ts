import { useDeferredValue, useMemo } from 'react';
import { sameSimulationInput } from '../../../state/solverInput';
import type { SimulationState } from '../../../state/simulationTypes';
import { selectShown, useApp } from '../../../state/useStore';

/** The run on screen; `isOld`: the document has changed since, so that a new run would differ. */
export interface ShownRun extends NonNullable<SimulationState['last']> {
  readonly isOld: boolean;
}

/** null before the first run. */
export function useShownRun(): ShownRun | null {
  const last = useApp((state) => state.simulation.last);
  const isOld = useApp((state) => last !== null && !sameSimulationInput(last.scenario, selectShown(state)));
  return useMemo(() => (last === null ? null : { ...last, isOld }), [last, isOld]);
}

/**
 * The same for drawings, which take longer than a frame of a new run: words and buttons show it first, and drawings follow in slices
 * that input comes between.
 */
export function useDrawnRun(): ShownRun | null {
  return useDeferredValue(useShownRun());
}
