import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultSimulation } from '../simulation/settings';
import { distanceGainDb, snrDb } from './linkBudget';
import type { RadioSettings } from './types';

/** EIRP 40 dBm, noise figure 7 dB, receiver 0 dBi. */
const radio: RadioSettings = {
  ...defaultSimulation.radio,
  carrierGHz: 28,
  bandwidthMHz: 100,
  eirpDbm: 40,
  receiverGainDb: 0,
  noiseFigureDb: 7,
};

describe('the link budget', () => {
  it.each([
    [50, 31.6],
    [100, 25.6],
    [200, 19.6],
    [300, 16.1],
    [500, 11.6],
    [700, 8.7],
  ])('at 28 GHz and 100 MHz leaves at %i m an SNR of %d dB', (distance, expected) => {
    expect(Math.round(snrDb(radio, distance) * 10) / 10).toBe(expected);
  });

  it('loses 6 dB to four times the bandwidth', () => {
    expect(snrDb(radio, 100) - snrDb({ ...radio, bandwidthMHz: 400 }, 100)).toBeCloseTo(6.02, 2);
  });

  it('leaves 33.8 dB at 700 m below 6 GHz', () => {
    expect(snrDb({ ...radio, carrierGHz: 3.5, bandwidthMHz: 20 }, 700)).toBeCloseTo(33.8, 1);
  });

  it('agrees with Friis written out in powers instead of decibels', () => {
    const anything = fc.record({
      carrierGHz: fc.double({ min: 0.4, max: 100, noNaN: true }),
      bandwidthMHz: fc.double({ min: 5, max: 400, noNaN: true }),
      eirpDbm: fc.double({ min: -20, max: 100, noNaN: true }),
      receiverGainDb: fc.double({ min: -30, max: 60, noNaN: true }),
      noiseFigureDb: fc.double({ min: 0, max: 40, noNaN: true }),
    });
    fc.assert(
      fc.property(anything, fc.double({ min: 1, max: 1e5, noNaN: true }), (settings, distance) => {
        const waveM = 299_792_458 / (settings.carrierGHz * 1e9);
        const received =
          10 ** ((settings.eirpDbm + settings.receiverGainDb) / 10) * (waveM / (4 * Math.PI * distance)) ** 2;
        const noise = 10 ** -17.4 * settings.bandwidthMHz * 1e6 * 10 ** (settings.noiseFigureDb / 10);
        const expected = 10 * Math.log10(received / noise);
        expect(snrDb({ ...radio, ...settings }, distance)).toBeCloseTo(expected, 9);
      }),
      { seed: 5 },
    );
  });

  it('never rises with distance, and is the same within a metre', () => {
    const distance = fc.double({ min: 0, max: 1e5, noNaN: true });
    fc.assert(
      fc.property(distance, distance, (a, b) => {
        expect(snrDb(radio, Math.min(a, b))).toBeGreaterThanOrEqual(snrDb(radio, Math.max(a, b)));
      }),
      { seed: 6 },
    );
    expect(snrDb(radio, 0)).toBe(snrDb(radio, 1));
    expect(distanceGainDb(0)).toBeCloseTo(0, 15);
    expect(distanceGainDb(10)).toBeCloseTo(-20, 12);
  });

  it('takes shadowing as decibels added', () => {
    expect(snrDb(radio, 100, -7.5)).toBeCloseTo(snrDb(radio, 100) - 7.5, 12);
  });
});
