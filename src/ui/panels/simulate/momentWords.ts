/** The moment that is shown, in words. */
import type { NodeId } from '../../../core/network/types';
import type { TaskTimes, ToldHandover } from '../../../core/simulation/paidParts';
import type { Names } from '../../errors/names';
import { formatMbps, formatNumber, formatSeconds, formatWhole } from '../../format';
import { noFiles, type AirFiles } from './airTraceWords';
import { drawnAir, keepsCell, type Moment } from './moment';
import { partsOf } from './partsOf';

/** A time of a run: as many decimals as a step of the scrubber can tell apart, always as wide. */
export function timeText(atS: number): string {
  return `${hundredths.format(atS)} s`;
}

const hundredths = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** "Handover gNB 1 to gNB 2, nothing is sent for 30 ms"; of air that follows a trace, why it is not interrupted. */
export function handoverWords(
  { from, interruptionS, to }: ToldHandover,
  names: Names,
  { up, down }: AirFiles = noFiles,
): string {
  const who = `Handover ${names.node(from)} to ${names.node(to)}`;
  if (up !== null && down !== null) {
    return `${who}: the trace of the air contains its own gaps, so no interruption is added`;
  }
  if ((up !== null || down !== null) && interruptionS > 0) {
    const [open, closed] = up === null ? ['down', 'up'] : ['up', 'down'];
    return `${who}, nothing is sent ${closed} for ${formatSeconds(interruptionS)}; ${open}, the trace contains its own gaps`;
  }
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

interface AirDetails {
  readonly files?: AirFiles;
  /** At which the task sent over the air, on average while it did [Mbit/s]; null: it did not, or that is not known. */
  readonly sentMbps?: number | null;
}

/**
 * "on gNB 2, SNR 21 dB, up 120, down 300 Mbit/s": of the cell that serves the UE. After a handover what the air carries is that of
 * the task's cell, by its name, as on the plan, and the mean rate explains how long sending took.
 */
export function airWords(
  moment: Moment,
  names: Names,
  unlinked: ReadonlySet<NodeId>,
  { files = noFiles, sentMbps = null }: AirDetails = {},
): string {
  const { cell, snrDb } = moment;
  if (cell === null) return 'no cell';
  const isTraced = files.up !== null || files.down !== null;
  const stays = staysWords(moment, names);
  const carried = ratesText(drawnAir(moment));
  const rates = carried === null ? [] : [`${carried}${tracedWords(files)}`];
  const serving = [
    `on ${names.node(cell)}`,
    ...(snrDb === null ? [] : [`SNR ${formatNumber(snrDb)} dB${isTraced ? ' (modelled)' : ''}`]),
    ...(stays === null ? rates : []),
    ...(unlinked.has(cell) ? ['which cannot serve, because it has no link to the network'] : []),
  ];
  const own =
    stays === null
      ? []
      : [stays, ...rates, ...(sentMbps === null ? [] : [`sent at ${formatMbps(sentMbps)}`])];
  return [serving, ...(own.length === 0 ? [] : [own])].map((part) => part.join(', ')).join('; ');
}

/** null where there is no air. */
function ratesText({ downMbps, upMbps }: Pick<Moment, 'downMbps' | 'upMbps'>): string | null {
  if (upMbps !== null && downMbps !== null) return bothWays(upMbps, downMbps);
  if (upMbps !== null) return `up ${carries(upMbps)}`;
  return downMbps === null ? null : `down ${carries(downMbps)}`;
}

function tracedWords({ up, down }: AirFiles): string {
  if (up === null && down === null) return '';
  if (up !== null && down !== null) return ' (both from the trace)';
  return up === null ? ' (down from the trace)' : ' (up from the trace)';
}

/** "up 45.3, down 101 Mbit/s": a unit that they share is said once. */
export function bothWays(upMbps: number, downMbps: number): string {
  const [up, down] = [carries(upMbps), carries(downMbps)];
  const [number, unit] = up.split(' ');
  return unit !== undefined && down.endsWith(` ${unit}`)
    ? `up ${number!}, down ${down}`
    : `up ${up}, down ${down}`;
}

/** "down" would be the direction here. */
const carries = (mbps: number): string => (mbps === 0 ? 'nothing' : formatMbps(mbps));
