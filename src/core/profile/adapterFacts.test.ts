import { describe, expect, it } from 'vitest';
import { adapterFacts } from './adapterFacts';

const features = new Set(['timestamp-query']);

describe('a GPU adapter', () => {
  it.each([
    ['its info says so', { info: { isFallbackAdapter: true } }],
    ['the adapter itself says so, as older browsers do', { info: {}, isFallbackAdapter: true }],
    [
      'its name gives it away although it says no',
      { info: { description: 'llvmpipe (LLVM 17)', isFallbackAdapter: false } },
    ],
    ['its architecture is one', { info: { vendor: 'google', architecture: 'swiftshader' } }],
  ])('is software where %s', (_, said) => {
    expect(adapterFacts({ features, ...said }).isFallback).toBe(true);
  });

  it('that tells nothing of itself is taken for a real one', () => {
    expect(adapterFacts({ features })).toEqual({
      vendor: '',
      architecture: '',
      description: '',
      isFallback: false,
      hasTimestamps: true,
      hasShaderF16: false,
    });
  });

  it('can do what its device can, once there is one', () => {
    expect(adapterFacts({ features }, new Set(['shader-f16']))).toMatchObject({
      hasTimestamps: false,
      hasShaderF16: true,
    });
  });
});
