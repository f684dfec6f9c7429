/** What is written beside the UE: its signal, what the air of its task's cell carries, and what the task sends over it. */
import type { NetworkLink } from '../../../core/network/types';
import { keepsCell } from '../../panels/simulate/moment';
import { carries, staysWords } from '../../panels/simulate/momentWords';
import { unlinkedCells } from '../../panels/simulate/unlinkedCells';
import { namesOf } from '../../errors/names';
import { formatBytes, formatMbps, formatNumber, formatSeconds } from '../../format';
import type { ShownMoment } from './momentContext';
import type { AirTransfer } from './momentOverlay';

interface AirTexts {
  readonly head: string;
  readonly lines: readonly string[];
}

export function airTexts({ air, moment, scenario }: ShownMoment, link: NetworkLink): AirTexts {
  const { cell, snrDb } = moment;
  const names = namesOf(scenario);
  const stays = staysWords(moment, names);
  const signal = snrDb === null ? 'no signal' : `SNR ${formatNumber(snrDb)} dB`;
  const isUnlinked = cell !== null && unlinkedCells(scenario).has(cell);
  return {
    head: keepsCell(moment) && cell !== null ? `handed over to ${names.node(cell)}` : signal,
    lines: [
      ...(isUnlinked ? [`${names.node(cell)} cannot serve: no link to the network`] : []),
      ...(stays === null ? [] : [stays]),
      ratesLine(link),
      ...air.flatMap(transferLines),
    ],
  };
}

/** "now up 45.3, down 101 Mbit/s". */
function ratesLine({ aToBMbps, bToAMbps }: NetworkLink): string {
  const [up, down] = [carries(aToBMbps), carries(bToAMbps)];
  const [number, unit] = up.split(' ');
  return unit !== undefined && down.endsWith(` ${unit}`)
    ? `now up ${number!}, down ${down}`
    : `now up ${up}, down ${down}`;
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
