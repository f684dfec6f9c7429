import { describe, expect, test } from 'vitest';
import type { GpuAccess } from '../../../state/profilingTypes';
import { adapterName, gpuText, missingHere } from './deviceWords';

const adapter = {
  vendor: 'google',
  architecture: 'swiftshader',
  description: '',
  isFallback: false,
  hasTimestamps: true,
  hasShaderF16: false,
};
const real: GpuAccess = { kind: 'adapter', adapter };
const isolated = { clockS: 5e-6, cores: 8, crossOriginIsolated: true, isSecure: true };
const whats = (...of: Parameters<typeof missingHere>) => missingHere(...of).map(({ what }) => what);

describe('the device card', () => {
  test('finds nothing missing where everything is there', () => {
    expect(missingHere(isolated, real)).toEqual([]);
    expect(missingHere(isolated, null)).toEqual([]);
  });

  test('a page that is not isolated says one thread and a coarse clock, and why', () => {
    const plain = { ...isolated, crossOriginIsolated: false, clockS: 1e-4 };
    const [missing] = missingHere(plain, real);
    expect(missing?.what).toBe('Threads and the fine clock');
    expect(missing?.why).toMatch(/COOP.*1 thread.*steps by 0.1 ms/);
    expect(missingHere({ ...plain, isSecure: false }, real)[0]?.why).toContain('plain http');
  });

  test('one core is no reason to blame the site', () => {
    expect(whats({ ...isolated, cores: 1 }, real)).toEqual(['More than 1 thread']);
  });

  test('keeps apart why there is no GPU', () => {
    const why = (reason: 'not-secure' | 'no-webgpu' | 'no-adapter') =>
      missingHere(isolated, { kind: 'absent', why: reason })[0]?.why;
    expect(why('not-secure')).toContain('https');
    expect(why('no-webgpu')).toContain('has no WebGPU');
    expect(why('no-adapter')).toContain('no adapter');
    expect(gpuText({ kind: 'absent', why: 'no-adapter' })).toBe('none');
  });

  test('a software adapter and missing time stamps are told', () => {
    const gpu = { kind: 'adapter', adapter: { ...adapter, isFallback: true, hasTimestamps: false } } as const;
    expect(whats(isolated, gpu)).toEqual(['A real GPU', 'GPU time stamps']);
  });

  test('an adapter is called what the browser tells of it', () => {
    expect(adapterName(adapter)).toBe('google swiftshader');
    expect(adapterName({ ...adapter, description: 'SwiftShader Device' })).toBe(
      'google swiftshader (SwiftShader Device)',
    );
    expect(adapterName({ ...adapter, vendor: '', architecture: '' })).toBe('a GPU the browser does not name');
  });
});
