/** Geometry of the preview of boundary bytes: one bar a boundary, heights relative to the largest. */
interface BoundaryBar {
  readonly boundary: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Larger than the picture: cutting here ships more than sending the picture. */
  readonly aboveInput: boolean;
}

export interface BoundaryBars {
  readonly bars: readonly BoundaryBar[];
  /** Height at which the picture's own size lies. */
  readonly inputY: number;
  readonly largest: number;
  /** Smallest boundary between two blocks (neither the picture nor the result); null for a single block. */
  readonly smallest: { readonly boundary: number; readonly bytes: number } | null;
}

/** `boundaryBytes`: L + 1 sizes, the picture first, the result last. */
export function boundaryBarsLayout(
  boundaryBytes: readonly number[],
  width: number,
  height: number,
): BoundaryBars {
  const input = boundaryBytes[0] ?? 0;
  const largest = boundaryBytes.reduce((most, bytes) => Math.max(most, bytes), 0);
  const scale = largest === 0 ? 0 : height / largest;
  const pitch = width / Math.max(1, boundaryBytes.length);
  const inner = boundaryBytes.slice(1, -1);
  const least = inner.length === 0 ? null : inner.indexOf(inner.reduce((min, bytes) => Math.min(min, bytes)));
  return {
    bars: boundaryBytes.map((bytes, boundary) => ({
      boundary,
      x: boundary * pitch,
      y: height - bytes * scale,
      width: Math.max(0.5, pitch * 0.8),
      height: bytes * scale,
      aboveInput: boundary > 0 && bytes > input,
    })),
    inputY: height - input * scale,
    largest,
    smallest: least === null ? null : { boundary: least + 1, bytes: inner[least]! },
  };
}
