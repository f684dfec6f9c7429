/** The moment that is shown, in words. */
import type { Names } from '../../errors/names';
import { formatMbps, formatNumber, formatSeconds, formatWhole } from '../../format';
import type { Moment } from './moment';

/** A time of a run: as many decimals as a step of the scrubber can tell apart, always as wide. */
export function timeText(atS: number): string {
  return `${atS.toFixed(2)} s`;
}

/** "Task 123 of 812: 71 ms, 23 ms above hindsight". */
export function taskWords({ task }: Moment, tasks: number): string {
  if (task === null) return 'No task has started yet';
  const which = `Task ${formatWhole(task.index + 1)} of ${formatWhole(tasks)}`;
  if (task.status === 'no-end') return `${which}: ${task.plan === null ? 'no plan' : 'no end'}`;
  const regretS = task.latencyS - task.hindsightS;
  // Less than half a microsecond is rounding.
  const above = regretS >= 0.5e-6 ? `, ${formatSeconds(regretS)} above hindsight` : ', the least possible';
  return `${which}: ${formatSeconds(task.latencyS)}${above}`;
}

/** "on gNB 2, SNR 21 dB, up 120 Mbit/s, down 300 Mbit/s". */
export function airWords({ cell, downMbps, snrDb, upMbps }: Moment, names: Names): string {
  if (cell === null) return 'no cell';
  return [
    `on ${names.node(cell)}`,
    ...(snrDb === null ? [] : [`SNR ${formatNumber(snrDb)} dB`]),
    ...(upMbps === null ? [] : [`up ${carries(upMbps)}`]),
    ...(downMbps === null ? [] : [`down ${carries(downMbps)}`]),
  ].join(', ');
}

/** "down" would be the direction here. */
const carries = (mbps: number): string => (mbps === 0 ? 'nothing' : formatMbps(mbps));
