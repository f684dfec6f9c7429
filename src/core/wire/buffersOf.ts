import type { WireTensor } from './wireTensor';

/** What changes hands with the tensors: every buffer once, because one that is named twice is refused. */
export function buffersOf(tensors: readonly WireTensor[]): ArrayBuffer[] {
  return [...new Set(tensors.map(({ data }) => data.buffer))];
}
