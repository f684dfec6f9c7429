import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultSimulation } from '../simulation/settings';
import { accessRates, type AccessRates } from './accessRate';
import { carrierChoices, resourceBlocksOf } from './carriers';
import { overhead, peakRateMbps } from './peakRate';
import { linkAdaptations, type FrequencyRange, type RadioSettings, type SubcarrierSpacing } from './types';

const hivemind = defaultSimulation.radio;

function ratesOf(patch: Partial<RadioSettings>): AccessRates {
  const rates = accessRates({ ...hivemind, ...patch });
  if (!rates.ok) throw new Error(rates.error.kind);
  return rates.value;
}

type Row = readonly [
  range: FrequencyRange,
  bandwidthMHz: number,
  subcarrierKHz: SubcarrierSpacing,
  direction: 'up' | 'down',
  layers: number,
  bitsPerSymbol: number,
  mbps: number,
];

/** Worked examples of TS 38.306, 4.1.2, without TDD. */
const examples: readonly Row[] = [
  ['FR1', 100, 30, 'down', 4, 8, 2337],
  ['FR1', 100, 30, 'up', 1, 8, 625],
  ['FR1', 100, 30, 'up', 1, 6, 468.8],
  ['FR1', 20, 15, 'up', 1, 6, 91],
  ['FR1', 20, 15, 'down', 2, 6, 170.1],
  ['FR2', 100, 120, 'up', 1, 6, 443.5],
  ['FR2', 100, 120, 'up', 1, 8, 591.3],
  ['FR2', 400, 120, 'up', 1, 6, 1773.8],
  ['FR2', 400, 120, 'down', 2, 8, 4309.7],
];

describe('the peak rate', () => {
  it.each(examples)(
    'of %s, %i MHz, %i kHz, %slink, %i layers, %i bits a symbol is %d Mbit/s',
    (range, bandwidthMHz, subcarrierKHz, direction, layers, bitsPerSymbol, mbps) => {
      const carrierGHz = range === 'FR1' ? 3.5 : 28;
      const resourceBlocks = resourceBlocksOf({ carrierGHz, subcarrierKHz, bandwidthMHz })!;
      const carrier = { resourceBlocks, subcarrierKHz, layers, bitsPerSymbol };
      const peak = peakRateMbps({ ...carrier, overhead: overhead[range][direction] });
      expect(Math.round(peak * 10) / 10).toBe(mbps);
      expect(peakRateMbps({ ...carrier, overhead: overhead[range][direction], scaling: 0.75 })).toBeCloseTo(
        0.75 * peak,
        9,
      );
    },
  );

  it.each(examples)(
    'of %s, %i MHz, %i kHz, %slink, %i layers, %i bits a symbol is what a perfect channel gives',
    (range, bandwidthMHz, subcarrierKHz, direction, layers, bitsPerSymbol, mbps) => {
      const rates = ratesOf({
        carrierGHz: range === 'FR1' ? 3.5 : 28,
        bandwidthMHz,
        subcarrierKHz,
        uplinkLayers: layers,
        downlinkLayers: layers,
        uplinkShare: direction === 'up' ? 1 : 0,
        uplinkCapMbps: null,
        adaptation: bitsPerSymbol === 8 ? 'eesm-table-2' : 'awgn-table-1',
      });
      const [there, back] =
        direction === 'up' ? [rates.upMbps, rates.downMbps] : [rates.downMbps, rates.upMbps];
      expect(Math.round(there(Infinity) * 10) / 10).toBe(mbps);
      expect(back(Infinity)).toBe(0);
    },
  );
});

describe('the rate of the access link', () => {
  it('comes close to HiveMind’s caps with an uplink of 45 and 55 % of the slots', () => {
    expect(ratesOf({ uplinkShare: 0.45, uplinkCapMbps: null }).upMbps(30)).toBeCloseTo(199.6, 1);
    const sub6 = { carrierGHz: 3.5, bandwidthMHz: 20, subcarrierKHz: 15, uplinkCapMbps: null } as const;
    expect(ratesOf({ ...sub6, uplinkShare: 0.55 }).upMbps(30)).toBeCloseTo(50.1, 1);
  });

  it('is capped in the uplink alone', () => {
    const free = ratesOf({ uplinkCapMbps: null });
    const capped = ratesOf({ uplinkCapMbps: 100 });
    expect(capped.upMbps(30)).toBe(100);
    expect(capped.upMbps(-5)).toBe(free.upMbps(-5));
    expect(capped.downMbps(30)).toBe(free.downMbps(30));
  });

  it('is nothing out of range', () => {
    const { upMbps, downMbps } = ratesOf({});
    for (const snr of [-6.94, -100, -Infinity, NaN]) expect([upMbps(snr), downMbps(snr)]).toEqual([0, 0]);
  });

  it('has no value for a carrier that 5G does not have', () => {
    const rates = accessRates({ ...hivemind, bandwidthMHz: 20 });
    expect(rates).toMatchObject({
      ok: false,
      error: { kind: 'no-such-bandwidth', range: 'FR2', bandwidthMHz: 20, pairs: [{}, {}] },
    });
    expect(accessRates({ ...hivemind, carrierGHz: 15 })).toMatchObject({
      ok: false,
      error: { kind: 'carrier-outside-ranges' },
    });
  });

  it('is never lower at a higher SNR, whatever the settings', () => {
    const carriers = [0.7, 3.5, 28, 39].flatMap((carrierGHz) =>
      carrierChoices(carrierGHz).flatMap(({ subcarrierKHz, bandwidthsMHz }) =>
        bandwidthsMHz.map((bandwidthMHz) => ({ carrierGHz, subcarrierKHz, bandwidthMHz })),
      ),
    );
    const settings = fc.record({
      carrier: fc.constantFrom(...carriers),
      adaptation: fc.constantFrom(...linkAdaptations),
      uplinkLayers: fc.integer({ min: 1, max: 4 }),
      downlinkLayers: fc.integer({ min: 1, max: 8 }),
      uplinkShare: fc.double({ min: 0, max: 1, noNaN: true }),
      uplinkCapMbps: fc.option(fc.double({ min: 0.001, max: 1e6, noNaN: true })),
    });
    const snr = fc.double({ min: -40, max: 80, noNaN: true });
    fc.assert(
      fc.property(settings, snr, snr, ({ carrier, ...patch }, a, b) => {
        const { upMbps, downMbps } = ratesOf({ ...carrier, ...patch });
        for (const rate of [upMbps, downMbps]) {
          expect(rate(Math.max(a, b))).toBeGreaterThanOrEqual(rate(Math.min(a, b)));
          expect(rate(a)).toBeGreaterThanOrEqual(0);
          expect(rate(a)).toBeLessThan(Infinity);
        }
      }),
      { seed: 10, numRuns: 500 },
    );
  });
});
