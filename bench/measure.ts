/** Medians of short synchronous functions. */

/**
 * Median time of one call [s]: calls are timed in batches long enough for the clock (about 1 ms), after a warm-up that
 * lets the engine compile.
 */
export function medianS(run: () => unknown, batches = 41): number {
  const batchS = 1e-3;
  const warmUpEnd = performance.now() + 250;
  let calls = 0;
  const begun = performance.now();
  while (performance.now() < warmUpEnd) {
    run();
    calls++;
  }
  const size = Math.max(1, Math.round((batchS * calls * 1e3) / (performance.now() - begun)));
  const times: number[] = [];
  for (let batch = 0; batch < batches; batch++) {
    const start = performance.now();
    for (let k = 0; k < size; k++) run();
    times.push((performance.now() - start) / 1e3 / size);
  }
  times.sort((a, b) => a - b);
  return times[(batches - 1) / 2]!;
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
