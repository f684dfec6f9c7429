/** The moment that is shown, in words. */
import type { NodeId } from '../../../core/network/types';
import type { TaskTimes, ToldHandover } from '../../../core/simulation/paidParts';
import type { Names } from '../../errors/names';
import { formatMbps, formatNumber, formatSeconds, formatWhole } from '../../format';
import { drawnAir, keepsCell, type Moment } from './moment';
import { partsOf } from './partsOf';

/** A time of a run: as many decimals as a step of the scrubber can tell apart, always as wide. */
export function timeText(atS: number): string {
  return `${hundredths.format(atS)} s`;
}

const hundredths = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** "Handover gNB 1 to gNB 2, nothing is sent for 30 ms". */
export function handoverWords({ from, interruptionS, to }: ToldHandover, names: Names): string {
  const who = `Handover ${names.node(from)} to ${names.node(to)}`;
  return interruptionS > 0 ? `${who}, nothing is sent for ${formatSeconds(interruptionS)}` : who;
}

/** "this task stays on gNB 1" after a handover; null where the task is on the cell that serves the UE. */
export function staysWords(moment: Moment, names: Names): string | null {
  const { cell } = drawnAir(moment);
  if (!keepsCell(moment) || cell === null) return null;
  const verb = moment.task?.status === 'done' ? 'stayed' : 'stays';
  return `this task ${verb} on ${names.node(cell)}`;
}

const partNames = [
  ['compute', 'computeS'],
  ['send', 'sendS'],
  ['delay', 'delayS'],
  ['handover', 'handoverS'],
  ['wait', 'waitS'],
] as const;

/** "= compute 2.9 + send 54.1 + handover 14 ms": rounded so that they add up to the latency as it is shown. */
function timesWords(times: TaskTimes | null, latencyS: number): string {
  if (times === null) return '';
  const { parts, unit } = partsOf(
    latencyS,
    partNames.map(([, field]) => times[field]),
  );
  const shown = partNames.flatMap(([name], k) =>
    parts[k] === 0 ? [] : [`${name} ${formatNumber(parts[k]!)}`],
  );
  if (shown.length < 2) return '';
  return ` = ${shown.join(' + ')} ${unit}`;
}

/** "Task 123 of 812: 71 ms = compute 16.9 + send 54.1 ms, 23 ms above hindsight". */
export function taskWords({ task }: Moment, tasks: number, times: TaskTimes | null): string {
  if (task === null) return 'No task has started yet';
  const which = `Task ${formatWhole(task.index + 1)} of ${formatWhole(tasks)}`;
  if (task.status === 'no-end') return `${which}: ${task.plan === null ? 'no plan' : 'no end'}`;
  const regretS = task.latencyS - task.hindsightS;
  // Less than half a microsecond is rounding.
  const above = regretS >= 0.5e-6 ? `, ${formatSeconds(regretS)} above hindsight` : ', the least possible';
  return `${which}: ${formatSeconds(task.latencyS)}${timesWords(times, task.latencyS)}${above}`;
}

/** "on gNB 2, SNR 21 dB, up 120 Mbit/s, down 300 Mbit/s". */
export function airWords(moment: Moment, names: Names, unlinked: ReadonlySet<NodeId>): string {
  const { cell, downMbps, snrDb, upMbps } = moment;
  if (cell === null) return 'no cell';
  const stays = staysWords(moment, names);
  return [
    `on ${names.node(cell)}`,
    ...(snrDb === null ? [] : [`SNR ${formatNumber(snrDb)} dB`]),
    ...(upMbps === null ? [] : [`up ${carries(upMbps)}`]),
    ...(downMbps === null ? [] : [`down ${carries(downMbps)}`]),
    ...(unlinked.has(cell) ? ['which cannot serve, because it has no link to the network'] : []),
    ...(stays === null ? [] : [stays]),
  ].join(', ');
}

/** "down" would be the direction here. */
export const carries = (mbps: number): string => (mbps === 0 ? 'nothing' : formatMbps(mbps));
