import { describe, expect, it } from 'vitest';
import { createGpuQueue } from './gpu';

const noDevice = () => Promise.reject(new Error('not asked for'));

describe('what a result says of its GPU', () => {
  it('is software by its name, whatever the browser’s flag says', () => {
    const info = {
      vendor: 'mesa',
      architecture: '',
      description: 'llvmpipe (LLVM 17)',
      isFallbackAdapter: false,
    };
    expect(createGpuQueue({ info, features: new Set() }, noDevice).adapter()?.isFallback).toBe(true);
  });

  it('is nothing where the browser has no words for it', () => {
    expect(createGpuQueue({ features: new Set(['shader-f16']) }, noDevice).adapter()).toMatchObject({
      vendor: '',
      isFallback: false,
      hasShaderF16: true,
    });
  });
});
