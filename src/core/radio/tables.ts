/**
 * Tables of 3GPP TS 38.214: modulation and code rate of every CQI (5.2.2.1-2, -3) and MCS (5.1.3.1-1, -2; without the reserved
 * ones). The standard prints the spectral efficiency beside them, rounded; here it is computed.
 */

/** Bits per symbol, and code rate times 1024. */
type Coding = readonly [bitsPerSymbol: number, rateX1024: number];

/** Which of the two: up to 64QAM, or up to 256QAM. */
export type TableNumber = 1 | 2;

/** Bits per resource element and layer: bits per symbol times code rate. */
const efficiencyOf = ([bitsPerSymbol, rateX1024]: Coding): number => (bitsPerSymbol * rateX1024) / 1024;

const cqiTable1: readonly Coding[] = [
  [2, 78],
  [2, 120],
  [2, 193],
  [2, 308],
  [2, 449],
  [2, 602],
  [4, 378],
  [4, 490],
  [4, 616],
  [6, 466],
  [6, 567],
  [6, 666],
  [6, 772],
  [6, 873],
  [6, 948],
];

const cqiTable2: readonly Coding[] = [
  [2, 78],
  [2, 193],
  [2, 449],
  [4, 378],
  [4, 490],
  [4, 616],
  [6, 466],
  [6, 567],
  [6, 666],
  [6, 772],
  [6, 873],
  [8, 711],
  [8, 797],
  [8, 885],
  [8, 948],
];

const mcsTable1: readonly Coding[] = [
  [2, 120],
  [2, 157],
  [2, 193],
  [2, 251],
  [2, 308],
  [2, 379],
  [2, 449],
  [2, 526],
  [2, 602],
  [2, 679],
  [4, 340],
  [4, 378],
  [4, 434],
  [4, 490],
  [4, 553],
  [4, 616],
  [4, 658],
  [6, 438],
  [6, 466],
  [6, 517],
  [6, 567],
  [6, 616],
  [6, 666],
  [6, 719],
  [6, 772],
  [6, 822],
  [6, 873],
  [6, 910],
  [6, 948],
];

const mcsTable2: readonly Coding[] = [
  [2, 120],
  [2, 193],
  [2, 308],
  [2, 449],
  [2, 602],
  [4, 378],
  [4, 434],
  [4, 490],
  [4, 553],
  [4, 616],
  [4, 658],
  [6, 466],
  [6, 517],
  [6, 567],
  [6, 616],
  [6, 666],
  [6, 719],
  [6, 772],
  [6, 822],
  [6, 873],
  [8, 682.5],
  [8, 711],
  [8, 754],
  [8, 797],
  [8, 841],
  [8, 885],
  [8, 916.5],
  [8, 948],
];

/** Bits per resource element and layer of CQI 1..15, at index CQI - 1. */
export const cqiEfficiency: Readonly<Record<TableNumber, readonly number[]>> = {
  1: cqiTable1.map(efficiencyOf),
  2: cqiTable2.map(efficiencyOf),
};

/** Bits per resource element and layer of each MCS. */
export const mcsEfficiency: Readonly<Record<TableNumber, readonly number[]>> = {
  1: mcsTable1.map(efficiencyOf),
  2: mcsTable2.map(efficiencyOf),
};

/**
 * The MCS sent at CQI 1..15, at index CQI - 1: of the same modulation and code rate. Only CQI 1 has none, it is below MCS 0.
 */
export const mcsOfCqi: Readonly<Record<TableNumber, readonly number[]>> = {
  1: [0, 0, 2, 4, 6, 8, 11, 13, 15, 18, 20, 22, 24, 26, 28],
  2: [0, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27],
};
