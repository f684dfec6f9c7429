/** What is written beside the UE: its signal, what the air of its task's cell carries, and what the task sends over it. */
import type { NetworkLink } from '../../../core/network/types';
import { handoverAt } from '../../../core/simulation/paidParts';
import { airFiles, type AirFiles } from '../../panels/simulate/airTraceWords';
import { drawnAir, keepsCell } from '../../panels/simulate/moment';
import { bothWays, staysWords } from '../../panels/simulate/momentWords';
import { unlinkedCells } from '../../panels/simulate/unlinkedCells';
import { namesOf } from '../../errors/names';
import { formatBytes, formatMbps, formatNumber, formatSeconds } from '../../format';
import type { ShownMoment } from './momentContext';
import type { AirTransfer } from './momentOverlay';

interface AirTexts {
  readonly head: string;
  readonly lines: readonly string[];
}

export function airTexts({ air, moment, run, scenario }: ShownMoment, link: NetworkLink): AirTexts {
  const { cell, snrDb } = moment;
  const names = namesOf(scenario);
  const drawn = drawnAir(moment);
  const stays = staysWords(moment, names);
  const files = airFiles(scenario, cell);
  const isTraced = files.up !== null || files.down !== null;
  const signal =
    snrDb === null ? 'no signal' : `SNR ${formatNumber(snrDb)} dB${isTraced ? ' (modelled)' : ''}`;
  const isAtHandover = stays !== null || handoverAt(run, scenario, moment.atS) !== null;
  const isUnlinked = cell !== null && unlinkedCells(scenario).has(cell);
  return {
    head: keepsCell(moment) && cell !== null ? `handed over to ${names.node(cell)}` : signal,
    lines: [
      ...(isUnlinked ? [`${names.node(cell)} cannot serve: no link to the network`] : []),
      ...(stays === null ? [] : [stays]),
      ratesLine(link, stays === null ? null : names.node(drawn.cell!)),
      ...(isAtHandover ? gapsLines(files) : []),
      ...air.flatMap(transferLines),
    ],
  };
}

/** "now up 45.3, down 101 Mbit/s"; after a handover, of the cell that the task stays on. */
function ratesLine({ aToBMbps, bToAMbps }: NetworkLink, cellName: string | null): string {
  return `${cellName === null ? '' : `${cellName} `}now ${bothWays(aToBMbps, bToAMbps)}`;
}

/** Why the handover interrupts nothing. */
function gapsLines({ up, down }: AirFiles): readonly string[] {
  if (up === null && down === null) return [];
  const which =
    up !== null && down !== null
      ? 'its trace has'
      : up === null
        ? 'down, its trace has'
        : 'up, its trace has';
  return [`${which} its own gaps, none is added`];
}

/** Bytes, mean rate and time belong together; what else the transfer took is said apart. */
export function transferLines({ bytes, direction, ...times }: AirTransfer): readonly string[] {
  const verb = direction === 'aToB' ? 'sends' : 'gets';
  const { delayS, handoverS, sendS, seconds, waitS } = times;
  if (seconds === Infinity) return [`${verb} ${formatBytes(bytes)}: waits`];
  if (sendS === 0) return [`${verb} ${formatBytes(bytes)} in ${formatSeconds(seconds)}`];
  const rate = formatMbps((bytes * 8) / 1e6 / sendS);
  const apart = [
    ...asPart(delayS, seconds, 'delay'),
    ...asPart(handoverS, seconds, 'handover'),
    ...asPart(waitS, seconds, 'wait'),
  ];
  return [
    `${verb} ${formatBytes(bytes)} at ${rate}: ${formatSeconds(sendS)}`,
    ...(apart.length === 0 ? [] : [`+ ${apart.join(' + ')} = ${formatSeconds(seconds)}`]),
  ];
}

/** Less than rounding of the whole is not worth a line. */
function asPart(partS: number, wholeS: number, name: string): readonly string[] {
  return partS < 0.0005 * wholeS ? [] : [`${formatSeconds(partS)} ${name}`];
}
