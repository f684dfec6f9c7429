const stepsLookedAt = 12;
/** About 10 ms of reading: a clock coarser than that must not hold anything up... */
const mostReadings = 200_000;
/** ...and is taken for the coarsest one in use (Firefox resisting fingerprinting) [s]. */
const coarsestS = 0.1;

/**
 * Smallest step seen between different readings of a clock [s]. Browsers coarsen theirs, by how much depends on the browser and on
 * cross-origin isolation, so it is looked at rather than assumed.
 *
 * @param nowMs - monotone clock [ms], as performance.now
 */
export function findClockStepS(nowMs: () => number): number {
  let smallestMs = Infinity;
  let last = nowMs();
  let steps = 0;
  for (let readings = 0; steps < stepsLookedAt && readings < mostReadings; readings += 1) {
    const time = nowMs();
    if (time <= last) continue;
    smallestMs = Math.min(smallestMs, time - last);
    last = time;
    steps += 1;
  }
  // Differences of floating-point times carry dust: 0.004999999888 ms is 5 µs.
  return steps === 0 ? coarsestS : Number((smallestMs / 1e3).toPrecision(3));
}
