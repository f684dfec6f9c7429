/**
 * Coefficients of the autoregression that has these autocovariances: solves the Yule-Walker equations
 * sum over j of a[j] * r[|i - j|] = r[i + 1] by the Levinson-Durbin recursion (Durbin 1960), O(order^2).
 *
 * Stops where nothing is left to explain (a constant or a series known without error): the coefficients beyond are 0.
 * With biased autocovariances (divided by the number of all values) the autoregression is stable.
 *
 * @param autocovariances - of lag 0 to order, order + 1 values
 * @param coefficients - the answer, of lag 1 first; its length is the order
 * @returns the variance that remains, in the unit of the autocovariances
 */
export function solveLevinson(autocovariances: Float64Array, coefficients: Float64Array): number {
  const negligible = autocovariances[0]! * 1e-12;
  let remaining = autocovariances[0]!;
  coefficients.fill(0);
  for (let m = 0; m < coefficients.length && remaining > negligible; m += 1) {
    let unexplained = autocovariances[m + 1]!;
    for (let j = 0; j < m; j += 1) unexplained -= coefficients[j]! * autocovariances[m - j]!;
    const reflection = unexplained / remaining;
    // Each pair at once, so that no second array is needed; the middle one of an odd number pairs with itself.
    for (let low = 0, high = m - 1; low <= high; low += 1, high -= 1) {
      const lower = coefficients[low]!;
      const upper = coefficients[high]!;
      coefficients[low] = lower - reflection * upper;
      coefficients[high] = upper - reflection * lower;
    }
    coefficients[m] = reflection;
    remaining *= 1 - reflection * reflection;
  }
  return Math.max(remaining, 0);
}
