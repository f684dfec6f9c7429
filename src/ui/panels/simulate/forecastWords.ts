/** What forecasts did in a run, in words: for how many tasks they were made, what they changed, and what it brought. */
import { meanGapS } from '../../../core/simulation/forecastUse';
import { simulationOf, type SimulationSettings } from '../../../core/simulation/settings';
import type { ForecastUse, SimulationRun } from '../../../core/simulation/types';
import { simulationLimits } from '../../../core/scenario/simulationLimits';
import type { Scenario } from '../../../core/scenario/types';
import { formatSeconds, formatWhole } from '../../format';
import { gapsOf, isHindsight, isTooFast, type ToldRun } from './forecastRemedy';

/** Below this a difference is one of rounding [s]. */
const nothingS = 0.5e-6;

/** null: nobody forecasts, or there was no task. */
export function forecastText({ forecasts, tasks }: SimulationRun, scenario: Scenario): string | null {
  const count = tasks.startS.length;
  if (forecasts === null || count === 0) return null;
  const { made, changed, byHindsight } = forecasts;
  const settings = simulationOf(scenario);
  if (byHindsight) {
    return `Prediction is perfect and news is not late, so the best split on forecasts is that of hindsight: ${changeText(forecasts, count)}.`;
  }
  const of = `Forecasts were made for ${formatWhole(made)} of ${formatWhole(count)} tasks`;
  if (made === 0) return `${of}${whyNone(meanGapS(tasks), settings)}, so the last values stood every time.`;
  const rest = count - made;
  // Before the second task there is no gap to look ahead by.
  const others =
    rest <= 2 || changed === 0 || settings.redecideMs > 0
      ? ''
      : ` The other ${formatWhole(rest)} came faster than the coherence time of ${ms(settings.coherenceMs)}, or just after a handover.`;
  return `${of}: they chose ${changeText(forecasts, made)}.${others}`;
}

function whyNone(
  gapS: number | null,
  { coherenceMs, decision, redecideMs, sciMs }: SimulationSettings,
): string {
  if (decision === 'at-start') {
    return `: what is known when a task starts is ${ms(sciMs)} old at most, less than the coherence time of ${ms(coherenceMs)}`;
  }
  if (gapS !== null && isTooFast(gapS, coherenceMs)) {
    return `: tasks come every ${formatSeconds(gapS)} on average, below the coherence time of ${ms(coherenceMs)}`;
  }
  return redecideMs > 0 ? `: a decision stands for ${ms(redecideMs)}` : '';
}

/** "another split or route for 21 of 79 tasks; there on average 5.8 ms slower than the last values". */
function changeText({ changed, meanGainS }: ForecastUse, count: number): string {
  if (changed === 0) return 'the same split and route as the last values for every task';
  const which = `another split or route than the last values for ${formatWhole(changed)} of ${formatWhole(count)} tasks`;
  if (meanGainS === null) return `${which}, none of which ended both ways`;
  if (Math.abs(meanGainS) < nothingS) return `${which}, on average as fast as without`;
  const how = meanGainS > 0 ? 'faster' : 'slower';
  return `${which}, on average ${formatSeconds(Math.abs(meanGainS))} ${how} than without`;
}

/** Whether forecasts are off with the settings as they are now. null: there is nothing to tell yet. */
export function horizonText(last: ToldRun | null, settings: SimulationSettings): string | null {
  if (isHindsight(settings)) {
    return 'Perfect and without SCI delay: it decides with hindsight, however fast tasks come.';
  }
  return settings.decision === 'at-start' ? ageText(settings) : gapText(last, settings);
}

/** What is decided on as a task starts is as old as news. */
function ageText({ coherenceMs, sciMs }: SimulationSettings): string {
  const known = `Decisions are made as tasks start, on news that is ${ms(sciMs)} old at most`;
  if (sciMs >= coherenceMs * (1 - 1e-9)) {
    return `${known}, not below the coherence time of ${ms(coherenceMs)}: forecasts are made, of the capacity as the task starts.`;
  }
  return `${known}, below the coherence time of ${ms(coherenceMs)}: forecasts are off.${shorterText(sciMs)}`;
}

/** How often tasks came in the last run, against the settings as they are now. null: there is no gap to tell of. */
function gapText(last: ToldRun | null, settings: SimulationSettings): string | null {
  const { arrival, coherenceMs } = settings;
  const gaps = gapsOf(last, settings);
  if (gaps === null) return null;
  const { gapS, isAll, made, tasks } = gaps;
  const came =
    arrival === 'periodic'
      ? `Tasks start every ${formatSeconds(gapS)}`
      : `In the last run tasks came every ${formatSeconds(gapS)} on average`;
  const isBelow = isTooFast(gapS, coherenceMs);
  const than = `${isBelow ? '' : 'not '}below the coherence time of ${ms(coherenceMs)}`;
  if (isAll) return `${came}, ${than}: forecasts are made.`;
  if (made > 0) {
    return `${came}, ${than}: forecasts are made for about ${formatWhole(made)} of ${formatWhole(tasks)} tasks, those that the ones before came slowly enough for.`;
  }
  return `${came}, ${than}: while they do, forecasts are off.${shorterText(gapS * 1e3)}`;
}

/** The setting that does it alone, where there is one. */
function shorterText(mostMs: number): string {
  const [leastMs] = simulationLimits.coherenceMs;
  const shorter = Math.floor(mostMs);
  return shorter < leastMs
    ? ''
    : ` A coherence time of ${ms(shorter)} or less turns them on (under Time and tasks).`;
}

const ms = (value: number): string => formatSeconds(value / 1e3);
