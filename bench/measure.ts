/** Medians of short synchronous functions. */

/** No case takes much longer than this in all, however slow one call is [s]. */
const enoughS = 1;
const fewest = 3;

/**
 * Median time of one call [s]: calls are timed in batches long enough for the clock (about 1 ms), after a warm-up that
 * lets the engine compile; of a slow function as many batches as fit into a second, three at least.
 */
export function medianS(run: () => unknown, batches = 41): number {
  const batchS = 1e-3;
  const begun = performance.now();
  let calls = 0;
  do {
    run();
    calls++;
  } while (performance.now() < begun + 250);
  const size = Math.max(1, Math.round((batchS * calls * 1e3) / (performance.now() - begun)));
  const times: number[] = [];
  const end = performance.now() + enoughS * 1e3;
  while (times.length < batches && (times.length < fewest || performance.now() < end)) {
    const start = performance.now();
    for (let k = 0; k < size; k++) run();
    times.push((performance.now() - start) / 1e3 / size);
  }
  times.sort((a, b) => a - b);
  return times[(times.length - 1) >> 1]!;
}

export const microseconds = (seconds: number): string => {
  const value = seconds * 1e6;
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
};

/** Prints rows as columns as wide as their widest cell, numbers to the right. */
export function printTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((title, c) => Math.max(title.length, ...rows.map((row) => row[c]!.length)));
  for (const row of [head, ...rows]) {
    console.log(
      row.map((cell, c) => (c === 0 ? cell.padEnd(widths[c]!) : cell.padStart(widths[c]!))).join('  '),
    );
  }
}
