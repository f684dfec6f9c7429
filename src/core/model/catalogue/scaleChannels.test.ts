import fc from 'fast-check';
import { expect, it } from 'vitest';
import { scaleChannels } from './scaleChannels';

it('rounds to the nearest multiple of 8, but never loses more than a tenth', () => {
  // 24 * 0.5 = 12 rounds to 16 (halves go up); 96 * 0.35 = 33.6 rounds to 32; 44 * 0.25 = 11 would lose 27 % at 8.
  expect([scaleChannels(24, 0.5), scaleChannels(96, 0.35), scaleChannels(44, 0.25)]).toEqual([16, 32, 16]);
});

it('has at least 8 channels', () => {
  expect(scaleChannels(16, 0.25)).toBe(8);
  expect(scaleChannels(8, 0.25)).toBe(8);
});

it('keeps to its rule for every channel count', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4096 }), fc.constantFrom(0.25, 0.5, 0.75, 1), (channels, width) => {
      const scaled = scaleChannels(channels, width);
      expect(scaled % 8).toBe(0);
      expect(scaled).toBeGreaterThanOrEqual(0.9 * channels * width);
      expect(scaled - channels * width).toBeLessThanOrEqual(8);
    }),
    { seed: 1 },
  );
});
