import { describe, expect, it, vi } from 'vitest';
import type { KnownAdapter } from '../core/profile/adapterFacts';
import { createGpuFinder, gpuOf } from './findGpu';

const adapter = (): KnownAdapter => ({
  features: new Set(['timestamp-query']),
  info: { vendor: 'acme', architecture: 'one', description: 'Acme One', isFallbackAdapter: false },
});
const giving = (found: KnownAdapter | null) => ({ requestAdapter: () => Promise.resolve(found) });

describe('finding a GPU', () => {
  it('tells what the adapter is and can do', async () => {
    expect(await createGpuFinder(true, giving(adapter()))()).toEqual({
      kind: 'adapter',
      adapter: {
        vendor: 'acme',
        architecture: 'one',
        description: 'Acme One',
        isFallback: false,
        hasTimestamps: true,
        hasShaderF16: false,
      },
    });
  });

  it('says when it is software, although the browser does not', async () => {
    const found = { features: new Set<string>(), info: { vendor: 'google', architecture: 'swiftshader' } };
    const access = await createGpuFinder(true, giving(found))();
    expect(access.kind === 'adapter' && access.adapter.isFallback).toBe(true);
  });

  it('keeps apart why there is none', async () => {
    const failing = { requestAdapter: () => Promise.reject(new Error('driver')) };
    expect(await createGpuFinder(false, undefined)()).toEqual({ kind: 'absent', why: 'not-secure' });
    expect(await createGpuFinder(true, undefined)()).toEqual({ kind: 'absent', why: 'no-webgpu' });
    expect(await createGpuFinder(true, giving(null))()).toEqual({ kind: 'absent', why: 'no-adapter' });
    expect(await createGpuFinder(true, failing)()).toEqual({ kind: 'absent', why: 'no-adapter' });
  });

  it('asks the browser once, however often it is asked', async () => {
    const requestAdapter = vi.fn(() => Promise.resolve(adapter()));
    const find = createGpuFinder(true, { requestAdapter });
    await Promise.all([find(), find()]);
    expect(requestAdapter).toHaveBeenCalledTimes(1);
  });

  it('finds WebGPU in a navigator that has it, and only there', () => {
    const gpu = giving(null);
    expect(gpuOf({ gpu })).toBe(gpu);
    expect(gpuOf({ gpu: undefined })).toBeUndefined();
    expect(gpuOf({})).toBeUndefined();
  });
});
