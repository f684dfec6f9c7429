/** Whether the page can use a GPU: asked lazily and once, because browsers wake the GPU's driver for it. */
import type { AdapterFacts } from '../core/profile/detailsTypes';
import type { GpuAccess } from './types';

/** The part of WebGPU that is asked here; TypeScript's library does not know it yet. */
export interface GpuEntry {
  requestAdapter(options: { readonly powerPreference: 'high-performance' }): Promise<GpuAdapter | null>;
}
export interface GpuAdapter {
  readonly features: { has(name: string): boolean };
  readonly info?: GpuAdapterInfo;
  /** Where it stood before it moved into `info`. */
  readonly isFallbackAdapter?: boolean;
}
interface GpuAdapterInfo {
  readonly vendor?: string;
  readonly architecture?: string;
  readonly description?: string;
  readonly isFallbackAdapter?: boolean;
}

/** Browsers do not always say that an adapter is software; these names do. */
const softwareNames = /swiftshader|llvmpipe|lavapipe|basic render|software/i;

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
    if (adapter !== null) return { kind: 'adapter', adapter: factsOf(adapter) };
  } catch {
    // A driver that fails is as good as none.
  }
  return { kind: 'absent', why: 'no-adapter' };
}

function factsOf(adapter: GpuAdapter): AdapterFacts {
  const { vendor = '', architecture = '', description = '', isFallbackAdapter } = adapter.info ?? {};
  return {
    vendor,
    architecture,
    description,
    isFallback:
      (isFallbackAdapter ?? adapter.isFallbackAdapter ?? false) ||
      softwareNames.test(`${architecture} ${description}`),
    hasTimestamps: adapter.features.has('timestamp-query'),
    hasShaderF16: adapter.features.has('shader-f16'),
  };
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
