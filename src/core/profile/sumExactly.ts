/**
 * The same positive values with the largest one adjusted by what rounding lost, so that adding them up in order as
 * doubles gives `total` to the last bit.
 */
export function sumExactly(values: readonly number[], total: number): number[] {
  const adjusted = [...values];
  const largest = adjusted.reduce((best, value, index) => (value > adjusted[best]! ? index : best), 0);
  const residual = (): number => total - adjusted.reduce((sum, value) => sum + value, 0);
  let step = residual();
  // A step of the largest value moves the sum by the same step, up to rounding; where rounding makes it jump to and fro
  // across the total, half the step finds the value between.
  for (let tries = 0; step !== 0 && tries < maximumTries; tries += 1) {
    adjusted[largest] = adjusted[largest]! + step;
    const left = residual();
    step = left === -step ? left / 2 : left;
  }
  return adjusted;
}

const maximumTries = 200;
