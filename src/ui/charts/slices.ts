/** Long work on the page's thread, in slices that input and frames come between. */

/** Each step is short; what it comes to is returned at the end. */
export type Slices<T> = Generator<undefined, T, undefined>;

/** The page has its thread back after this [ms]: half a frame. */
const sliceMs = 8;

export function inOneGo<T>(slices: Slices<T>): T {
  for (;;) {
    const step = slices.next();
    if (step.done === true) return step.value;
  }
}

/** null where the signal was aborted before the end. Rejects where a step throws. */
export function inSlices<T>(slices: Slices<T>, signal: AbortSignal): Promise<T | null> {
  // Unlike a timer, a message is not held back when there have been many.
  const { port1, port2 } = new MessageChannel();
  return new Promise<T | null>((resolve, reject) => {
    port1.onmessage = () => {
      try {
        const endMs = performance.now() + sliceMs;
        while (!signal.aborted) {
          const step = slices.next();
          if (step.done === true) {
            resolve(step.value);
            return;
          }
          if (performance.now() >= endMs) {
            port2.postMessage(null);
            return;
          }
        }
        resolve(null);
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    };
    port2.postMessage(null);
  }).finally(() => port1.close());
}
