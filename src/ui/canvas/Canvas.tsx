import { useMedia } from '../shell/useMedia';
import { FlowCanvas } from './FlowCanvas';
import { NetworkStrip } from './NetworkStrip';

/** The network: a plan to draw on, or on a phone its route as a list. */
export function Canvas() {
  const isNarrow = useMedia('(max-width: 719px)');
  return isNarrow ? <NetworkStrip /> : <FlowCanvas />;
}
