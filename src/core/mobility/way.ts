/** A way over the plan, driven at constant speed. */
import type { MobilitySettings, PlanPoint } from './types';

export interface Way {
  /** From the first corner to the last, or round once [m]. */
  readonly lengthM: number;
  /** Driven after this time [m]; a UE that has stopped drives no further. */
  drivenM(atS: number): number;
  /** Writes where the UE is at this time [s, >= 0] to `place`; exactly the corner at a corner. */
  placeAt(atS: number, place: { xM: number; yM: number }): void;
}

/**
 * The way of the settings; without corners the UE stays at `start`, with one it stays there. Corners in the same place count as one.
 * Nothing is summed up over time, so a moment is the same however it was come to.
 */
export function createWay({ way, speedKmh, end }: MobilitySettings, start: PlanPoint): Way {
  const corners = way.length === 0 ? [start] : end === 'loop' ? [...way, way[0]!] : way;
  /** Where each corner lies [m from the first]. */
  const startsM = new Float64Array(corners.length);
  for (let k = 1; k < corners.length; k += 1) {
    startsM[k] = startsM[k - 1]! + distanceM(corners[k - 1]!, corners[k]!);
  }
  const lengthM = startsM.at(-1)!;
  const metresPerSecond = speedKmh / 3.6;
  const drivenM = (atS: number): number => {
    if (lengthM === 0) return 0;
    return end === 'stop' ? Math.min(lengthM, metresPerSecond * atS) : metresPerSecond * atS;
  };
  const alongM = (driven: number): number => {
    if (lengthM === 0 || end === 'stop') return driven;
    if (end === 'loop') return driven % lengthM;
    const there = driven % (2 * lengthM);
    return there > lengthM ? 2 * lengthM - there : there;
  };
  return {
    lengthM,
    drivenM,
    placeAt: (atS, place) => {
      const along = alongM(drivenM(atS));
      // The last corner at or before: of corners in the same place the last, so that the piece after it has a length.
      let k = corners.length - 1;
      while (startsM[k]! > along) k -= 1;
      const from = corners[k]!;
      const to = corners[k + 1] ?? from;
      const pieceM = (startsM[k + 1] ?? lengthM) - startsM[k]!;
      const part = pieceM === 0 ? 0 : (along - startsM[k]!) / pieceM;
      place.xM = from.xM + part * (to.xM - from.xM);
      place.yM = from.yM + part * (to.yM - from.yM);
    },
  };
}

/** As the crow flies [m]. (`Math.hypot` differs between engines; a root of a sum does not.) */
export function distanceM(a: PlanPoint, b: PlanPoint): number {
  const dx = a.xM - b.xM;
  const dy = a.yM - b.yM;
  return Math.sqrt(dx * dx + dy * dy);
}
