/** Which cell serves, after event A3 of TS 38.331: another cell is so much better for so long. */

export interface HandoverSettings {
  readonly hysteresisDb: number;
  /** Whole steps for which another cell must have been better without a break; 0: at once. */
  readonly triggerSteps: number;
}

export interface ServingCell {
  /** Index of the cell that serves; -1 before the first step, and where there are none. */
  readonly cell: number;
  /** What is measured of each cell at the next step [dB]; the first time the best one is taken. True: a handover. */
  step(measuredDb: Float64Array): boolean;
  /** Nothing is measured at the next step: what was better for a while begins anew. */
  skip(): void;
}

/** Allocation-free once made. Of equals the first one is taken. */
export function createServingCell(
  cellCount: number,
  { hysteresisDb, triggerSteps }: HandoverSettings,
): ServingCell {
  let serving = -1;
  /** [cell] for how many steps it has been better than the serving one, this one not counted; -1: it is not. */
  const better = new Int32Array(cellCount).fill(-1);
  const step = (measuredDb: Float64Array): boolean => {
    const isFirst = serving === -1;
    const neededDb = isFirst ? -Infinity : measuredDb[serving]! + hysteresisDb;
    let target = -1;
    for (let c = 0; c < cellCount; c += 1) {
      if (c === serving || !(measuredDb[c]! > neededDb)) {
        better[c] = -1;
        continue;
      }
      better[c] = better[c]! + 1;
      const isLongEnough = isFirst || better[c]! >= triggerSteps;
      if (isLongEnough && (target === -1 || measuredDb[c]! > measuredDb[target]!)) target = c;
    }
    if (target === -1) return false;
    serving = target;
    better.fill(-1);
    return !isFirst;
  };
  return {
    get cell() {
      return serving;
    },
    step,
    skip: () => better.fill(-1),
  };
}
