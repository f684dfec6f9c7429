/**
 * Finds out how much memory the runtime's WebAssembly has taken: it makes its memory in JavaScript, so whoever looks on
 * when that happens can ask later. Call it before the runtime starts.
 *
 * @returns bytes now; null before there is any
 */
export function watchMemory(): () => number | null {
  const memories: WebAssembly.Memory[] = [];
  WebAssembly.Memory = new Proxy(WebAssembly.Memory, {
    construct(target, [descriptor]: [WebAssembly.MemoryDescriptor]) {
      const memory = new target(descriptor);
      memories.push(memory);
      return memory;
    },
  });
  return () => memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0) || null;
}
