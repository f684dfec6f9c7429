/**
 * The SNR [dB] from which a CQI or an MCS is received with at most 10 % block errors. Each list belongs to one table of
 * TS 38.214 and to one channel; they differ by up to 9 dB, so they must not be mixed.
 */
import type { TableNumber } from './tables';
import type { LinkAdaptation } from './types';

interface SnrList {
  readonly of: 'cqi' | 'mcs';
  readonly table: TableNumber;
  /** Of CQI 1..15, or of MCS 0 onwards; ascending. */
  readonly snrDb: readonly number[];
}

/**
 * - `awgn-table-1`: the Vienna LTE simulator's list for white noise; within 0.25 dB of the curves of LTE-Sim and Simu5G.
 * - `common-table-1`: another list that is widely copied; up to 2.9 dB above the first.
 * - `fading-table-2`: what examples of MathWorks' 5G Toolbox take for an uplink that fades; here for both ways (theirs for the
 *   downlink asks for about 2 dB more).
 * - `eesm-table-1`, `eesm-table-2`: 10 % points of 5G-LENA's curves at the largest code block.
 */
export const snrLists: Readonly<Record<Exclude<LinkAdaptation, 'shannon-gap'>, SnrList>> = {
  'awgn-table-1': {
    of: 'cqi',
    table: 1,
    snrDb: [
      -6.934, -5.147, -3.18, -1.254, 0.761, 2.7, 4.697, 6.528, 8.576, 10.37, 12.3, 14.18, 15.89, 17.82, 19.83,
    ],
  },
  'common-table-1': {
    of: 'cqi',
    table: 1,
    snrDb: [-6.7, -4.7, -2.3, 0.2, 2.4, 4.3, 5.9, 8.1, 10.3, 11.7, 14.1, 16.3, 18.7, 21, 22.7],
  },
  'fading-table-2': {
    of: 'cqi',
    table: 2,
    snrDb: [
      -5.46, -0.46, 4.54, 9.05, 11.54, 14.04, 15.54, 18.04, 20.04, 22.43, 24.93, 25.43, 27.43, 30.43, 33.43,
    ],
  },
  'eesm-table-1': {
    of: 'mcs',
    table: 1,
    snrDb: [
      -1.01, -0.61, 0.21, 1.2, 1.95, 2.68, 3.44, 4.03, 4.83, 5.61, 6.26, 6.97, 7.71, 8.5, 9.31, 10.26, 10.82,
      11.57, 12.19, 13.14, 14, 14.83, 15.75, 16.62, 17.66, 18.47, 19.65, 20.61, 22.64,
    ],
  },
  'eesm-table-2': {
    of: 'mcs',
    table: 2,
    snrDb: [
      -1.01, 0.21, 1.95, 3.44, 4.83, 6.97, 7.71, 8.5, 9.31, 10.26, 10.82, 12.19, 13.14, 14, 14.83, 15.75,
      16.62, 17.66, 18.47, 19.65, 20.82, 21.44, 22.42, 23.28, 24.34, 25.25, 26.42, 27.08,
    ],
  },
};
