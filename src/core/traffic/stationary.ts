/** The stationary state of a population of background UEs, drawn without its history. */
import type { Random } from '../random';
import { demandStepCount } from './demandSteps';
import { activePart, cellSizes, type DemandListener, type PopulationSettings } from './populationSettings';

/**
 * Each call adds a state, independent of those before, to `listener`: a binomial number of active UEs in each cell, and what
 * each wants. O(active UEs), so a large population costs no more than those who want something.
 */
export function createStationaryDraw(
  settings: PopulationSettings,
  random: Random,
  listener: DemandListener,
): () => void {
  const part = activePart(settings);
  const sizes = cellSizes(settings);
  const tables = new Map([...new Set(sizes)].map((size) => [size, binomialCdf(size, part)]));
  const ofCell = sizes.map((size) => tables.get(size)!);
  return () => {
    for (let cell = 0; cell < ofCell.length; cell += 1) {
      const active = firstAbove(ofCell[cell]!, random.next());
      for (let k = 0; k < active; k += 1) listener.add(cell, random.integer(demandStepCount));
    }
  };
}

/** Probabilities of at most 0, 1 .. `trials` successes; from the most likely number outwards, where nothing underflows. */
function binomialCdf(trials: number, part: number): Float64Array {
  const odds = part / (1 - part);
  const weights = new Float64Array(trials + 1);
  const mode = Math.min(trials, Math.floor((trials + 1) * part));
  weights[mode] = 1;
  for (let k = mode; k < trials; k += 1) weights[k + 1] = (weights[k]! * odds * (trials - k)) / (k + 1);
  for (let k = mode; k > 0; k -= 1) weights[k - 1] = (weights[k]! * k) / (odds * (trials - k + 1));
  let sum = 0;
  for (let k = 0; k <= trials; k += 1) {
    sum += weights[k]!;
    weights[k] = sum;
  }
  for (let k = 0; k <= trials; k += 1) weights[k]! /= sum;
  return weights;
}

/** Index of the first value above `value`; the last where there is none. */
function firstAbove(rising: Float64Array, value: number): number {
  let low = 0;
  let high = rising.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rising[middle]! > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
