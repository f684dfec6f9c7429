import { describe, expect, it } from 'vitest';
import { snrLists } from './snrLists';
import { cqiEfficiency, mcsEfficiency, mcsOfCqi } from './tables';

/** The spectral efficiencies as TS 38.214 prints them, by table: typed from there, while the code computes them. */
const printedCqi = {
  1: [
    0.1523, 0.2344, 0.377, 0.6016, 0.877, 1.1758, 1.4766, 1.9141, 2.4063, 2.7305, 3.3223, 3.9023, 4.5234,
    5.1152, 5.5547,
  ],
  2: [
    0.1523, 0.377, 0.877, 1.4766, 1.9141, 2.4063, 2.7305, 3.3223, 3.9023, 4.5234, 5.1152, 5.5547, 6.2266,
    6.9141, 7.4063,
  ],
};
const printedMcs = {
  1: [
    0.2344, 0.3066, 0.377, 0.4902, 0.6016, 0.7402, 0.877, 1.0273, 1.1758, 1.3262, 1.3281, 1.4766, 1.6953,
    1.9141, 2.1602, 2.4063, 2.5703, 2.5664, 2.7305, 3.0293, 3.3223, 3.6094, 3.9023, 4.2129, 4.5234, 4.8164,
    5.1152, 5.332, 5.5547,
  ],
  2: [
    0.2344, 0.377, 0.6016, 0.877, 1.1758, 1.4766, 1.6953, 1.9141, 2.1602, 2.4063, 2.5703, 2.7305, 3.0293,
    3.3223, 3.6094, 3.9023, 4.2129, 4.5234, 4.8164, 5.1152, 5.332, 5.5547, 5.8906, 6.2266, 6.5703, 6.9141,
    7.1602, 7.4063,
  ],
};

/** Half a unit of the last printed digit, and the error of the subtraction. */
const rounding = 0.5e-4 + 1e-12;

describe('the tables of TS 38.214', () => {
  it.each([1, 2] as const)(
    'give bits per symbol times code rate as printed, on every row of table %i',
    (table) => {
      for (const [computed, printed] of [
        [cqiEfficiency[table], printedCqi[table]],
        [mcsEfficiency[table], printedMcs[table]],
      ] as const) {
        expect(computed).toHaveLength(printed.length);
        computed.forEach((value, row) =>
          expect(Math.abs(value - printed[row]!)).toBeLessThanOrEqual(rounding),
        );
      }
    },
  );

  it.each([1, 2] as const)(
    'send at each CQI of table %i the MCS of the same efficiency, but for CQI 1',
    (table) => {
      const sent = mcsOfCqi[table].map((mcs) => mcsEfficiency[table][mcs]);
      expect(sent.slice(1)).toEqual(cqiEfficiency[table].slice(1));
      expect(sent[0]).toBeGreaterThan(cqiEfficiency[table][0]!);
    },
  );
});

describe('the SNR lists', () => {
  it('say something of every row of their table, and ask for more on each', () => {
    for (const { of, table, snrDb } of Object.values(snrLists)) {
      expect(snrDb).toHaveLength((of === 'cqi' ? cqiEfficiency : mcsEfficiency)[table].length);
      snrDb.slice(1).forEach((value, k) => expect(value).toBeGreaterThan(snrDb[k]!));
    }
  });

  it.each([
    ['awgn-table-1', 1313.168],
    ['common-table-1', 1559.7],
    ['fading-table-2', 2706.59],
    ['eesm-table-1', 5814.37],
    ['eesm-table-2', 7564.13],
  ] as const)(
    'have in %s the sum of all entries times their places that was reckoned elsewhere',
    (list, sum) => {
      const { snrDb } = snrLists[list];
      expect(snrDb.reduce((all, db, k) => all + (k + 1) * db, 0)).toBeCloseTo(sum, 6);
    },
  );

  it('ask for the same in both EESM lists where modulation and code rate are the same', () => {
    const snrOf = new Map(
      mcsEfficiency[1].map((efficiency, mcs) => [efficiency, snrLists['eesm-table-1'].snrDb[mcs]!]),
    );
    const both = mcsEfficiency[2].flatMap((efficiency, mcs) => {
      const other = snrOf.get(efficiency);
      // From MCS 20 on table 2 is 256QAM, where an efficiency of 64QAM takes another SNR.
      return other === undefined || mcs >= 20 ? [] : [[snrLists['eesm-table-2'].snrDb[mcs]!, other]];
    });
    expect(both.length).toBeGreaterThan(15);
    for (const [second, first] of both) expect(second).toBe(first);
  });
});
