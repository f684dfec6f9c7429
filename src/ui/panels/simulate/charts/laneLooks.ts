/** How lanes are named and told apart: their dashes follow their order in the run. */
import type { LaneId } from '../../../../core/simulation/types';
import { strategyNames } from '../../../explain/strategyNames';

export function laneTitle(lane: LaneId): string {
  return lane === 'best-predicted' ? 'Best split on forecasts' : strategyNames[lane];
}

export const hindsightTitle = 'With hindsight';
