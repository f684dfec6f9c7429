/** Uneven rows to even samples. */

/** A document keeps at most so many samples of a trace. */
export const mostTraceSamples = 20_000;
/** And steps of so long [s]. */
const shortestStepS = 0.001;
const longestStepS = 3600;
/** What lies in that [s]. */
export const longestTraceS = mostTraceSamples * longestStepS;

export interface Resampled {
  readonly stepS: number;
  readonly samples: number[];
  readonly durationS: number;
  readonly medianGapS: number;
  readonly sampling: 'kept' | 'evened' | 'thinned';
}

/** Clocks that write three decimals are even to this part of a step. */
const evenness = 1e-3;

/**
 * Time-weighted means over steps as long as the median gap (1 ms to an hour), or as long as `mostTraceSamples` of them allow:
 * what is transferred over the whole trace stays the same. Each value holds to the next time, the last for the median gap.
 * The last step may reach beyond the end and has the mean of what is there. O(n log n).
 *
 * @param timesS - rising, at least two
 */
export function resample(timesS: Float64Array, mbps: Float64Array): Resampled {
  const count = timesS.length;
  const gaps = Float64Array.from({ length: count - 1 }, (_, k) => timesS[k + 1]! - timesS[k]!).sort();
  const medianGapS = tidy((gaps[(count - 2) >> 1]! + gaps[(count - 1) >> 1]!) / 2);
  const lengthS = timesS[count - 1]! - timesS[0]!;
  const durationS = tidy(lengthS + medianGapS);
  const evenS = tidy(lengthS / (count - 1));
  const isEven = gaps[count - 2]! - gaps[0]! <= evenness * medianGapS;
  if (isEven && count <= mostTraceSamples && evenS >= shortestStepS && evenS <= longestStepS) {
    return { stepS: evenS, samples: Array.from(mbps, tidy), durationS, medianGapS, sampling: 'kept' };
  }
  // A tiny rest beyond the last whole step is rounding, not a sample.
  const wantedStepS = Math.min(longestStepS, Math.max(shortestStepS, medianGapS));
  const wanted = Math.max(1, Math.ceil(durationS / wantedStepS - 1e-6));
  const sampleCount = Math.min(wanted, mostTraceSamples);
  const stepS = wanted > mostTraceSamples ? durationS / sampleCount : wantedStepS;
  return {
    stepS: tidy(stepS),
    samples: meansPerStep(timesS, mbps, durationS, stepS, sampleCount),
    durationS,
    medianGapS,
    sampling: stepS > medianGapS ? 'thinned' : 'evened',
  };
}

/** One pass over rows and steps together. */
function meansPerStep(
  timesS: Float64Array,
  mbps: Float64Array,
  durationS: number,
  stepS: number,
  sampleCount: number,
): number[] {
  const startS = timesS[0]!;
  const samples: number[] = [];
  let row = 0;
  for (let k = 0; k < sampleCount; k += 1) {
    const fromS = k * stepS;
    const toS = k === sampleCount - 1 ? durationS : (k + 1) * stepS;
    let sum = 0;
    let atS = fromS;
    for (;;) {
      const rowEndS = row + 1 < timesS.length ? timesS[row + 1]! - startS : durationS;
      const untilS = Math.min(rowEndS, toS);
      sum += mbps[row]! * Math.max(0, untilS - atS);
      atS = Math.max(atS, untilS);
      if (rowEndS >= toS || row + 1 >= timesS.length) break;
      row += 1;
    }
    samples.push(tidy(sum / (toS - fromS)));
  }
  return samples;
}

/** Without the dust of binary fractions: 0.1 and not 0.10000000000000142. */
function tidy(value: number): number {
  return Number(value.toPrecision(9));
}
