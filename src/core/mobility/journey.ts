/** The UE's journey: where it is, which cell serves it, at what SNR. */
import { distanceGainDb, snrDbAtOneMetre } from '../radio/linkBudget';
import { createShadowing } from '../radio/shadowing';
import type { RadioSettings } from '../radio/types';
import { createServingCell } from './servingCell';
import type { Handover, Journey, MobilitySettings, PlanPoint } from './types';
import { createWay, distanceM } from './way';

export interface JourneyInput {
  /** Where the cells stand. */
  readonly cells: readonly PlanPoint[];
  /** Where the UE is drawn: it stays there if it has no way. */
  readonly start: PlanPoint;
  readonly mobility: MobilitySettings;
  readonly radio: RadioSettings;
  readonly stepS: number;
  /** How many entries: the last one at (entries - 1) * stepS. */
  readonly entries: number;
  /** Of the shadowing. */
  readonly seed: number;
}

/** Times closer than this are the same [s]: sums of steps are not exact in binary. */
const sameMomentS = 1e-9;

/**
 * The journey at a fixed step, the same bits for the same input in every engine. O(entries * cells). At the start the best cell
 * serves; then a cell takes over that has been better by the hysteresis for the time to trigger (rounded up to steps): in SNR
 * (`strongest`), or in the loss of the distance alone (`nearest`). While a handover interrupts, nothing is measured.
 */
export function makeJourney(input: JourneyInput): Journey {
  const { cells, mobility, radio, stepS, entries } = input;
  const way = createWay(mobility, input.start);
  const shadowing = createShadowing(radio.shadowing, cells.length, input.seed);
  const serving = createServingCell(cells.length, {
    hysteresisDb: mobility.hysteresisDb,
    triggerSteps: wholeSteps(mobility.timeToTriggerMs / 1e3, stepS),
  });
  const interruptionS = mobility.interruptionMs / 1e3;
  const atOneMetreDb = snrDbAtOneMetre(radio);
  const distanceDb = new Float64Array(cells.length);
  const snrDb = new Float64Array(cells.length);
  const measured = mobility.choice === 'strongest' ? snrDb : distanceDb;
  const handovers: Handover[] = [];
  const journey: Journey = {
    stepS,
    xM: new Float32Array(entries),
    yM: new Float32Array(entries),
    cell: new Int16Array(entries),
    snrDb: new Float32Array(entries),
    cellSnrDb: cells.map(() => new Float32Array(entries)),
    open: new Float32Array(entries),
    handovers,
  };
  const place = { xM: 0, yM: 0 };
  let drivenM = 0;
  let closedUntilS = 0;
  for (let k = 0; k < entries; k += 1) {
    const atS = k * stepS;
    way.placeAt(atS, place);
    const drivenNowM = way.drivenM(atS);
    shadowing.move(drivenNowM - drivenM);
    drivenM = drivenNowM;
    for (let c = 0; c < cells.length; c += 1) {
      distanceDb[c] = distanceGainDb(distanceM(place, cells[c]!));
      snrDb[c] = atOneMetreDb + distanceDb[c]! + shadowing.gainDb[c]!;
      journey.cellSnrDb[c]![k] = snrDb[c]!;
    }
    const from = serving.cell;
    if (atS < closedUntilS - sameMomentS) {
      serving.skip();
    } else if (serving.step(measured)) {
      handovers.push({ atS, from, to: serving.cell });
      closedUntilS = atS + interruptionS;
    }
    journey.xM[k] = place.xM;
    journey.yM[k] = place.yM;
    journey.cell[k] = serving.cell;
    journey.snrDb[k] = snrDb[serving.cell] ?? NaN;
    journey.open[k] = openPart((closedUntilS - atS) / stepS);
  }
  return journey;
}

/** Of a step of which so many are still closed: a link that is all but closed by rounding would count as one that is up. */
function openPart(closedSteps: number): number {
  const open = 1 - Math.max(0, closedSteps);
  return open > 1e-9 ? open : 0;
}

/** 0.15 s are 3 steps of 0.05 s, whatever their quotient in binary is. */
function wholeSteps(durationS: number, stepS: number): number {
  return Math.ceil(durationS / stepS - 1e-9);
}
