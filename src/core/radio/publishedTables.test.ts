import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultSimulation } from '../simulation/settings';
import { carrierChoices, resourceBlocksOf } from './carriers';
import { adapt } from './linkAdaptation';
import { snrDb } from './linkBudget';
import { overhead, peakRateMbps } from './peakRate';
import { snrLists } from './snrLists';
import { cqiEfficiency, mcsEfficiency, mcsOfCqi } from './tables';
import type { FrequencyRange } from './types';

interface Row {
  readonly qm: number;
  readonly rate_x1024: number;
}

interface Published {
  readonly cqi_table1: readonly Row[];
  readonly cqi_table2: readonly Row[];
  readonly mcs_table1: readonly Row[];
  readonly mcs_table2: readonly Row[];
  readonly cqi_to_mcs: Readonly<Record<'table1' | 'table2', readonly (number | null)[]>>;
  readonly snr_db_for_cqi_1_to_15: Readonly<Record<string, readonly number[]>>;
  readonly snr_db_for_mcs: Readonly<Record<string, readonly number[]>>;
  readonly n_prb_by_scs_khz_and_bw_mhz: Readonly<
    Record<FrequencyRange, Readonly<Record<string, Readonly<Record<string, number>>>>>
  >;
  readonly overhead_38306: Readonly<Record<`${FrequencyRange}_${'DL' | 'UL'}`, number>>;
  readonly peak_examples: readonly {
    readonly n_prb: number;
    readonly mu: number;
    readonly qm: number;
    readonly layers: number;
    readonly overhead: number;
    readonly mbps: number;
  }[];
  readonly friis_28GHz_100MHz_eirp40_nf7: Readonly<Record<string, number>>;
}

const file = new URL('../../../../shared/data/radio/nr_tables.json', import.meta.url);
const efficiencyOf = ({ qm, rate_x1024 }: Row): number => (qm * rate_x1024) / 1024;

describe.skipIf(!fs.existsSync(file))('figures of ../shared/data/radio (skipped without them)', () => {
  const published = fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as Published) : null;
  const of = <K extends keyof Published>(key: K): Published[K] => published![key];

  it('are every row of the tables of CQI and MCS, and the MCS of every CQI', () => {
    expect(cqiEfficiency[1]).toEqual(of('cqi_table1').slice(1).map(efficiencyOf));
    expect(cqiEfficiency[2]).toEqual(of('cqi_table2').slice(1).map(efficiencyOf));
    expect(mcsEfficiency[1]).toEqual(of('mcs_table1').map(efficiencyOf));
    expect(mcsEfficiency[2]).toEqual(of('mcs_table2').map(efficiencyOf));
    expect(mcsOfCqi[1]).toEqual(of('cqi_to_mcs').table1.slice(1));
    expect(mcsOfCqi[2]).toEqual(of('cqi_to_mcs').table2.slice(1));
  });

  it('are every SNR of every list', () => {
    const ofCqi = of('snr_db_for_cqi_1_to_15');
    const ofMcs = of('snr_db_for_mcs');
    expect(snrLists['awgn-table-1'].snrDb).toEqual(ofCqi['A_table1_awgn_vienna']);
    expect(snrLists['common-table-1'].snrDb).toEqual(ofCqi['B_table1_common_list']);
    expect(snrLists['fading-table-2'].snrDb).toEqual(ofCqi['C_table2_mathworks_ul']);
    expect(snrLists['eesm-table-1'].snrDb).toEqual(ofMcs['D_mcs_table1_5glena_bler10']);
    expect(snrLists['eesm-table-2'].snrDb).toEqual(ofMcs['D_mcs_table2_5glena_bler10']);
  });

  it('are sent at every SNR of the lists by CQI, and the one below just under it', () => {
    for (const adaptation of ['awgn-table-1', 'common-table-1', 'fading-table-2'] as const) {
      const { snrDb: list, table } = snrLists[adaptation];
      const rows = of(table === 1 ? 'cqi_table1' : 'cqi_table2');
      list.forEach((db, k) => {
        expect(adapt(adaptation, db)).toMatchObject({ cqi: k + 1, efficiency: efficiencyOf(rows[k + 1]!) });
        expect(adapt(adaptation, db - 1e-9).cqi).toBe(k);
      });
    }
  });

  it('are every number of resource blocks, and no carrier more', () => {
    for (const [range, spacings] of Object.entries(of('n_prb_by_scs_khz_and_bw_mhz'))) {
      const carrierGHz = range === 'FR1' ? 3.5 : 28;
      const found = carrierChoices(carrierGHz).map(({ subcarrierKHz, bandwidthsMHz }) => [
        String(subcarrierKHz),
        Object.fromEntries(
          bandwidthsMHz.map((bandwidthMHz) => [
            String(bandwidthMHz),
            resourceBlocksOf({ carrierGHz, subcarrierKHz, bandwidthMHz }),
          ]),
        ),
      ]);
      expect(Object.fromEntries(found)).toEqual(spacings);
    }
  });

  it('are the overheads and the peak rates of TS 38.306', () => {
    const lost = of('overhead_38306');
    expect(overhead).toEqual({
      FR1: { up: lost.FR1_UL, down: lost.FR1_DL },
      FR2: { up: lost.FR2_UL, down: lost.FR2_DL },
    });
    for (const { n_prb, mu, qm, layers, overhead: part, mbps } of of('peak_examples')) {
      const subcarrierKHz = ([15, 30, 60, 120] as const)[mu]!;
      const carrier = { resourceBlocks: n_prb, subcarrierKHz, layers, overhead: part };
      expect(peakRateMbps({ ...carrier, bitsPerSymbol: qm })).toBeCloseTo(mbps, 0);
    }
  });

  it('are the SNR of Friis at every distance', () => {
    const radio = { ...defaultSimulation.radio, carrierGHz: 28, bandwidthMHz: 100, eirpDbm: 40 };
    for (const [distanceM, db] of Object.entries(of('friis_28GHz_100MHz_eirp40_nf7'))) {
      expect(Math.abs(snrDb(radio, Number(distanceM)) - db)).toBeLessThanOrEqual(0.05 + 1e-9);
    }
  });
});
