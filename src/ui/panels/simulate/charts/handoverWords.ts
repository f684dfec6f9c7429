import { handoverCosts } from '../../../../core/simulation/handoverCost';
import type { Scenario } from '../../../../core/scenario/types';
import type { LaneId, SimulationEvent, SimulationRun } from '../../../../core/simulation/types';
import { airFiles } from '../airTraceWords';
import { logOf } from '../moment';
import { handoverCostWords } from './eventsView';

/** What a handover cost a lane, in words, looked for once and only of those that are asked for; of other events nothing. */
export function createHandoverWords(
  run: SimulationRun,
  scenario: Scenario,
  lane: LaneId,
): (event: SimulationEvent) => string {
  const log = logOf(run, lane);
  if (log === undefined) return () => '';
  const costOf = handoverCosts(run, scenario, log);
  const known = new Map<SimulationEvent, string>();
  return (event) => {
    if (event.kind !== 'handover') return '';
    let words = known.get(event);
    if (words === undefined) {
      words = handoverCostWords(costOf(event), lane, airFiles(scenario, event.to));
      known.set(event, words);
    }
    return words;
  };
}
