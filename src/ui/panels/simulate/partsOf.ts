/** Parts of a time, rounded like the whole and so that they add up to it. */

interface RoundedParts {
  readonly parts: readonly number[];
  /** Of all of them. */
  readonly unit: 's' | 'ms' | 'µs';
}

/** As `formatSeconds` words the whole: its unit, three figures. What rounding leaves goes to the parts that lost most. */
export function partsOf(wholeS: number, partsS: readonly number[]): RoundedParts {
  const [unit, perS] =
    wholeS >= 1 ? (['s', 1] as const) : wholeS >= 1e-4 ? (['ms', 1e3] as const) : (['µs', 1e6] as const);
  const whole = wholeS * perS;
  if (!(whole > 0) || whole === Infinity) return { parts: partsS.map(() => 0), unit };
  // Of the value as it is rounded: 99.96 is 100, which has no decimals.
  const decimals = 2 - Math.floor(Math.log10(Number(whole.toPrecision(3))));
  const scale = 10 ** decimals;
  const steps = partsS.map((part) => Math.max(0, part) * perS * scale);
  const counts = steps.map(Math.floor);
  const missing = Math.round(whole * scale) - counts.reduce((sum, count) => sum + count, 0);
  const byLoss = steps.map((step, k) => ({ k, loss: step - counts[k]! })).sort((a, b) => b.loss - a.loss);
  for (const { k } of byLoss.slice(0, Math.max(0, missing))) counts[k]! += 1;
  return { parts: counts.map((count) => Number((count / scale).toPrecision(3))), unit };
}
