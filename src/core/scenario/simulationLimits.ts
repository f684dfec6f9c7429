/**
 * What the settings of a simulation may be: from, to (both allowed), by the names of the fields. A part of `limits`; in a file
 * of its own because it is long.
 */
export const simulationLimits = {
  durationS: [1, 3600],
  coherenceMs: [10, 1000],
  periodMs: [1, 60_000],
  sciMs: [0, 10_000],
  redecideMs: [0, 60_000],

  /** Frequency ranges 1 and 2 lie within; `findCarrierFault` of ../radio knows what there is. */
  carrierGHz: [0.41, 71],
  bandwidthMHz: [5, 400],
  eirpDbm: [-20, 100],
  receiverGainDb: [-30, 60],
  noiseFigureDb: [0, 40],
  shadowingSdDb: [0, 20],
  decorrelationM: [0.1, 10_000],
  uplinkLayers: [1, 4],
  downlinkLayers: [1, 8],
  uplinkShare: [0, 1],
  uplinkCapMbps: [0.001, 1e6],

  speedKmh: [0, 1000],
  hysteresisDb: [0, 30],
  timeToTriggerMs: [0, 10_000],
  interruptionMs: [0, 10_000],

  population: [0, 50_000],
  /** Traffic moves on every 100 ms. */
  activeS: [0.1, 3600],
  idleS: [0.1, 3600],
  demandMedianMbps: [0.001, 10_000],
  demandSigma: [0, 3],
  load: [0, 8],
  fastPart: [0, 1],
  fastCorrelation: [0, 1],
  shareMbps: [0, 1e6],
  usualSd: [0, 2],
  /** Below 1 a link could never have its mean. */
  usualCeiling: [1, 1000],
  airTimeMean: [0, 1],
  airTimeSd: [0, 1],

  traceStepS: [1e-6, 1e6],
  traceMbps: [0, 1e6],

  ewmaWeight: [0.01, 1],
  window: [1, 50],
  /** Below a half nothing is remembered long enough to learn from. */
  forgetting: [0.5, 1],
  errorSd: [0, 2],
  gapTasks: [1, 1000],

  /** Corners of the way. */
  corners: 200,
  traces: 50,
  /** Samples of one trace, and of all in a document. */
  traceSamples: 20_000,
  allTraceSamples: 100_000,
} as const;
