/** What turns forecasts on that are off: only what does, by the gaps between tasks, with everything that it takes. */
import { createHorizon } from '../../../core/prediction/horizon';
import { meanGapS } from '../../../core/simulation/forecastUse';
import { simulationOf, type SimulationSettings } from '../../../core/simulation/settings';
import type { SimulationRun, TaskLog } from '../../../core/simulation/types';
import type { SimulationPatch } from '../../../core/scenario/simulationEdits';
import type { Scenario } from '../../../core/scenario/types';
import { formatSeconds, formatWhole } from '../../format';

/** A run and the document that it answers. */
export interface ToldRun {
  readonly run: SimulationRun;
  readonly scenario: Scenario;
}

interface ForecastRemedy {
  /** Of its button. */
  readonly label: string;
  /** What it changes. */
  readonly says: string;
  /** All of it, for one undo step. */
  readonly patch: SimulationPatch;
}

/** null: forecasts are made, for most tasks at least, or nobody makes any. */
export function forecastRemedy(last: ToldRun | null, settings: SimulationSettings): ForecastRemedy | null {
  const { coherenceMs, decision, durationS, prediction, redecideMs, sciMs } = settings;
  if (prediction.kind === 'last' || isHindsight(settings)) return null;
  // A first decision that stands for most of the run was made before there was anything to foretell from.
  const stands = redecideMs * 2 >= durationS * 1e3 && redecideMs > 0;
  const isAged = decision === 'at-start' && sciMs >= coherenceMs * (1 - 1e-9);
  const isAhead = decision === 'one-task-ahead';
  const gaps = gapsOf(last, settings);
  const isSlow = gaps !== null && 2 * gaps.made >= gaps.tasks;
  // Decided one task ahead before any run: how fast tasks come is still to be seen.
  if (isAhead && gaps === null && !stands) return null;
  const needsAhead = !isAhead && !isAged;
  const needsRate = !isAged && !isSlow && !(isAhead && gaps === null);
  if (!needsAhead && !needsRate && !stands) return null;
  const steps = [
    ...(needsAhead ? ['decide one task ahead'] : []),
    ...(needsRate ? [`start a task every ${ms(coherenceMs)}`] : []),
    ...(stands ? ['decide for every task'] : []),
  ];
  return {
    label: upperFirst(steps.join(' and ')),
    says: [
      ...(needsAhead ? ['What a decision rests on is then older by the gap between tasks.'] : []),
      ...(needsRate ? [rateText(gaps, settings)] : []),
      ...(needsAhead && !needsRate && gaps !== null ? [madeText(gaps, settings)] : []),
      ...(stands ? [`No decision then stands for ${ms(redecideMs)}.`] : []),
    ].join(' '),
    patch: {
      ...(needsAhead ? { decision: 'one-task-ahead' } : {}),
      ...(needsRate ? { arrival: 'periodic', periodMs: coherenceMs } : {}),
      ...(stands ? { redecideMs: 0 } : {}),
    },
  };
}

function rateText(gaps: Gaps | null, { arrival, coherenceMs, durationS }: SimulationSettings): string {
  const before =
    gaps === null
      ? 'back to back, which may be faster'
      : `every ${formatSeconds(gaps.gapS)}${arrival === 'periodic' ? '' : ' on average, back to back'}`;
  const count = formatWhole(Math.ceil((durationS * 1e3) / coherenceMs));
  return `Tasks then start every ${ms(coherenceMs)}, the coherence time, instead of ${before}: ${count} of them in a run, and forecasts are made for nearly all.`;
}

function madeText({ made, tasks }: Gaps, { arrival }: SimulationSettings): string {
  if (arrival === 'periodic') return 'Tasks start slowly enough for forecasts.';
  return `By the gaps of the last run, forecasts are made for about ${formatWhole(made)} of ${formatWhole(tasks)} tasks.`;
}

export interface Gaps {
  /** On average. */
  readonly gapS: number;
  /** Tasks whose forecast is made, decided one task ahead. */
  readonly made: number;
  readonly tasks: number;
  /** For every one that has a gap before it. */
  readonly isAll: boolean;
}

/** How fast tasks come, and for how many of them forecasts are made; null where that is not known before a run. */
export function gapsOf(
  last: ToldRun | null,
  { arrival, coherenceMs, durationS, periodMs, prediction }: SimulationSettings,
): Gaps | null {
  if (arrival === 'periodic') {
    const tasks = Math.ceil((durationS * 1e3) / periodMs);
    const isAll = !isTooFast(periodMs / 1e3, coherenceMs);
    return { gapS: periodMs / 1e3, made: isAll ? tasks : 0, tasks, isAll };
  }
  // A run whose tasks came at a rate tells nothing of tasks back to back.
  if (last === null || simulationOf(last.scenario).arrival !== arrival) return null;
  const gapS = meanGapS(last.run.tasks);
  if (gapS === null) return null;
  return { gapS, ...madeIn(last.run.tasks, prediction.gapTasks, coherenceMs / 1e3) };
}

/** As the horizon has it, task by task; before the third task there is no gap that its decision could look ahead by. */
function madeIn({ startS }: TaskLog, gapTasks: number, coherenceS: number): Omit<Gaps, 'gapS'> {
  const horizon = createHorizon(gapTasks, coherenceS);
  let made = 0;
  for (let n = 0; n + 1 < startS.length; n += 1) {
    horizon.started(startS[n]!);
    if (horizon.seconds() > 0) made += 1;
  }
  const tasks = startS.length;
  return { made, tasks, isAll: tasks > 2 && made === tasks - 2 };
}

/** Everything is known of what comes, and news is not late. */
export function isHindsight({ prediction, sciMs }: SimulationSettings): boolean {
  return prediction.kind === 'perfect' && sciMs === 0;
}

/** As the horizon has it; gaps that are each the coherence time may come out a bit below it. */
export function isTooFast(gapS: number, coherenceMs: number): boolean {
  return gapS * 1e3 < coherenceMs * (1 - 1e-9);
}

const ms = (value: number): string => formatSeconds(value / 1e3);
const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
