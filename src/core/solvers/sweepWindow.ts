/**
 * The best run of consecutive blocks on one node that has room for their weights only: a sliding window minimum
 * (monotone queue), O(L). Room is inclusive, with a relative tolerance for sums that were rounded.
 */

const tolerance = 1e-9;

/** The most that counts as fitting into `haveBytes`. */
export function roomOf(haveBytes: number): number {
  return haveBytes * (1 + tolerance);
}

/** Whether weights of `needBytes` fit into `haveBytes`. */
export function fits(needBytes: number, haveBytes: number): boolean {
  return needBytes <= roomOf(haveBytes);
}

export interface Window {
  /** Bytes of weights of blocks 1..i at [i]. */
  readonly weightUpTo: Float64Array;
  readonly queue: Int32Array;
  readonly key: Float64Array;
}

export function createWindow(weightBytes: Float64Array): Window {
  const weightUpTo = new Float64Array(weightBytes.length + 1);
  for (let l = 0; l < weightBytes.length; l++) weightUpTo[l + 1] = weightUpTo[l]! + weightBytes[l]!;
  return {
    weightUpTo,
    queue: new Int32Array(weightUpTo.length),
    key: new Float64Array(weightUpTo.length),
  };
}

/**
 * doneS[j] = min over i <= j - least of arriveS[i] + time of blocks i+1..j, where those blocks fit into `roomBytes` and
 * none of them is impossible (Infinity); startAt[j] is the i that gives it (the earliest on a tie).
 *
 * @param least 0: the node may run nothing; 1: it runs at least one block.
 */
export function sweepWindow(
  window: Window,
  arriveS: Float64Array,
  computeS: Float64Array,
  roomBytes: number,
  least: 0 | 1,
  doneS: Float64Array,
  startAt: Int32Array,
): void {
  const { weightUpTo, queue, key } = window;
  let head = 0;
  let tail = 0;
  let elapsedS = 0;
  const enter = (i: number): void => {
    if (arriveS[i] === Infinity) return;
    const value = arriveS[i]! - elapsedS;
    while (tail > head && key[tail - 1]! > value) tail--;
    queue[tail] = i;
    key[tail++] = value;
  };
  for (let j = 0; j < weightUpTo.length; j++) {
    if (j > 0) {
      const time = computeS[j - 1]!;
      if (time === Infinity) head = tail = 0;
      else elapsedS += time;
    }
    if (least === 0) enter(j);
    while (head < tail && !fits(weightUpTo[j]! - weightUpTo[queue[head]!]!, roomBytes)) head++;
    doneS[j] = head < tail ? key[head]! + elapsedS : Infinity;
    startAt[j] = head < tail ? queue[head]! : -1;
    if (least === 1) enter(j);
  }
}
