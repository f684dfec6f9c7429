/** Shades of a heat map: times in equal steps of their logarithm. */

export const heatSteps = 7;

export interface HeatScale {
  /** Where the steps begin and end [s]: one more than there are steps; empty when nothing takes time. */
  readonly edges: readonly number[];
  /** 0 (short) to heatSteps - 1 (long); null for what cannot run. */
  readonly step: (seconds: number | null) => number | null;
}

/** From the shortest to the longest time above 0. */
export function heatScale(times: readonly (number | null)[]): HeatScale {
  let low = Infinity;
  let high = 0;
  for (const time of times) {
    if (time === null || !(time > 0) || !Number.isFinite(time)) continue;
    low = Math.min(low, time);
    high = Math.max(high, time);
  }
  const span = high > low ? Math.log(high / low) : 0;
  return {
    edges:
      high === 0
        ? []
        : span === 0
          ? [low, high]
          : Array.from({ length: heatSteps + 1 }, (_, index) => low * Math.exp((span * index) / heatSteps)),
    step: (seconds) => {
      if (seconds === null || !Number.isFinite(seconds)) return null;
      if (!(seconds > low) || span === 0) return 0;
      return Math.min(heatSteps - 1, Math.floor((Math.log(seconds / low) / span) * heatSteps));
    },
  };
}
