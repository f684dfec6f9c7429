/** The most that a carrier carries (TS 38.306, 4.1.2). */
import type { FrequencyRange, SubcarrierSpacing } from './types';

/** The part of the resource elements that control and reference signals take (TS 38.306, 4.1.2). */
export const overhead: Readonly<Record<FrequencyRange, Readonly<Record<'up' | 'down', number>>>> = {
  FR1: { up: 0.08, down: 0.14 },
  FR2: { up: 0.1, down: 0.18 },
};

interface ResourceElements {
  readonly resourceBlocks: number;
  readonly subcarrierKHz: SubcarrierSpacing;
  readonly layers: number;
  /** See `overhead`, 0..1. */
  readonly overhead: number;
}

/**
 * Mbit/s if every resource element carries one bit: layers * PRB * 12 / Ts * (1 - OH), Ts = 1 ms / (14 * spacing / 15 kHz). Times
 * an efficiency in bits per resource element it is a rate.
 */
export function mbpsPerEfficiency({
  resourceBlocks,
  subcarrierKHz,
  layers,
  overhead: lost,
}: ResourceElements): number {
  const symbolsPerSecond = (14_000 * subcarrierKHz) / 15;
  return (layers * resourceBlocks * 12 * symbolsPerSecond * (1 - lost)) / 1e6;
}

export interface PeakRateInput extends ResourceElements {
  /** Bits per symbol of the highest modulation: 6 for 64QAM, 8 for 256QAM. */
  readonly bitsPerSymbol: number;
  /** What a device supports of the band combination: 1, 0.8, 0.75 or 0.4; 1 unless told. */
  readonly scaling?: number;
}

/** Mbit/s of one carrier, all slots in one direction: layers * Qm * f * 948/1024 * PRB * 12 / Ts * (1 - OH). */
export function peakRateMbps({ bitsPerSymbol, scaling = 1, ...elements }: PeakRateInput): number {
  return mbpsPerEfficiency(elements) * bitsPerSymbol * scaling * (948 / 1024);
}
