/**
 * Who shares a link or a cell with the UE, and the water level: the fluid limit of proportional fair scheduling. Every
 * sharer gets what it wants or the level, whichever is less; the UE, which takes all it can, gets the level:
 *
 *   sum_i min(d_i, level) + level = capacity
 *
 * Method: active set. Demands come in steps; for each level the sum of the demands below it and the number above are kept
 * at every switch, and the edge between them walks on from where it was. Exact up to the rounding of one division. A switch
 * costs O(levels), a level O(steps between the old edge and the new one).
 */
export interface Sharers {
  /** Somebody begins to want `steps[step]`. */
  add(step: number): void;
  /** Somebody who wanted `steps[step]` ends. */
  remove(step: number): void;
  /** Nobody wants anything. */
  clear(): void;
  /** Level under capacity number `index`, in units of `steps`. */
  level(index: number): number;
}

/**
 * @param steps - demand of each step, ascending, whole numbers above 0
 * @param capacities - of what they share, in the same units, above 0: the same people may share several links
 */
export function createSharers(steps: Float64Array, capacities: readonly number[]): Sharers {
  const counts = new Int32Array(steps.length);
  const edges = new Int32Array(capacities.length);
  /** Of each capacity: sum of the demands of the steps below its edge, number of sharers at it and above. */
  const lowSums = new Float64Array(capacities.length);
  const highCounts = new Int32Array(capacities.length);

  const change = (step: number, by: 1 | -1): void => {
    counts[step]! += by;
    const demand = by * steps[step]!;
    for (let j = 0; j < edges.length; j += 1) {
      if (step < edges[j]!) lowSums[j]! += demand;
      else highCounts[j]! += by;
    }
  };

  const level = (index: number): number => {
    const capacity = capacities[index]!;
    let edge = edges[index]!;
    let lowSum = lowSums[index]!;
    let highCount = highCounts[index]!;
    let water = (capacity - lowSum) / (highCount + 1);
    for (; edge > 0 && steps[edge - 1]! > water; edge -= 1) {
      const count = counts[edge - 1]!;
      if (count === 0) continue;
      lowSum -= count * steps[edge - 1]!;
      highCount += count;
      water = (capacity - lowSum) / (highCount + 1);
    }
    for (; edge < steps.length && steps[edge]! <= water; edge += 1) {
      const count = counts[edge]!;
      if (count === 0) continue;
      lowSum += count * steps[edge]!;
      highCount -= count;
      water = (capacity - lowSum) / (highCount + 1);
    }
    edges[index] = edge;
    lowSums[index] = lowSum;
    highCounts[index] = highCount;
    return water;
  };

  return {
    add: (step) => {
      change(step, 1);
    },
    remove: (step) => {
      change(step, -1);
    },
    clear: () => {
      counts.fill(0);
      lowSums.fill(0);
      highCounts.fill(0);
    },
    level,
  };
}

/**
 * Capacity under which the UE's level is `share` of it when `sharers` UEs want something on average, each value of `steps`
 * equally often (mean field). This is the constant that scales demands to a thing: of the mean state at load x1 the UE, which
 * takes all it can, gets the share that is wished of it, and the background keeps the rest busy. On a cell, whose capacity
 * is its air time, the same constant is its typical rate: demand / rate = air time.
 *
 * Where so few UEs cannot take so much, it is the most they nearly can, and the other way about: together they get between 1
 * and 90 % of what they would with the level each.
 *
 * @param share - above 0
 */
export function capacityForShare(steps: Float64Array, sharers: number, share: number): number {
  if (sharers <= 0) return steps[steps.length >> 1]!;
  const wanted = Math.min(0.9, Math.max(0.01, (1 - share) / (share * sharers)));
  let low = steps[0]! / 2;
  let high = 200 * steps[steps.length - 1]!;
  // Bisection in the ratio: the means of min(d, level) / level fall from 1 to 0 as the level rises.
  for (let turn = 0; turn < 60 && high / low > 1 + 1e-9; turn += 1) {
    const middle = Math.sqrt(low * high);
    if (meanTaken(steps, middle) / middle > wanted) low = middle;
    else high = middle;
  }
  return low * (1 + sharers * wanted);
}

function meanTaken(steps: Float64Array, level: number): number {
  let sum = 0;
  for (const demand of steps) sum += Math.min(demand, level);
  return sum / steps.length;
}
