/** How lanes are named and told apart: their dashes follow their order in the run (`RunCharts.module.css`). */
import type { LaneId } from '../../../../core/simulation/types';
import { strategyNames } from '../../../explain/strategyNames';

export function laneTitle(lane: LaneId): string {
  return lane === 'best-predicted' ? 'Best split on forecasts' : strategyNames[lane];
}

/** Drawn strongly, as dots over all others, or as one of the others with a dash of its own. */
export type LineLook = 'main' | 'bound' | 'other';

/** So many dashes there are. */
export const dashCount = 7;

export const hindsightTitle = 'With hindsight';
