/** What came of a run, in one sentence with computed numbers, and the figures that stand under it. */
import { simulationOf } from '../../../core/simulation/settings';
import type { LaneSummary, SimulationRun } from '../../../core/simulation/types';
import type { Scenario } from '../../../core/scenario/types';
import { strategyPhrase } from '../../explain/strategyNames';
import type { Sentence } from '../../explain/heroSentence';
import { formatCount, formatSeconds, formatWhole } from '../../format';
import { forecastText } from './forecastWords';

/** Below this a difference is one of rounding [s]. */
const nothingS = 0.5e-6;

/** The lane that the events are of: the last one. */
export function simulationSentence(run: SimulationRun, scenario: Scenario): Sentence {
  const leader = run.summaries.at(-1);
  const span = spanPhrase(run, scenario);
  if (leader === undefined || leader.tasks === 0) return [`${span}, no task was started.`];
  if (leader.medianS === null) return [`${span}, no task of ${lanePhrase(leader)} came to an end.`];
  return [
    `${span}, ${lanePhrase(leader)} took `,
    { strong: formatSeconds(leader.medianS) },
    ' a task (median)',
    ...regretPhrase(run, leader),
    ...rivalPhrase(run, leader),
    failedPhrase(leader),
    '.',
  ];
}

/** "Over 60 s of driving". */
function spanPhrase({ durationS }: SimulationRun, scenario: Scenario): string {
  const { speedKmh, way } = simulationOf(scenario).mobility;
  const moves = way.length > 1 && speedKmh > 0;
  const how = !moves ? 'at one place' : speedKmh < 10 ? 'of walking' : 'of driving';
  return `Over ${formatWhole(durationS)} s ${how}`;
}

function lanePhrase({ lane }: LaneSummary): string {
  if (lane === 'best-predicted') return 'the best split on forecasts';
  return lane === 'best' ? 'the best split' : strategyPhrase(lane);
}

/** Where hindsight is a lower bound only, what is above it is an upper one. */
function regretPhrase({ hindsightBounds }: SimulationRun, { meanRegretS }: LaneSummary): Sentence {
  if (meanRegretS === null) return [];
  if (meanRegretS < nothingS) return [', as little as hindsight allows'];
  const most = hindsightBounds > 0 ? 'at most ' : '';
  return [`, on average ${most}`, { strong: formatSeconds(meanRegretS) }, ' above hindsight'];
}

/** All in the cloud, else all on the UE. */
function rivalPhrase({ summaries }: SimulationRun, leader: LaneSummary): Sentence {
  for (const id of ['cloud-only', 'ue-only'] as const) {
    const rival = summaries.find(({ lane }) => lane === id);
    if (rival === undefined || rival === leader || rival.medianS === null) continue;
    return [`; ${lanePhrase(rival)} took `, { strong: formatSeconds(rival.medianS) }];
  }
  return [];
}

function failedPhrase({ failed, tasks }: LaneSummary): string {
  return failed === 0 ? '' : `; ${formatWhole(failed)} of ${formatWhole(tasks)} tasks had no end`;
}

/** "812 tasks, three handovers, 14 split changes; seed 1". */
export function runFacts(run: SimulationRun): string {
  const leader = run.summaries.at(-1);
  const handovers = run.events.filter(({ kind }) => kind === 'handover').length;
  const more = run.eventsLeftOut > 0 ? ', and more events than are listed' : '';
  return `${formatWhole(leader?.tasks ?? 0)} tasks, ${formatCount(handovers, 'handover')}, ${formatCount(leader?.splitChanges ?? 0, 'split change')}${more}; seed ${run.seed}`;
}

/** What a reader must know of this run beyond its figures. */
export function runRemarks(run: SimulationRun, scenario: Scenario): readonly string[] {
  const { coherenceMs } = simulationOf(scenario);
  const forecasts = forecastText(run, scenario);
  return [
    ...(forecasts === null ? [] : [forecasts]),
    ...(run.endedEarlyS === null
      ? []
      : [`The log of tasks was full after ${formatSeconds(run.endedEarlyS)}: later tasks were not run.`]),
    // A tenth of a step is no rounding.
    ...(run.capacityStepS * 1e3 < 1.1 * coherenceMs
      ? []
      : [
          `A long run: every task is kept, the UE’s place every ${formatSeconds(run.stepS)}, capacities as means over ${formatSeconds(run.capacityStepS)}, from which a task’s parts are computed.`,
        ]),
    ...(run.hindsightBounds === 0
      ? []
      : [
          `For ${formatWhole(run.hindsightBounds)} tasks hindsight is a lower bound: the least would break a limit of memory or trust.`,
        ]),
  ];
}
