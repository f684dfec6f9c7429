/** The radio link between the UE and a cell. Plain numbers carry their unit in the name. */

/** What SNR a CQI (or an MCS) takes at 10 % block error rate; which list goes with which 38.214 table. */
export const linkAdaptations = [
  'awgn-table-1',
  'common-table-1',
  'fading-table-2',
  'eesm-table-1',
  'eesm-table-2',
  'shannon-gap',
] as const;
export type LinkAdaptation = (typeof linkAdaptations)[number];

export const subcarrierSpacings = [15, 30, 60, 120] as const;
export type SubcarrierSpacing = (typeof subcarrierSpacings)[number];

/** Log-normal shadowing, correlated over distance (Gudmundson 1991). */
export interface Shadowing {
  readonly sdDb: number;
  /** Distance over which the correlation falls to 1/e [m]. */
  readonly decorrelationM: number;
}

export interface RadioSettings {
  readonly carrierGHz: number;
  readonly bandwidthMHz: number;
  readonly subcarrierKHz: SubcarrierSpacing;
  /** Equivalent isotropically radiated power of the sender, both ways [dBm]. */
  readonly eirpDbm: number;
  readonly receiverGainDb: number;
  readonly noiseFigureDb: number;
  readonly shadowing: Shadowing | null;
  readonly adaptation: LinkAdaptation;
  readonly uplinkLayers: number;
  readonly downlinkLayers: number;
  /** Part of the slots that carry the uplink (TDD), 0..1; the downlink has the rest. */
  readonly uplinkShare: number;
  /** The most the uplink of a cell carries [Mbit/s]; null: what the formula gives. */
  readonly uplinkCapMbps: number | null;
}

/** What the channel carries at one SNR. */
export interface Adapted {
  /** 1..15; 0 = out of range. Null where the list speaks of MCS alone or of neither. */
  readonly cqi: number | null;
  readonly mcs: number | null;
  /** Bits per resource element and layer; 0 = out of range. */
  readonly efficiency: number;
}

/** FR1: 0.41 to 7.125 GHz; FR2: 24.25 to 71 GHz (TS 38.104, 5.1). */
export type FrequencyRange = 'FR1' | 'FR2';

/** The channel bandwidths that a subcarrier spacing has in a frequency range. */
export interface SpacingBandwidths {
  readonly subcarrierKHz: SubcarrierSpacing;
  readonly bandwidthsMHz: readonly number[];
}

/** Why no 5G carrier looks like this. */
export type RadioFault =
  | {
      readonly kind: 'carrier-outside-ranges';
      readonly carrierGHz: number;
      /** What there is [GHz], both ends allowed. */
      readonly ranges: readonly {
        readonly range: FrequencyRange;
        readonly fromGHz: number;
        readonly toGHz: number;
      }[];
    }
  | {
      readonly kind: 'no-such-bandwidth';
      readonly range: FrequencyRange;
      readonly subcarrierKHz: SubcarrierSpacing;
      readonly bandwidthMHz: number;
      /** What there is in this frequency range. */
      readonly pairs: readonly SpacingBandwidths[];
    };
