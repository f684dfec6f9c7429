/** Which carriers 5G has: frequency ranges, subcarrier spacings, channel bandwidths and their resource blocks. */
import {
  subcarrierSpacings,
  type FrequencyRange,
  type RadioFault,
  type RadioSettings,
  type SpacingBandwidths,
  type SubcarrierSpacing,
} from './types';

/** TS 38.104, 5.1 [GHz]. */
const ranges = [
  { range: 'FR1', fromGHz: 0.41, toGHz: 7.125 },
  { range: 'FR2', fromGHz: 24.25, toGHz: 71 },
] as const;

type Bandwidths = readonly (readonly [mhz: number, resourceBlocks: number])[];

/** Resource blocks by channel bandwidth [MHz] (TS 38.101-1 and -2, table 5.3.2-1). */
const resourceBlocks: Readonly<Record<FrequencyRange, Readonly<Record<SubcarrierSpacing, Bandwidths>>>> = {
  FR1: {
    15: [
      [5, 25],
      [10, 52],
      [15, 79],
      [20, 106],
      [25, 133],
      [30, 160],
      [40, 216],
      [50, 270],
    ],
    30: [
      [5, 11],
      [10, 24],
      [15, 38],
      [20, 51],
      [25, 65],
      [30, 78],
      [40, 106],
      [50, 133],
      [60, 162],
      [70, 189],
      [80, 217],
      [90, 245],
      [100, 273],
    ],
    60: [
      [10, 11],
      [15, 18],
      [20, 24],
      [25, 31],
      [30, 38],
      [40, 51],
      [50, 65],
      [60, 79],
      [70, 93],
      [80, 107],
      [90, 121],
      [100, 135],
    ],
    120: [],
  },
  FR2: {
    15: [],
    30: [],
    60: [
      [50, 66],
      [100, 132],
      [200, 264],
    ],
    120: [
      [50, 32],
      [100, 66],
      [200, 132],
      [400, 264],
    ],
  },
};

/** null: no 5G carrier lies there. */
export function frequencyRange(carrierGHz: number): FrequencyRange | null {
  return ranges.find(({ fromGHz, toGHz }) => carrierGHz >= fromGHz && carrierGHz <= toGHz)?.range ?? null;
}

/** What a carrier at this frequency can be: its subcarrier spacings, each with its bandwidths; empty: no 5G carrier. */
export function carrierChoices(carrierGHz: number): readonly SpacingBandwidths[] {
  const range = frequencyRange(carrierGHz);
  return range === null ? [] : pairsOf(range);
}

/** Of a carrier. */
export type Carrier = Pick<RadioSettings, 'carrierGHz' | 'subcarrierKHz' | 'bandwidthMHz'>;

/** Why there is no such carrier; null: there is. */
export function findCarrierFault({ carrierGHz, subcarrierKHz, bandwidthMHz }: Carrier): RadioFault | null {
  const range = frequencyRange(carrierGHz);
  if (range === null) return { kind: 'carrier-outside-ranges', carrierGHz, ranges };
  if (blocksOf(range, subcarrierKHz, bandwidthMHz) !== undefined) return null;
  return { kind: 'no-such-bandwidth', range, subcarrierKHz, bandwidthMHz, pairs: pairsOf(range) };
}

/** How many resource blocks fit; null where `findCarrierFault` finds something. */
export function resourceBlocksOf({ carrierGHz, subcarrierKHz, bandwidthMHz }: Carrier): number | null {
  const range = frequencyRange(carrierGHz);
  return range === null ? null : (blocksOf(range, subcarrierKHz, bandwidthMHz) ?? null);
}

/**
 * The carrier that there is at this frequency and is most like this one: the nearest spacing, then the nearest bandwidth (the
 * lower one where two are as near). The same one where the frequency itself is outside the ranges.
 */
export function nearestCarrier(carrier: Carrier): Carrier {
  const choices = carrierChoices(carrier.carrierGHz);
  if (choices.length === 0) return carrier;
  const subcarrierKHz = nearest(
    choices.map((choice) => choice.subcarrierKHz),
    carrier.subcarrierKHz,
  );
  const { bandwidthsMHz } = choices.find((choice) => choice.subcarrierKHz === subcarrierKHz)!;
  return {
    carrierGHz: carrier.carrierGHz,
    subcarrierKHz,
    bandwidthMHz: nearest(bandwidthsMHz, carrier.bandwidthMHz),
  };
}

function blocksOf(
  range: FrequencyRange,
  spacing: SubcarrierSpacing,
  bandwidthMHz: number,
): number | undefined {
  return resourceBlocks[range][spacing].find(([mhz]) => mhz === bandwidthMHz)?.[1];
}

function pairsOf(range: FrequencyRange): SpacingBandwidths[] {
  return subcarrierSpacings
    .map((subcarrierKHz) => ({
      subcarrierKHz,
      bandwidthsMHz: resourceBlocks[range][subcarrierKHz].map(([mhz]) => mhz),
    }))
    .filter(({ bandwidthsMHz }) => bandwidthsMHz.length > 0);
}

function nearest<T extends number>(values: readonly T[], wanted: number): T {
  return values.reduce((best, value) => (Math.abs(value - wanted) < Math.abs(best - wanted) ? value : best));
}
