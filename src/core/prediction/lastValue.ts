import { asCapacity } from './bounds';
import type { Predictor } from './types';

/** What was observed last stays: persistence, what deciding without prediction does. O(1). */
export function createLastValue(): Predictor {
  let last = 0;
  return {
    observe: (value) => {
      last = asCapacity(value);
    },
    forecast: () => last,
  };
}
