/**
 * Who may be handed what (MATHS 4). A boundary that a trusted computing node hands to an untrusted one counts its leakage;
 * the input comes from a trusted place. What passes a node that does not compute on it is encrypted and counts nothing,
 * and what an untrusted node already holds, another untrusted node may have: it was counted when it was first handed over.
 */
import { isWithin } from './tolerance';
import type { IndexReason, RouteProblem, Step, TrustRule } from './types';

/** Whether an untrusted node may be handed boundary i by a trusted one. */
export function isOpen({ leakage, limit }: TrustRule, boundary: number): boolean {
  return isWithin(leakage[boundary]!, limit);
}

/** Whether `to` may start to compute on a boundary that `from` hands it; `from` null = it is the input's first run. */
export function mayHand({ trust }: RouteProblem, from: number | null, to: number, boundary: number): boolean {
  if (trust === undefined || trust.trusted[to] === 1) return true;
  return (from !== null && trust.trusted[from] === 0) || isOpen(trust, boundary);
}

/** Boundaries that a plan hands from a trusted to an untrusted computing node. */
function handedOver({ trusted }: TrustRule, steps: readonly Step[]): number[] {
  const boundaries: number[] = [];
  let fromTrusted = true;
  for (const step of steps) {
    if (step.kind !== 'compute') continue;
    const toTrusted = trusted[step.node] === 1;
    if (fromTrusted && !toTrusted) boundaries.push(step.from);
    fromTrusted = toTrusted;
  }
  return boundaries;
}

/** The largest leakage of a boundary that a plan hands over; 0 when it hands none. */
export function leakageOf({ trust }: RouteProblem, steps: readonly Step[]): number {
  if (trust === undefined) return 0;
  return handedOver(trust, steps).reduce((worst, i) => Math.max(worst, trust.leakage[i]!), 0);
}

/** The first boundary of a plan that leaks more than the limit allows, or null. */
export function leakReason({ trust }: RouteProblem, steps: readonly Step[]): IndexReason | null {
  if (trust === undefined) return null;
  const boundary = handedOver(trust, steps).find((i) => !isOpen(trust, i));
  return boundary === undefined ? null : leakOf(trust, boundary);
}

/** The reason that boundary i leaks too much. */
export function leakOf({ leakage, limit }: TrustRule, boundary: number): IndexReason {
  return { kind: 'leaks', boundary, leakage: leakage[boundary]!, limit };
}
