/** What a simulation takes beside the drawing. Everything a user can change lies in the document. */
import type { MobilitySettings } from '../mobility/types';
import type { PredictionSettings } from '../prediction/types';
import type { RadioSettings } from '../radio/types';
import type { LinkTrace, TrafficSettings } from '../traffic/types';

/** When a task starts: as soon as the best split's task before it is done, or at a rate. */
export const arrivals = ['back-to-back', 'periodic'] as const;
type Arrival = (typeof arrivals)[number];

/**
 * When the decision on a task is made, on what is known then: as the task starts, or as the task before it does, so that it is
 * there when the task comes (HiveMind IV-F, whose forecasts look ahead by the gap between tasks). A handover always decides anew.
 */
export const decisionTimes = ['at-start', 'one-task-ahead'] as const;
type DecisionTime = (typeof decisionTimes)[number];

export interface SimulationSettings {
  readonly durationS: number;
  /** Capacities stay the same for so long [ms]. */
  readonly coherenceMs: number;
  readonly arrival: Arrival;
  /** Of periodic tasks [ms]. */
  readonly periodMs: number;
  /** Age of what the UE knows of the farthest hop [ms]: each hop on the way adds its part (HiveMind: 27 ms in all). */
  readonly sciMs: number;
  readonly decision: DecisionTime;
  /** A decision stands for so long [ms]; 0: every task decides anew. A handover always does. */
  readonly redecideMs: number;
  readonly radio: RadioSettings;
  readonly mobility: MobilitySettings;
  readonly traffic: TrafficSettings;
  readonly traces: readonly LinkTrace[];
  readonly prediction: PredictionSettings;
}

/**
 * HiveMind's: EIRP 40 dBm, Friis and CQI by SNR, at most 200 Mbit/s of a mmWave uplink, SCI 27 ms, 40 km/h. Assumptions of ours,
 * where the paper is silent: the carrier of 28 GHz and 100 MHz, the noise figure, handovers, background traffic and shares, tasks.
 */
export const defaultSimulation: SimulationSettings = {
  durationS: 60,
  coherenceMs: 50,
  arrival: 'back-to-back',
  periodMs: 200,
  sciMs: 27,
  decision: 'at-start',
  redecideMs: 0,
  radio: {
    carrierGHz: 28,
    bandwidthMHz: 100,
    subcarrierKHz: 120,
    eirpDbm: 40,
    receiverGainDb: 0,
    noiseFigureDb: 7,
    shadowing: null,
    adaptation: 'awgn-table-1',
    uplinkLayers: 1,
    downlinkLayers: 2,
    uplinkShare: 0.45,
    uplinkCapMbps: 200,
  },
  mobility: {
    way: [],
    speedKmh: 40,
    end: 'turn',
    choice: 'strongest',
    hysteresisDb: 3,
    timeToTriggerMs: 160,
    interruptionMs: 30,
  },
  traffic: {
    population: 300,
    activeS: 4,
    idleS: 12,
    demandMedianMbps: 4,
    demandSigma: 1,
    load: 1,
    fastPart: 0.5,
    fastCorrelation: 0.7,
    links: [],
    usualSd: 0.25,
    usualCeiling: 3,
    airTimeMean: 0.3,
    airTimeSd: 0.08,
  },
  traces: [],
  prediction: {
    kind: 'last',
    ewmaWeight: 0.3,
    window: 5,
    forgetting: 0.99,
    errorSd: 0.1,
    gapTasks: 5,
  },
};

/** What a document is simulated with: its own settings, or the usual ones. */
export function simulationOf({
  simulation,
}: {
  readonly simulation: SimulationSettings | null;
}): SimulationSettings {
  return simulation ?? defaultSimulation;
}
