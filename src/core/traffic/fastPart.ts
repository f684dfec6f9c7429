/** What changes of a share from one coherence time to the next. */
import exp from '@stdlib/math-base-special-exp';

/**
 * Factors with mean 1 whose natural logarithms follow a stationary AR(1): each call gives the next coherence time's.
 *
 * @param variance - of the logarithm
 * @param correlation - of the logarithm from one coherence time to the next, 0..1
 * @param drawNormal - standard normal numbers; not called where the variance is 0
 */
export function createFastPart(
  variance: number,
  correlation: number,
  drawNormal: () => number,
): () => number {
  if (!(variance > 0)) return () => 1;
  const deviation = Math.sqrt(variance);
  const shift = -variance / 2;
  const renewal = Math.sqrt(Math.max(0, 1 - correlation * correlation));
  let state: number | null = null;
  return () => {
    state = state === null ? drawNormal() : correlation * state + renewal * drawNormal();
    return exp(deviation * state + shift);
  };
}
