/**
 * The best run of consecutive blocks on one node that has room for their weights only, and where asked that takes no longer
 * than so much time: a sliding window minimum, O(L). Room is inclusive, with a relative tolerance for sums that were rounded.
 *
 * The window is kept as two stacks (the queue with minimum made of two stacks, folklore): times and bytes are only ever
 * added, never taken off again, so nothing cancels and an impossible block (Infinity) needs no case of its own.
 */
import { isWithin, mostWithin } from './tolerance';

/** The most that counts as fitting into `haveBytes`. */
export function roomOf(haveBytes: number): number {
  return mostWithin(haveBytes);
}

/** Whether weights of `needBytes` fit into `haveBytes`. */
export function fits(needBytes: number, haveBytes: number): boolean {
  return isWithin(needBytes, haveBytes);
}

/** Scratch memory for chains of L blocks: of each run that starts at `middle`, by the boundary at which it ends. */
export interface Window {
  readonly bytes: Float64Array;
  readonly runS: Float64Array;
  /** The lowest cost of a run that ends there or earlier, and where that one ends. */
  readonly leastS: Float64Array;
  readonly leastAt: Int32Array;
}

export function createWindow(blocks: number): Window {
  return {
    bytes: new Float64Array(blocks + 1),
    runS: new Float64Array(blocks + 1),
    leastS: new Float64Array(blocks + 1),
    leastAt: new Int32Array(blocks + 1),
  };
}

/**
 * toGoS[i] = min over j >= i of time of blocks i+1..j + leaveS[j], where those blocks fit into `roomBytes` and take
 * `longestS` at most; endAt[i] is the j that gives it (the latest on a tie: a block runs where its data is), -1 where every
 * run is impossible.
 */
export function sweepWindow(
  window: Window,
  leaveS: Float64Array,
  computeS: Float64Array,
  layerBytes: Float64Array,
  roomBytes: number,
  toGoS: Float64Array,
  endAt: Int32Array,
  longestS = Infinity,
): void {
  const { bytes, runS, leastS, leastAt } = window;
  const limits = { roomBytes, longestS };
  /** Runs that end at middle..far are in `window`; those that end before the middle are summed up in the three below. */
  let middle = leaveS.length;
  let far = middle - 1;
  let nearS = Infinity;
  let nearAt = -1;
  let passS = 0;
  let passBytes = 0;
  for (let i = leaveS.length - 1; i >= 0; i--) {
    const time = computeS[i] ?? 0;
    passS += time;
    passBytes += layerBytes[i] ?? 0;
    if (time + nearS <= leaveS[i]! && nearAt >= 0) {
      nearS += time;
    } else {
      nearS = leaveS[i]!;
      nearAt = i;
    }
    while (far >= middle && (!fits(bytes[far]! + passBytes, roomBytes) || runS[far]! + passS > longestS)) {
      far--;
    }
    if (far < middle) {
      far = startWindow(window, leaveS, computeS, layerBytes, limits, i, middle - 1);
      middle = i;
      nearS = Infinity;
      nearAt = -1;
      passS = passBytes = 0;
    }
    const throughS = passS + leastS[far]!;
    const isThrough = throughS <= nearS;
    toGoS[i] = isThrough ? throughS : nearS;
    endAt[i] = toGoS[i] === Infinity ? -1 : isThrough ? leastAt[far]! : nearAt;
  }
}

/** Fills the window with the runs from `middle` that end at `far` at the latest and fit; returns the last of them. */
function startWindow(
  window: Window,
  leaveS: Float64Array,
  computeS: Float64Array,
  layerBytes: Float64Array,
  { roomBytes, longestS }: { readonly roomBytes: number; readonly longestS: number },
  middle: number,
  far: number,
): number {
  const { bytes, leastS, leastAt } = window;
  let runS = 0;
  let weight = 0;
  bytes[middle] = 0;
  window.runS[middle] = 0;
  leastS[middle] = leaveS[middle]!;
  leastAt[middle] = middle;
  for (let j = middle + 1; j <= far; j++) {
    runS += computeS[j - 1]!;
    weight += layerBytes[j - 1]!;
    if (!fits(weight, roomBytes) || runS > longestS) return j - 1;
    const totalS = runS + leaveS[j]!;
    const isLeast = totalS <= leastS[j - 1]!;
    bytes[j] = weight;
    window.runS[j] = runS;
    leastS[j] = isLeast ? totalS : leastS[j - 1]!;
    leastAt[j] = isLeast ? j : leastAt[j - 1]!;
  }
  return far;
}
