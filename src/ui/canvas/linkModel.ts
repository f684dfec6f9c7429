/** What is written on a link: capacity, and what crosses it, in words. */
import type { LinkDirection, NetworkLink } from '../../core/network/types';
import { formatBytes, formatMbps, formatSeconds } from '../format';
import type { LinkTransfer } from './planOverlay';

/** "50 Mbit/s", "down", or both ways where they differ: "50 / 20 Mbit/s". */
export function capacityText({ aToBMbps, bToAMbps }: NetworkLink): string {
  if (aToBMbps === bToAMbps) return formatMbps(aToBMbps);
  const [one, other] = [formatMbps(aToBMbps), formatMbps(bToAMbps)];
  const unitOf = (text: string) => text.replace(/^\S+ ?/, '');
  return unitOf(one) === unitOf(other) ? `${one.split(' ')[0]!} / ${other}` : `${one} / ${other}`;
}

export function isDown({ aToBMbps, bToAMbps }: NetworkLink): boolean {
  return aToBMbps === 0 && bToAMbps === 0;
}

/** "803 kB, 12 ms" */
export function transferText(transfer: LinkTransfer): string {
  return transferParts(transfer).join(', ');
}

/** "803 kB" and "12 ms"; where nothing is carried it waits. */
export function transferParts({ bytes, seconds }: LinkTransfer): readonly [string, string] {
  return [formatBytes(bytes), seconds === Infinity ? 'waits' : formatSeconds(seconds)];
}

/** An arrow the way something goes on screen, over a line with this angle from a to b [degrees]. */
export function arrowOf(direction: LinkDirection, angle: number): string {
  const quarter = Math.round((angle + turnOf(direction)) / 90) & 3;
  return ['→', '↓', '←', '↑'][quarter]!;
}

/** What a transfer carries: the picture, features after a block, or the result. */
export function cargoText(boundary: number, blockCount: number): string {
  if (boundary === 0) return 'the picture';
  return boundary === blockCount ? 'the result' : `features after block ${boundary}`;
}

/** One sentence for a screen reader: everything that is drawn on the link. */
export function linkSummary(
  link: NetworkLink,
  nameOf: (end: 'a' | 'b') => string,
  transfers: readonly LinkTransfer[],
  blockCount: number,
  problemTitles: readonly string[],
): string {
  const parts = [`Link ${nameOf('a')} – ${nameOf('b')}, ${link.medium}, ${capacityText(link)}`];
  for (const transfer of transfers) {
    const to = nameOf(transfer.direction === 'aToB' ? 'b' : 'a');
    parts.push(`carries ${cargoText(transfer.boundary, blockCount)} to ${to}: ${transferText(transfer)}`);
  }
  return [...parts, ...problemTitles].join('; ');
}

/** Degrees to turn an arrow that points from a to b. */
export function turnOf(direction: LinkDirection): number {
  return direction === 'aToB' ? 0 : 180;
}
