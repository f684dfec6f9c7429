import { lazy, memo, Suspense } from 'react';
import { LazyCanvas } from '../../shell/LazyCanvas';
import { AtMoment } from './AtMoment';
import { WayEditing } from './WayEditing';
import { WayTools } from './WayTools';

// A phone shows the strip, and need not load what draws on the plan.
const JourneyOverlay = lazy(async () => ({
  default: (await import('./JourneyOverlay')).JourneyOverlay,
}));
// Made once: a frame that passes draws only what looks at the moment.
const canvas = (
  <LazyCanvas tools={<WayTools />} sliderOnDemand>
    <Suspense>
      <JourneyOverlay />
    </Suspense>
  </LazyCanvas>
);

/** The shared canvas with the moment of the run on it, and the UE's way to be edited. */
export const SimulatedCanvas = memo(function SimulatedCanvas() {
  return (
    <WayEditing>
      <AtMoment>{canvas}</AtMoment>
    </WayEditing>
  );
});
