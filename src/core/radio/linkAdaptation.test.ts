import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adapt, efficiencyOf } from './linkAdaptation';
import { linkAdaptations, type LinkAdaptation } from './types';

describe('link adaptation', () => {
  it.each([
    // At the SNR of 700, 500, 300, 200, 100 and 50 m of the mmWave link.
    [8.7, 9, 15, 616 * 4],
    [11.6, 10, 18, 466 * 6],
    [16.1, 13, 24, 772 * 6],
    [19.6, 14, 26, 873 * 6],
    [25.6, 15, 28, 948 * 6],
    [31.6, 15, 28, 948 * 6],
    [-6.934, 1, 0, 78 * 2],
  ])('sends at %d dB what CQI %i of table 1 says', (snr, cqi, mcs, bits) => {
    expect(adapt('awgn-table-1', snr)).toEqual({ cqi, mcs, efficiency: bits / 1024 });
  });

  it('has a last SNR at which anything is received', () => {
    expect(adapt('awgn-table-1', -6.935)).toEqual({ cqi: 0, mcs: null, efficiency: 0 });
    expect(adapt('fading-table-2', -5.47).cqi).toBe(0);
    expect(adapt('fading-table-2', 33.43)).toEqual({ cqi: 15, mcs: 27, efficiency: (8 * 948) / 1024 });
    expect(adapt('common-table-1', 22.69).cqi).toBe(14);
    expect(adapt('eesm-table-1', -1.02)).toEqual({ cqi: null, mcs: null, efficiency: 0 });
    expect(adapt('eesm-table-2', 27.08)).toEqual({ cqi: null, mcs: 27, efficiency: (8 * 948) / 1024 });
  });

  it('stays at MCS 16 where MCS 17 of table 1 would carry less', () => {
    expect(adapt('eesm-table-1', 11.6)).toEqual({ cqi: null, mcs: 16, efficiency: (4 * 658) / 1024 });
    expect(adapt('eesm-table-1', 12.19).mcs).toBe(18);
  });

  it('keeps the gap to Shannon’s bound, and below 256QAM', () => {
    // Gap: -ln(2.5e-4) / 1.5 = 5.5294, so at 10 log10(5.5294) dB one bit.
    const oneBitDb = 10 * Math.log10(-Math.log(2.5e-4) / 1.5);
    expect(oneBitDb).toBeCloseTo(7.4268, 4);
    expect(adapt('shannon-gap', oneBitDb).efficiency).toBeCloseTo(1, 12);
    expect(adapt('shannon-gap', 20).efficiency).toBeCloseTo(Math.log2(1 + 100 / 5.5294), 4);
    expect(adapt('shannon-gap', 80)).toEqual({ cqi: null, mcs: null, efficiency: (8 * 948) / 1024 });
  });

  it('takes an SNR that is no number as out of range', () => {
    for (const adaptation of linkAdaptations) {
      expect(adapt(adaptation, NaN).efficiency).toBe(0);
      expect(efficiencyOf(adaptation)(NaN)).toBe(0);
      expect(efficiencyOf(adaptation)(-Infinity)).toBe(0);
      expect(efficiencyOf(adaptation)(Infinity)).toBeGreaterThan(5.5);
    }
  });

  const adaptation = fc.constantFrom<LinkAdaptation>(...linkAdaptations);
  const snr = fc.double({ min: -40, max: 80, noNaN: true });

  it('never sends less at a higher SNR', () => {
    fc.assert(
      fc.property(adaptation, snr, snr, (list, a, b) => {
        const efficiencyAt = efficiencyOf(list);
        expect(efficiencyAt(Math.max(a, b))).toBeGreaterThanOrEqual(efficiencyAt(Math.min(a, b)));
      }),
      { seed: 7, numRuns: 500 },
    );
  });

  it('says the same in loops as one by one', () => {
    fc.assert(
      fc.property(adaptation, snr, (list, at) => {
        expect(efficiencyOf(list)(at)).toBe(adapt(list, at).efficiency);
      }),
      { seed: 8, numRuns: 500 },
    );
  });

  it('never sends more than Shannon allows', () => {
    fc.assert(
      fc.property(adaptation, snr, (list, at) => {
        expect(efficiencyOf(list)(at)).toBeLessThanOrEqual(Math.log2(1 + 10 ** (at / 10)));
      }),
      { seed: 9, numRuns: 500 },
    );
  });
});
