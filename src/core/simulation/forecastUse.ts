/** What forecasts did in a run: tasks they were made for, where they chose another plan than the last values, and what came of it. */
import type { ForecastUse, TaskLog } from './types';

/** Of the best split on the last values, or on forecasts: the plan it follows and what that takes [s]. */
interface Choice {
  readonly plan: number;
  readonly latencyS: number;
}

export interface ForecastCount {
  /** @param isMade - the decision that stands looked ahead */
  task(isMade: boolean, onLast: Choice, onForecasts: Choice): void;
  finish(): ForecastUse;
}

export function createForecastCount(byHindsight: boolean): ForecastCount {
  let [made, changed, compared, gainS] = [0, 0, 0, 0];
  return {
    task: (isMade, onLast, onForecasts) => {
      if (!isMade) return;
      made += 1;
      if (onLast.plan === onForecasts.plan) return;
      changed += 1;
      // Of a task without an end there is no difference.
      if (onLast.latencyS === Infinity || onForecasts.latencyS === Infinity) return;
      compared += 1;
      gainS += onLast.latencyS - onForecasts.latencyS;
    },
    finish: () => ({ byHindsight, made, changed, meanGainS: compared === 0 ? null : gainS / compared }),
  };
}

/** Mean time from the start of a task to that of the next [s]; null: there are no two. */
export function meanGapS({ startS }: Pick<TaskLog, 'startS'>): number | null {
  const gaps = startS.length - 1;
  return gaps < 1 ? null : (startS[gaps]! - startS[0]!) / gaps;
}
