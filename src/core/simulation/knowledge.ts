/**
 * What the UE knows of the network when it decides. News of an arc comes from its tail, hop by hop: of an arc h hops away it is
 * h / (hops of the farthest node) of `sciMs` old.
 */
import { createHorizon, type Horizon } from '../prediction/horizon';
import { createPredictor } from '../prediction/createPredictor';
import type { PredictionSettings, Predictor } from '../prediction/types';
import { streamSeed } from '../traffic/streamSeed';
import { stepAt, wholeStepsIn, type CapacityTable } from './capacityTable';
import type { CellRoutes } from './simulatedNetwork';

/** Writes what is thought of every arc of a problem [Mbit/s]. Allocation-free. */
export type Knowledge = (routes: CellRoutes, atS: number, mbps: Float64Array) => void;

/** The last value that has arrived; before the first one has, the first. */
export function lastKnown(capacities: CapacityTable, sciS: number): Knowledge {
  return ({ arcs, ageShare }, atS, mbps) => {
    for (let a = 0; a < arcs.length; a++) {
      mbps[a] = capacities.mbps[arcs[a]!]![stepAt(capacities, atS - ageShare[a]! * sciS)]!;
    }
  };
}

export interface Forecaster {
  readonly knowledge: Knowledge;
  /** A task starts [s]: the gaps between tasks are how far is looked ahead. */
  readonly started: (atS: number) => void;
  /** false: the last values stand, because tasks come too fast. */
  readonly looksAhead: () => boolean;
}

/** Streams of random numbers beyond those of traffic and shadowing. */
const firstStream = 0x30000;

/**
 * The capacity at the horizon (HiveMind IV-F), from all that has arrived: news of an arc is as old as for `lastKnown`, so the
 * predictor looks ahead by that age as well. Where the horizon is off the last value stands.
 */
export function createForecaster(
  capacities: CapacityTable,
  settings: PredictionSettings,
  sciS: number,
  seed: number,
): Forecaster {
  const { stepS } = capacities;
  const horizon: Horizon = createHorizon(settings.gapTasks, stepS);
  const last = (capacities.mbps[0]?.length ?? 1) - 1;
  /** The last step that the predictor of each arc was told. */
  const told = new Int32Array(capacities.mbps.length).fill(-1);
  const predictors = capacities.mbps.map((series, arc): Predictor =>
    createPredictor(settings, {
      seed: streamSeed(seed, firstStream + arc),
      truthAt: (steps) => series[Math.min(last, told[arc]! + steps)]!,
    }),
  );
  return {
    started: (atS) => horizon.started(atS),
    looksAhead: () => horizon.seconds() > 0,
    knowledge: ({ arcs, ageShare }, atS, mbps) => {
      const aheadS = horizon.seconds();
      const target = wholeStepsIn(atS + aheadS, stepS);
      for (let a = 0; a < arcs.length; a++) {
        const arc = arcs[a]!;
        const newest = stepAt(capacities, atS - ageShare[a]! * sciS);
        const series = capacities.mbps[arc]!;
        const predictor = predictors[arc]!;
        while (told[arc]! < newest) {
          told[arc]! += 1;
          predictor.observe(series[told[arc]!]!);
        }
        mbps[a] = predictor.forecast(aheadS === 0 ? 0 : Math.max(0, target - told[arc]!));
      }
    },
  };
}
