/** Tasks at even intervals over a row of nodes that changes in time: chosen on what is known, paid as capacities turn out. */
import { lastKnown } from '../simulation/knowledge';
import { arrivalS, onAirS } from '../simulation/transfer';
import { wholeStepsIn, type CapacityTable } from '../simulation/capacityTable';
import { cellRow, rowPrices, type CellRow, type RowSplit, type RowTask } from './cellRow';
import type { Setting } from './networks';
import { leastLatency, type Chooser } from './objectives';

export interface RowMethod {
  readonly name: string;
  readonly choose: Chooser;
}

export interface RowLog {
  readonly name: string;
  /** [task]; Infinity: no end. */
  readonly latencyS: Float64Array;
  /** NaN: no end. */
  readonly energyJ: Float64Array;
  /** Tasks for which nothing kept what was asked for, so that the fastest split was taken. */
  readonly fellBack: number;
  /** Tasks that stayed on the UE as a whole. */
  readonly onUe: number;
}

interface RowTaskOptions {
  readonly task: RowTask;
  readonly everyS: number;
  readonly backwardFactor: number;
  readonly onPart?: (part: number) => void;
}

/** Every method meets the same tasks at the same times. */
export function runRowTasks(
  { network, world: { capacities, journey }, settings }: Setting,
  methods: readonly RowMethod[],
  { task, everyS, backwardFactor, onPart }: RowTaskOptions,
): readonly RowLog[] {
  const rows = network.routes.map(cellRow);
  const known = lastKnown(capacities, settings.sciMs / 1e3);
  const count = Math.max(1, wholeStepsIn(settings.durationS, everyS));
  const logs = methods.map(({ name }) => ({
    name,
    latencyS: new Float64Array(count),
    energyJ: new Float64Array(count),
    fellBack: 0,
    onUe: 0,
  }));
  const mbps = new Float64Array(Math.max(...network.routes.map(({ arcs }) => arcs.length)));
  for (let n = 0; n < count; n++) {
    const startS = n * everyS;
    const row = rows[Math.max(0, journey.cell[wholeStepsIn(startS, journey.stepS)]!)]!;
    known(row.routes, startS, mbps);
    const prices = rowPrices(row, mbps, task, backwardFactor);
    for (const [m, { choose }] of methods.entries()) {
      const log = logs[m]!;
      const chosen = choose(prices);
      if (chosen === null) log.fellBack += 1;
      // With every hop closed the UE can still do it all.
      const split = chosen ?? leastLatency(prices);
      const paid =
        split === null
          ? nothing
          : pay(row, capacities, split, startS, task === 'training' ? backwardFactor : null);
      log.latencyS[n] = paid.latencyS;
      log.energyJ[n] = paid.energyJ;
      if (split?.last === 0) log.onUe += 1;
    }
    onPart?.((n + 1) / count);
  }
  return logs;
}

interface Paid {
  readonly latencyS: number;
  readonly energyJ: number;
}

const nothing: Paid = { latencyS: Infinity, energyJ: NaN };

/** @param backwardFactor - null: forward only */
function pay(
  { routes, hops, forwardS, forwardJ }: CellRow,
  capacities: CapacityTable,
  { boundaries, last }: RowSplit,
  startS: number,
  backwardFactor: number | null,
): Paid {
  let atS = startS;
  let energyJ = 0;
  const run = (p: number, factor: number): void => {
    for (let l = boundaries[p - 1] ?? 0; l < boundaries[p]!; l++) {
      atS += factor * forwardS[p]![l]!;
      energyJ += factor * forwardJ[p]![l]!;
    }
  };
  const send = (h: number, back: boolean): void => {
    const hop = hops[h]!;
    const arc = back ? hop.down : hop.up;
    const radio = back ? hop.radioDown : hop.radioUp;
    const size = routes.megabits[boundaries[h]!]!;
    const endS = arrivalS(capacities, arc, size, atS);
    if (endS < Infinity && radio.interceptW > 0) {
      energyJ += radio.interceptW * onAirS(capacities, arc, atS, endS) + radio.wattsPerMbps * size;
    }
    atS = endS + (back ? hop.fixedDownS : hop.fixedUpS);
  };
  for (let p = 0; p <= last && atS < Infinity; p++) {
    run(p, 1);
    if (p < last) send(p, false);
  }
  if (backwardFactor !== null) {
    for (let p = last; p >= 0 && atS < Infinity; p--) {
      run(p, backwardFactor);
      // Nothing before here has parameters to learn.
      if (p === 0 || boundaries[p - 1] === 0) break;
      send(p - 1, true);
    }
  }
  return atS < Infinity ? { latencyS: atS - startS, energyJ } : nothing;
}
