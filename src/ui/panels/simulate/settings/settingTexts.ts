/** What every setting of a simulation is called, its unit, what it means in one line, and whose choice its usual value is. */
import type { simulationLimits } from '../../../../core/scenario/simulationLimits';

/** The paper's (HiveMind), 5G's specifications, or an assumption of ours. */
export type SettingOrigin = 'paper' | 'standard' | 'ours';

export const originTexts: Readonly<Record<SettingOrigin, string>> = {
  paper: 'HiveMind',
  standard: '3GPP',
  ours: 'assumed',
};

/** Settings that are a number within limits. */
type NumberName = {
  [K in keyof typeof simulationLimits]: (typeof simulationLimits)[K] extends readonly [number, number]
    ? K
    : never;
}[keyof typeof simulationLimits];

interface SettingText {
  readonly label: string;
  readonly unit?: string;
  readonly help: string;
  readonly origin: SettingOrigin;
  readonly whole?: true;
}

export const settingTexts: Readonly<
  Record<Exclude<NumberName, 'shareMbps' | 'traceStepS' | 'traceMbps'>, SettingText>
> = {
  durationS: {
    label: 'Duration',
    unit: 's',
    help: 'How long is simulated. Kept are 100,000 tasks and 2,000 events at most; series of more than 20,000 entries are thinned.',
    origin: 'ours',
  },
  coherenceMs: {
    label: 'Coherence time',
    unit: 'ms',
    help: 'Capacities stay the same for so long, then change.',
    origin: 'ours',
  },
  periodMs: {
    label: 'Period',
    unit: 'ms',
    help: 'A task starts every so often; tasks that overlap do not slow each other.',
    origin: 'ours',
  },
  sciMs: {
    label: 'SCI delay',
    unit: 'ms',
    help: 'SCI is HiveMind’s split computing interface, over which nodes tell each other what their links carry. So late does the UE hear of the farthest hop; nearer hops are proportionally fresher.',
    origin: 'paper',
  },
  redecideMs: {
    label: 'Decide every',
    unit: 'ms',
    help: 'A decision stands for so long; 0: every task decides anew. A handover always does.',
    origin: 'ours',
  },
  carrierGHz: { label: 'Carrier', unit: 'GHz', help: 'Frequency of all cells.', origin: 'ours' },
  bandwidthMHz: { label: 'Bandwidth', unit: 'MHz', help: 'Of the channel.', origin: 'ours' },
  eirpDbm: { label: 'EIRP', unit: 'dBm', help: 'Radiated power of the sender, both ways.', origin: 'paper' },
  receiverGainDb: { label: 'Receiver gain', unit: 'dB', help: 'Of the receiving antenna.', origin: 'ours' },
  noiseFigureDb: {
    label: 'Noise figure',
    unit: 'dB',
    help: 'What the receiver adds to thermal noise.',
    origin: 'ours',
  },
  shadowingSdDb: {
    label: 'Shadowing',
    unit: 'dB',
    help: 'Standard deviation of what obstacles take.',
    origin: 'standard',
  },
  decorrelationM: {
    label: 'Decorrelation',
    unit: 'm',
    help: 'Over this distance the correlation of shadowing falls to 1/e.',
    origin: 'standard',
  },
  uplinkLayers: {
    label: 'Uplink layers',
    help: 'Streams sent at once by the UE.',
    origin: 'ours',
    whole: true,
  },
  downlinkLayers: {
    label: 'Downlink layers',
    help: 'Streams sent at once by the cell.',
    origin: 'ours',
    whole: true,
  },
  uplinkShare: {
    label: 'Uplink share',
    help: 'Part of the slots for the uplink, 0 to 1; the downlink has the rest.',
    origin: 'ours',
  },
  uplinkCapMbps: {
    label: 'Uplink cap',
    unit: 'Mbit/s',
    help: 'The most a cell’s uplink carries; empty: what the formula gives.',
    origin: 'paper',
  },
  speedKmh: { label: 'Speed of the UE', unit: 'km/h', help: 'Along the way.', origin: 'paper' },
  hysteresisDb: {
    label: 'Hysteresis',
    unit: 'dB',
    help: 'Another cell must be better by so much (event A3).',
    origin: 'ours',
  },
  timeToTriggerMs: { label: 'Time to trigger', unit: 'ms', help: 'And for so long.', origin: 'ours' },
  interruptionMs: {
    label: 'Interruption',
    unit: 'ms',
    help: 'Nothing is sent for so long at a handover, unless the UE’s air follows a trace, which has its own gaps. A task keeps the cell it started with.',
    origin: 'ours',
  },
  population: {
    label: 'Background UEs',
    help: 'In all cells together, at load 1. Shares keep their mean and deviation: with more UEs the load itself varies less.',
    origin: 'ours',
    whole: true,
  },
  load: {
    label: 'Load',
    help: 'Multiplies how many there are and what each wants (HiveMind: 2, 1 and 0.5).',
    origin: 'paper',
  },
  activeS: {
    label: 'Active for',
    unit: 's',
    help: 'Mean time for which a UE wants something.',
    origin: 'ours',
  },
  idleS: { label: 'Idle for', unit: 's', help: 'Mean time for which it wants nothing.', origin: 'ours' },
  demandMedianMbps: {
    label: 'Demand',
    unit: 'Mbit/s',
    help: 'Median of what an active UE wants (log-normal). What is said of shares and air time holds at 4; more leaves less of them.',
    origin: 'ours',
  },
  demandSigma: {
    label: 'Spread of demand',
    help: 'Standard deviation of its natural logarithm.',
    origin: 'ours',
  },
  fastPart: {
    label: 'Fast part',
    help: 'Part of a share’s variance that changes with every coherence time, 0 to 1; the rest follows the load.',
    origin: 'ours',
  },
  fastCorrelation: {
    label: 'Correlation of the fast part',
    help: 'From one coherence time to the next, 0 to 1.',
    origin: 'ours',
  },
  usualSd: {
    label: 'Usual deviation',
    help: 'Standard deviation of a link’s share, as a part of what is drawn.',
    origin: 'ours',
  },
  usualCeiling: {
    label: 'Usual ceiling',
    help: 'The most a link gives, in multiples of what is drawn.',
    origin: 'ours',
  },
  airTimeMean: {
    label: 'Air time',
    help: 'The UE’s mean part of its cell’s air time at load 1, 0 to 1.',
    origin: 'ours',
  },
  airTimeSd: {
    label: 'Deviation of air time',
    help: 'Standard deviation of that part.',
    origin: 'ours',
  },
  ewmaWeight: { label: 'Weight', help: 'Of the newest value.', origin: 'ours' },
  window: {
    label: 'Window',
    help: 'Values looked back on; of least squares and autoregression 20 at most.',
    origin: 'ours',
    whole: true,
  },
  forgetting: { label: 'Forgetting', help: '1 forgets nothing.', origin: 'ours' },
  errorSd: { label: 'Error', help: 'Relative standard deviation of what is foretold.', origin: 'ours' },
  gapTasks: {
    label: 'Horizon',
    unit: 'tasks',
    help: 'It looks ahead by the mean gap of so many tasks; less than a coherence time is no forecast.',
    origin: 'ours',
    whole: true,
  },
};
