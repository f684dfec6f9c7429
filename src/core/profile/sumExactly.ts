/**
 * The same positive values, adjusted by what rounding lost so that adding them up in order as doubles gives `total` to the
 * last bit. The largest value takes the residual. Where ties to even make the sum jump over the total whatever the largest
 * is, the next smaller value, whose last bit is finer, takes the rest.
 */
export function sumExactly(values: readonly number[], total: number): number[] {
  const adjusted = [...values];
  const residual = (): number => total - adjusted.reduce((sum, value) => sum + value, 0);
  const largestFirst = values.map((_, index) => index).sort((a, b) => values[b]! - values[a]!);
  for (const index of largestFirst) {
    let step = residual();
    for (let tries = 0; step !== 0 && tries < triesEach; tries += 1) {
      adjusted[index] = adjusted[index]! + step;
      const left = residual();
      // Over the total by a bit and back: look between.
      step = left === -step ? left / 2 : left;
    }
    if (step === 0) break;
  }
  return adjusted;
}

/** One try nearly always does; a few more meet the rounding of the first. */
const triesEach = 6;
