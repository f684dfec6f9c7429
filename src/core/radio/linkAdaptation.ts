/** From SNR to what a resource element carries. */
import ln from '@stdlib/math-base-special-ln';
import pow from '@stdlib/math-base-special-pow';
import { snrLists } from './snrLists';
import { cqiEfficiency, mcsEfficiency, mcsOfCqi } from './tables';
import type { Adapted, LinkAdaptation } from './types';

/** SNR [dB] to bits per resource element and layer; 0 = out of range. Allocation-free; never less at a higher SNR. */
export type EfficiencyAt = (snrDb: number) => number;

/** One step of a ladder: from `fromDb` on this is what is sent. */
interface Rung extends Adapted {
  readonly fromDb: number;
}

const listed: Readonly<Record<keyof typeof snrLists, readonly Rung[]>> = {
  'awgn-table-1': ladderOf('awgn-table-1'),
  'common-table-1': ladderOf('common-table-1'),
  'fading-table-2': ladderOf('fading-table-2'),
  'eesm-table-1': ladderOf('eesm-table-1'),
  'eesm-table-2': ladderOf('eesm-table-2'),
};

/**
 * What is sent at this SNR [dB]. NaN counts as out of range. At CQI 1, which is below the lowest MCS, MCS 0 is sent and the
 * efficiency is that of the CQI: the rest is lost to repetitions.
 */
export function adapt(adaptation: LinkAdaptation, snrDb: number): Adapted {
  if (adaptation === 'shannon-gap') return { cqi: null, mcs: null, efficiency: shannonEfficiency(snrDb) };
  const rung = listed[adaptation].findLast(({ fromDb }) => snrDb >= fromDb);
  if (rung === undefined) {
    return { cqi: snrLists[adaptation].of === 'cqi' ? 0 : null, mcs: null, efficiency: 0 };
  }
  const { cqi, mcs, efficiency } = rung;
  return { cqi, mcs, efficiency };
}

/** `adapt(...).efficiency`, for loops. */
export function efficiencyOf(adaptation: LinkAdaptation): EfficiencyAt {
  if (adaptation === 'shannon-gap') return shannonEfficiency;
  const fromDb = Float64Array.from(listed[adaptation], (rung) => rung.fromDb);
  const efficiency = Float64Array.from(listed[adaptation], (rung) => rung.efficiency);
  return (snrDb) => {
    let rung = fromDb.length - 1;
    while (rung >= 0 && !(snrDb >= fromDb[rung]!)) rung -= 1;
    return rung < 0 ? 0 : efficiency[rung]!;
  };
}

/** What would carry less than the rung below is left out: MCS 17 of table 1 (64QAM) carries less than MCS 16 (16QAM). */
function ladderOf(adaptation: keyof typeof snrLists): Rung[] {
  const { of, table, snrDb } = snrLists[adaptation];
  const rungs: Rung[] = [];
  for (const [index, fromDb] of snrDb.entries()) {
    const rung =
      of === 'cqi'
        ? { fromDb, cqi: index + 1, mcs: mcsOfCqi[table][index]!, efficiency: cqiEfficiency[table][index]! }
        : { fromDb, cqi: null, mcs: index, efficiency: mcsEfficiency[table][index]! };
    if (rung.efficiency > (rungs.at(-1)?.efficiency ?? 0)) rungs.push(rung);
  }
  return rungs;
}

/** No modulation of 5G carries more: 256QAM at code rate 948/1024. */
const mostEfficiency = mcsEfficiency[2].at(-1)!;

/**
 * How much less than Shannon's bound uncoded QAM with bit error rate 5e-5 carries: -ln(5 BER) / 1.5, a factor on the SNR (as in
 * ns-3, after Qiu and Chawla 1999).
 */
const shannonGap = -ln(5 * 5e-5) / 1.5;

function shannonEfficiency(snrDb: number): number {
  if (Number.isNaN(snrDb)) return 0;
  return Math.min(mostEfficiency, ln(1 + pow(10, snrDb / 10) / shannonGap) / Math.LN2);
}
