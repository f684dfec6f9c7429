/** How a time came about, with this scenario's values. */
import type { LinkDirection, NetworkLink } from '../../core/network/types';
import type { Leg } from '../../core/solvers/types';
import { formatMbps, formatNumber, formatSeconds, formatWhole } from '../format';

export type TransferLeg = Extract<Leg, { kind: 'transfer' }>;
export type ComputeLeg = Extract<Leg, { kind: 'compute' }>;

export function capacityMbps(link: NetworkLink, direction: LinkDirection): number {
  return direction === 'aToB' ? link.aToBMbps : link.bToAMbps;
}

/** Seconds that so many bytes take over a link (MATHS eq. 10): 8 * bytes / capacity + propagation + overhead. */
export function shipSeconds(link: NetworkLink, direction: LinkDirection, bytes: number): number {
  return (8 * bytes) / (capacityMbps(link, direction) * 1e6) + (link.propagationMs + link.overheadMs) / 1e3;
}

/** "8 × 301,056 B / 50 Mbit/s + 2 ms = 50.2 ms"; terms that are 0 are left out. */
export function transferFormula(link: NetworkLink, leg: TransferLeg): string {
  const terms = [`8 × ${formatWhole(leg.bytes)} B / ${formatMbps(capacityMbps(link, leg.direction))}`];
  if (link.propagationMs > 0) terms.push(`${formatNumber(link.propagationMs)} ms propagation`);
  if (link.overheadMs > 0) terms.push(`${formatNumber(link.overheadMs)} ms overhead`);
  return `${terms.join(' + ')} = ${formatSeconds(leg.seconds)}`;
}

/** "sum of 12 block times = 9.8 ms" */
export function computeFormula(leg: ComputeLeg): string {
  const count = leg.to - leg.from;
  return count === 1
    ? `1 block = ${formatSeconds(leg.seconds)}`
    : `sum of ${count} block times = ${formatSeconds(leg.seconds)}`;
}
