/** Signal over noise in free space (Friis 1946). The same both ways: sender and receiver are taken as equal. */
import log10 from '@stdlib/math-base-special-log10';
import type { RadioSettings } from './types';

/** Nearer than this the formula means nothing [m]. */
const leastDistanceM = 1;
const lightMetresPerSecond = 299_792_458;
/** Thermal noise at 290 K [dBm/Hz]. */
const noiseDbmPerHz = -174;

/** What is left of the power at this distance, against 1 m [dB]: -20 log10(d), at most 0. */
export function distanceGainDb(distanceM: number): number {
  return -20 * log10(Math.max(leastDistanceM, distanceM));
}

/** SNR at 1 m [dB]: EIRP + receiver gain - 20 log10(4 pi f / c) - (noise power in the bandwidth + noise figure). */
export function snrDbAtOneMetre({
  carrierGHz,
  bandwidthMHz,
  eirpDbm,
  receiverGainDb,
  noiseFigureDb,
}: RadioSettings): number {
  const lossDb = 20 * log10((4 * Math.PI * carrierGHz * 1e9) / lightMetresPerSecond);
  const noiseDbm = noiseDbmPerHz + 10 * log10(bandwidthMHz * 1e6) + noiseFigureDb;
  return eirpDbm + receiverGainDb - lossDb - noiseDbm;
}

/** SNR [dB] at a distance. `shadowingDb`: what obstacles add, mostly less than 0 behind one. */
export function snrDb(radio: RadioSettings, distanceM: number, shadowingDb = 0): number {
  return snrDbAtOneMetre(radio) + distanceGainDb(distanceM) + shadowingDb;
}
