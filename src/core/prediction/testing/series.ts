/** Series and solvers for tests, made without the code under test. */
import { createRandom } from '../../random';
import type { PredictionSettings, Predictor, PredictorContext, PredictorKind } from '../types';

export const settingsOf = (
  kind: PredictorKind,
  changes: Partial<PredictionSettings> = {},
): PredictionSettings => ({
  kind,
  ewmaWeight: 0.3,
  window: 5,
  forgetting: 0.99,
  errorSd: 0.1,
  gapTasks: 5,
  ...changes,
});

/** Of kinds that do not look. */
export const unseen: PredictorContext = {
  seed: 1,
  truthAt: () => {
    throw new Error('looked at the future');
  },
};

export function feed(predictor: Predictor, values: Iterable<number>): Predictor {
  for (const value of values) predictor.observe(value);
  return predictor;
}

/** Near enough to standard normal: twelve uniform numbers less six. */
export function createNoise(seed: number): () => number {
  const random = createRandom(seed);
  return () => {
    let sum = -6;
    for (let i = 0; i < 12; i += 1) sum += random.next();
    return sum;
  };
}

/** mean + d, d[t] = sum of coefficients[k] * d[t - 1 - k] + sd * noise, after a run-in. */
export function autoregressiveSeries(
  coefficients: readonly number[],
  mean: number,
  sd: number,
  count: number,
  seed: number,
): number[] {
  const noise = createNoise(seed);
  const runIn = 200;
  const deviations: number[] = [];
  for (let t = 0; t < count + runIn; t += 1) {
    deviations.push(
      coefficients.reduce((sum, a, k) => sum + a * (deviations[t - 1 - k] ?? 0), 0) + sd * noise(),
    );
  }
  return deviations.slice(runIn).map((d) => mean + d);
}

/** Gaussian elimination with the largest pivot: x of matrix * x = right. */
export function solveDirectly(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  const size = rows.length;
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let i = column + 1; i < size; i += 1) {
      if (Math.abs(rows[i]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = i;
    }
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    for (let i = 0; i < size; i += 1) {
      if (i === column) continue;
      const factor = rows[i]![column]! / rows[column]![column]!;
      for (let j = column; j <= size; j += 1) rows[i]![j]! -= factor * rows[column]![j]!;
    }
  }
  return rows.map((row, i) => row[size]! / row[i]!);
}
