import { startTransition, useEffect, useState } from 'react';
import { inSlices, type Slices } from './slices';

/**
 * What takes longer than a frame, made in slices: what was made before stays until the next one is there. null until the first.
 *
 * @param make - the same function while what it makes is the same; null: there is nothing to make yet
 */
export function useSliced<T>(make: (() => Slices<T>) | null): T | null {
  const [made, setMade] = useState<{ readonly value: T } | null>(null);
  const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null);
  useEffect(() => {
    if (make === null) return undefined;
    const controller = new AbortController();
    inSlices(make(), controller.signal).then(
      (value) => {
        if (value !== null && !controller.signal.aborted) startTransition(() => setMade({ value }));
      },
      (error: unknown) => setFailure({ error }),
    );
    return () => controller.abort();
  }, [make]);
  // For the boundary around the panel, as if it had been made while rendering.
  if (failure !== null) throw failure.error;
  return made?.value ?? null;
}
