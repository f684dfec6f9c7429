import { describe, expect, it, vi } from 'vitest';
import { createGpuFinder, gpuOf, type GpuAdapter } from './findGpu';

const adapter = (over: Partial<GpuAdapter> = {}): GpuAdapter => ({
  features: new Set(['timestamp-query']),
  info: { vendor: 'acme', architecture: 'one', description: 'Acme One', isFallbackAdapter: false },
  ...over,
});
const giving = (found: GpuAdapter | null) => ({ requestAdapter: () => Promise.resolve(found) });

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

  it.each([
    ['its info says so', adapter({ info: { isFallbackAdapter: true } })],
    ['the adapter itself says so, as older browsers do', adapter({ info: {}, isFallbackAdapter: true })],
    ['its name gives it away', adapter({ info: { vendor: 'google', architecture: 'swiftshader' } })],
  ])('takes an adapter for software where %s', async (_, found) => {
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
