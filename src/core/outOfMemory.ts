/** What WebAssembly, ONNX Runtime and the browsers say when memory runs out. */
const words =
  /bad_alloc|out of memory|\bOOM\b|enlarge memory|failed to allocate|could not allocate|allocation failed|Invalid array buffer length/i;

export function isOutOfMemory(message: string): boolean {
  return words.test(message);
}

/** What was thrown, in its own words. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
