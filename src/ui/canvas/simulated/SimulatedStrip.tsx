import { NetworkStrip } from '../NetworkStrip';
import { AtMoment } from './AtMoment';

const strip = <NetworkStrip />;

/** For phones: the route of the drawing, with what runs and what links carry at the moment. */
export function SimulatedStrip() {
  return <AtMoment>{strip}</AtMoment>;
}
