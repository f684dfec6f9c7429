/** Elements of a tensor of this shape; a scalar (no extents) has one. */
export function elementsOf(shape: readonly number[]): number {
  return shape.reduce((product, extent) => product * extent, 1);
}
