/** What a GPU adapter is: one rule for the page that offers it and for the worker that measures on it. */
import type { AdapterFacts } from './detailsTypes';

/** The part of a `GPUAdapter` that is looked at. Browsers differ in what of it they have. */
export interface KnownAdapter {
  readonly features: { has(name: string): boolean };
  readonly info?: {
    readonly vendor?: string;
    readonly architecture?: string;
    readonly description?: string;
    readonly isFallbackAdapter?: boolean;
  };
  /** Where it stood before it moved into `info`. */
  readonly isFallbackAdapter?: boolean;
}

/** Browsers do not always say that an adapter is software; these names do. */
const softwareNames = /swiftshader|llvmpipe|lavapipe|basic render|software/i;

/** @param features - of the device made with it, where there is one: an adapter may offer more than it gives */
export function adapterFacts(adapter: KnownAdapter, features = adapter.features): AdapterFacts {
  const { vendor = '', architecture = '', description = '', isFallbackAdapter } = adapter.info ?? {};
  return {
    vendor,
    architecture,
    description,
    isFallback:
      (isFallbackAdapter ?? adapter.isFallbackAdapter ?? false) ||
      softwareNames.test(`${architecture} ${description}`),
    hasTimestamps: features.has('timestamp-query'),
    hasShaderF16: features.has('shader-f16'),
  };
}
