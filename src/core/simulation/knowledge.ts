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

/** For the task that starts now, or one task ahead: for the next one. */
export type DecidedFor = 'now' | 'next';

/** Writes what is thought of every arc of a problem [Mbit/s], known at `atS`. Allocation-free. */
export type Knowledge = (routes: CellRoutes, atS: number, mbps: Float64Array, decidedFor: DecidedFor) => void;

/** The last value that has arrived; before the first one has, the first. */
export function lastKnown(
  capacities: CapacityTable,
  sciS: number,
): (routes: CellRoutes, atS: number, mbps: Float64Array) => void {
  return ({ arcs, ageShare }, atS, mbps) => {
    for (let a = 0; a < arcs.length; a++) {
      mbps[a] = capacities.mbps[arcs[a]!]![stepAt(capacities, atS - ageShare[a]! * sciS)]!;
    }
  };
}

export interface Forecaster {
  readonly knowledge: Knowledge;
  /** A task starts [s]: the gaps between tasks are how far is looked ahead for the next one. */
  readonly started: (atS: number) => void;
  /** false: the last values stand, because what is to be bridged is shorter than a coherence time. */
  readonly looksAhead: (decidedFor: DecidedFor) => boolean;
}

/** Of times that are meant to be equal. */
const rounding = 1e-9;

/** Streams of random numbers beyond those of traffic and shadowing. */
const firstStream = 0x30000;

/**
 * The capacity when the task starts, from all that has arrived: news of an arc is as old as for `lastKnown`, and the next task comes
 * the mean gap between tasks later (HiveMind IV-F). What is to be bridged, that gap or else the age of news of the farthest hop, must
 * be a coherence time at least: until then the capacity is most likely still the one that was seen, and the last value stands.
 */
export function createForecaster(
  capacities: CapacityTable,
  settings: PredictionSettings,
  sciS: number,
  seed: number,
): Forecaster {
  const { stepS } = capacities;
  const isOld = sciS >= stepS * (1 - rounding);
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
    looksAhead: (decidedFor) => (decidedFor === 'next' ? horizon.seconds() > 0 : isOld),
    knowledge: ({ arcs, ageShare }, atS, mbps, decidedFor) => {
      const aheadS = decidedFor === 'next' ? horizon.seconds() : 0;
      const isOn = decidedFor === 'next' ? aheadS > 0 : isOld;
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
        mbps[a] = predictor.forecast(isOn ? Math.max(0, target - told[arc]!) : 0);
      }
    },
  };
}
