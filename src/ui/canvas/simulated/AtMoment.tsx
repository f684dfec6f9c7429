import type { ReactNode } from 'react';
import { useDrawnRun } from '../../panels/simulate/useShownRun';
import { SimulatedMoment } from './SimulatedMoment';

/** The network at the moment of the run on screen; as it is drawn before the first run. */
export function AtMoment({ children }: { readonly children: ReactNode }) {
  const shown = useDrawnRun();
  if (shown === null) return children;
  return (
    <SimulatedMoment run={shown.run} scenario={shown.scenario}>
      {children}
    </SimulatedMoment>
  );
}
