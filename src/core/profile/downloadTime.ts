/** What of a cold start was the network: from the browser's own record of what a worker fetched. */

/** The part of a `PerformanceResourceTiming` that is looked at; times in milliseconds. */
export interface FetchedFile {
  readonly startTime: number;
  readonly responseEnd: number;
  /** Bytes that came over the network, headers included: 0 from the cache, few where it was only asked whether that is fresh. */
  readonly transferSize?: number;
  /** Bytes of the file as it travels. */
  readonly encodedBodySize?: number;
}

/**
 * Seconds in which at least one file came over the network; 0: all were in the browser's cache. null where the browser does not
 * tell.
 */
export function downloadSeconds(files: readonly FetchedFile[]): number | null {
  if (files.length === 0 || files.some((file) => file.transferSize === undefined)) return null;
  const fetched = files
    .filter(
      ({ transferSize = 0, encodedBodySize = 0 }) => transferSize > 0 && transferSize >= encodedBodySize,
    )
    .sort((a, b) => a.startTime - b.startTime);
  let totalMs = 0;
  let untilMs = -Infinity;
  for (const { startTime, responseEnd } of fetched) {
    totalMs += Math.max(0, responseEnd - Math.max(startTime, untilMs));
    untilMs = Math.max(untilMs, responseEnd);
  }
  return totalMs / 1e3;
}
