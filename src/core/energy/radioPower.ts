/**
 * Power of a phone's radio against its rate: P = intercept + slope * rate, while it is on air.
 *
 * Source: Narayanan et al., "A variegated look at 5G in the wild", SIGCOMM 2021 (Samsung S20, Verizon, Minneapolis), refitted
 * from the published measurements; the crossovers of the fits equal those of the paper's Fig. 11. The 2.33 W that the whole
 * phone drew with its screen on and no traffic are taken off, so that only the radio is left. Rates beyond those measured
 * are extrapolated along the same line.
 *
 * Assumptions of ours, said wherever energy is shown: the radio is on for bits / capacity only (no tail, no wait for a
 * grant), it sends at the link's capacity, and propagation and overhead draw nothing.
 */
import type { Radio } from '../scenario/types';
import { megabitsPerSecond, secondsPerByte } from '../units';

interface Line {
  readonly interceptW: number;
  readonly wattsPerMbps: number;
}

interface RadioCurve {
  readonly name: string;
  /** The device sends (uplink of a phone). */
  readonly send: Line;
  /** The device receives (downlink). */
  readonly receive: Line;
}

const line = (interceptW: number, wattsPerMbps: number): Line => ({ interceptW, wattsPerMbps });

export const radioCurves: Readonly<Record<Radio, RadioCurve>> = {
  'nr-mmwave': { name: '5G NR, mmWave', send: line(3.294, 0.009422), receive: line(2.806, 0.001807) },
  'nr-low-band': { name: '5G NR, low band', send: line(0.874, 0.029148), receive: line(0.595, 0.013518) },
  lte: { name: 'LTE', send: line(0.469, 0.080208), receive: line(0.424, 0.014549) },
};

export const radioCitation =
  'Narayanan et al., SIGCOMM 2021 (Samsung S20, Verizon), refitted; screen and idle phone (2.33 W) taken off';

export type RadioRole = 'send' | 'receive';

/** Watts of the radio alone at a rate [Mbit/s]. */
export function radioW(radio: Radio, role: RadioRole, mbps: number): number {
  const { interceptW, wattsPerMbps } = radioCurves[radio][role];
  return interceptW + wattsPerMbps * mbps;
}

/** Joules for each byte over a link of this capacity [Mbit/s]; Infinity where it is down. */
export function radioJoulesPerByte(radio: Radio, role: RadioRole, mbps: number): number {
  return mbps === 0 ? Infinity : radioW(radio, role, mbps) * secondsPerByte(megabitsPerSecond(mbps));
}
