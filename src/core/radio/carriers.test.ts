import { describe, expect, it } from 'vitest';
import {
  carrierChoices,
  findCarrierFault,
  frequencyRange,
  nearestCarrier,
  resourceBlocksOf,
} from './carriers';
import type { SubcarrierSpacing } from './types';

/** TS 38.101-1 and -2, table 5.3.2-1, as bandwidth:PRB. */
const printed: readonly (readonly [number, SubcarrierSpacing, string])[] = [
  [3.5, 15, '5:25 10:52 15:79 20:106 25:133 30:160 40:216 50:270'],
  [3.5, 30, '5:11 10:24 15:38 20:51 25:65 30:78 40:106 50:133 60:162 70:189 80:217 90:245 100:273'],
  [3.5, 60, '10:11 15:18 20:24 25:31 30:38 40:51 50:65 60:79 70:93 80:107 90:121 100:135'],
  [28, 60, '50:66 100:132 200:264'],
  [28, 120, '50:32 100:66 200:132 400:264'],
];

describe('the carriers that 5G has', () => {
  it.each(printed)(
    'at %d GHz with %i kHz have the resource blocks of the standard',
    (carrierGHz, spacing, row) => {
      const found = carrierChoices(carrierGHz)
        .find(({ subcarrierKHz }) => subcarrierKHz === spacing)!
        .bandwidthsMHz.map((bandwidthMHz) => {
          const blocks = resourceBlocksOf({ carrierGHz, subcarrierKHz: spacing, bandwidthMHz });
          return `${bandwidthMHz}:${blocks}`;
        });
      expect(found.join(' ')).toBe(row);
    },
  );

  it('leave a guard band beside their blocks, and most of the channel to them', () => {
    for (const carrierGHz of [3.5, 28]) {
      for (const { subcarrierKHz, bandwidthsMHz } of carrierChoices(carrierGHz)) {
        for (const bandwidthMHz of bandwidthsMHz) {
          const usedMHz =
            (resourceBlocksOf({ carrierGHz, subcarrierKHz, bandwidthMHz })! * 12 * subcarrierKHz) / 1e3;
          expect(usedMHz).toBeLessThan(bandwidthMHz);
          expect(usedMHz).toBeGreaterThan(0.75 * bandwidthMHz);
        }
      }
    }
  });

  it('lie in FR1 or FR2', () => {
    expect([0.41, 3.5, 7.125].map(frequencyRange)).toEqual(['FR1', 'FR1', 'FR1']);
    expect([24.25, 28, 71].map(frequencyRange)).toEqual(['FR2', 'FR2', 'FR2']);
    expect([0.3, 7.2, 15, 24, 72, NaN].map(frequencyRange)).toEqual([null, null, null, null, null, null]);
  });

  it('are told where a spacing and a bandwidth do not go together', () => {
    const fault = findCarrierFault({ carrierGHz: 28, subcarrierKHz: 120, bandwidthMHz: 80 });
    expect(fault).toEqual({
      kind: 'no-such-bandwidth',
      range: 'FR2',
      subcarrierKHz: 120,
      bandwidthMHz: 80,
      pairs: [
        { subcarrierKHz: 60, bandwidthsMHz: [50, 100, 200] },
        { subcarrierKHz: 120, bandwidthsMHz: [50, 100, 200, 400] },
      ],
    });
    expect(findCarrierFault({ carrierGHz: 28, subcarrierKHz: 120, bandwidthMHz: 100 })).toBeNull();
  });

  it('are told where a frequency belongs to neither range', () => {
    const fault = findCarrierFault({ carrierGHz: 10, subcarrierKHz: 30, bandwidthMHz: 20 });
    expect(fault).toMatchObject({ kind: 'carrier-outside-ranges', carrierGHz: 10 });
    expect(carrierChoices(10)).toEqual([]);
    expect(resourceBlocksOf({ carrierGHz: 10, subcarrierKHz: 30, bandwidthMHz: 20 })).toBeNull();
  });

  it('are found nearest to what was there before the frequency changed', () => {
    expect(nearestCarrier({ carrierGHz: 3.5, subcarrierKHz: 120, bandwidthMHz: 400 })).toEqual({
      carrierGHz: 3.5,
      subcarrierKHz: 60,
      bandwidthMHz: 100,
    });
    expect(nearestCarrier({ carrierGHz: 28, subcarrierKHz: 15, bandwidthMHz: 20 })).toEqual({
      carrierGHz: 28,
      subcarrierKHz: 60,
      bandwidthMHz: 50,
    });
    const there = { carrierGHz: 28, subcarrierKHz: 120, bandwidthMHz: 200 } as const;
    expect(nearestCarrier(there)).toEqual(there);
    const nowhere = { carrierGHz: 10, subcarrierKHz: 30, bandwidthMHz: 20 } as const;
    expect(nearestCarrier(nowhere)).toBe(nowhere);
  });
});
