/** The formula of a hop with this scenario's values, and the lines about what crosses it. */
import type { LinkDirection, NetworkLink } from '../../../core/network/types';
import type { Plan } from '../../../core/solvers/types';
import { formatBytes, formatMbps, formatNumber, formatSeconds } from '../../format';

export interface Crossing {
  /** Boundary that is shipped: after so many blocks. */
  readonly boundary: number;
  readonly direction: LinkDirection;
  readonly bytes: number;
  readonly seconds: number;
  /** "8 × 602 kB / 20 Mbit/s + 2 ms + 1 ms = 244 ms" */
  readonly formula: string;
}

/** What a plan ships over a link. */
export function crossingsOf(plan: Plan | null, link: NetworkLink): readonly Crossing[] {
  return (plan?.legs ?? []).flatMap((leg) => {
    if (leg.kind !== 'transfer' || leg.link !== link.id) return [];
    const { boundary, direction, bytes, seconds } = leg;
    return [{ boundary, direction, bytes, seconds, formula: formulaOf(link, direction, bytes, seconds) }];
  });
}

function formulaOf(link: NetworkLink, direction: LinkDirection, bytes: number, seconds: number): string {
  const capacity = direction === 'aToB' ? link.aToBMbps : link.bToAMbps;
  return `8 × ${formatBytes(bytes)} / ${formatMbps(capacity)} + ${formatNumber(link.propagationMs)} ms + ${formatNumber(link.overheadMs)} ms = ${formatSeconds(seconds)}`;
}
