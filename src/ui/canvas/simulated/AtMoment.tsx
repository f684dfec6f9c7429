import type { ReactNode } from 'react';
import { useDrawnRun } from '../../panels/simulate/useShownRun';
import { selectShown, useApp } from '../../../state/useStore';
import { isOfDrawing } from './isOfDrawing';
import { SimulatedMoment } from './SimulatedMoment';

/** The network at the moment of the run on screen; as it is drawn before the first run, and where the run is of another drawing. */
export function AtMoment({ children }: { readonly children: ReactNode }) {
  const shown = useDrawnRun();
  const isShown = useApp((state) => shown !== null && isOfDrawing(shown.scenario, selectShown(state)));
  return <SimulatedMoment shown={isShown ? shown : null}>{children}</SimulatedMoment>;
}
