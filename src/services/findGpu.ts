/** Whether the page can use a GPU: asked lazily and once, because browsers wake the GPU's driver for it. */
import { adapterFacts, type KnownAdapter } from '../core/profile/adapterFacts';
import type { GpuAccess } from './types';

/** The part of WebGPU that is asked here; TypeScript's library does not know it yet. */
export interface GpuEntry {
  requestAdapter(options: { readonly powerPreference: 'high-performance' }): Promise<KnownAdapter | null>;
}

/**
 * @param isSecure - whether the page is a secure context: without one `navigator.gpu` does not exist
 * @param gpu - `navigator.gpu`
 */
export function createGpuFinder(isSecure: boolean, gpu: GpuEntry | undefined): () => Promise<GpuAccess> {
  let asked: Promise<GpuAccess> | null = null;
  return () => (asked ??= ask(isSecure, gpu));
}

async function ask(isSecure: boolean, gpu: GpuEntry | undefined): Promise<GpuAccess> {
  if (gpu === undefined) return { kind: 'absent', why: isSecure ? 'no-webgpu' : 'not-secure' };
  try {
    const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
    if (adapter !== null) return { kind: 'adapter', adapter: adapterFacts(adapter) };
  } catch {
    // A driver that fails is as good as none.
  }
  return { kind: 'absent', why: 'no-adapter' };
}

let ofThisPage: (() => Promise<GpuAccess>) | null = null;

/** The GPU of this page. */
export function findGpu(): Promise<GpuAccess> {
  ofThisPage ??= createGpuFinder(window.isSecureContext, gpuOf(navigator));
  return ofThisPage();
}

/** `navigator.gpu`, where there is one. */
export function gpuOf(facts: object): GpuEntry | undefined {
  return 'gpu' in facts && typeof facts.gpu === 'object' && facts.gpu !== null
    ? (facts.gpu as GpuEntry)
    : undefined;
}
