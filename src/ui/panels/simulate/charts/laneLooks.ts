/** How lanes are named and told apart: a letter and a dash each, never colour alone. */
import type { LaneId } from '../../../../core/simulation/types';
import { strategyNames } from '../../../explain/strategyNames';

export function laneTitle(lane: LaneId): string {
  return lane === 'best-predicted' ? 'Best split on forecasts' : strategyNames[lane];
}

export const hindsightTitle = 'With hindsight';

/** What a lane is called in a drawing: A, B, C … in the order of the run. */
export function laneLetter(index: number): string {
  return String.fromCharCode(65 + index);
}
