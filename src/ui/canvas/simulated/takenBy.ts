import type { ReactFlowState } from '@xyflow/react';
import { boxOf } from '../flowBoxes';
import type { Taken } from './wayEdits';

/** A corner on screen, with a little room [px]. */
const cornerPx = 36;

/** The boxes of nodes as they are drawn: a corner must not lie on one. */
export function takenBy({ nodeLookup, transform }: Pick<ReactFlowState, 'nodeLookup' | 'transform'>): Taken {
  return { boxes: [...nodeLookup.values()].map(boxOf), sizeM: cornerPx / transform[2] };
}
