/** The network in time. What its fields say about each other and about the drawing: `simulationConsistency.ts`. */
import * as z from 'zod/mini';
import { cellChoices, wayEnds } from '../mobility/types';
import { predictorKinds } from '../prediction/types';
import { linkAdaptations, subcarrierSpacings } from '../radio/types';
import { arrivals, decisionTimes } from '../simulation/settings';
import { flag, integerIn, list, numberIn, oneOf, textLine } from './fields';
import { limits } from './limits';
import { linkId, position } from './networkSchema';

const may = limits.simulation;
const part = (what: string): z.ZodMiniNumber => numberIn(0, 1, what);
const share = numberIn(...may.shareMbps, 'Mbit/s');

const runFields = {
  durationS: numberIn(...may.durationS, 's'),
  coherenceMs: numberIn(...may.coherenceMs, 'ms'),
  arrival: oneOf(arrivals),
  periodMs: numberIn(...may.periodMs, 'ms'),
  sciMs: numberIn(...may.sciMs, 'ms'),
  // Documents from before there was a choice decide as a task starts.
  decision: z._default(oneOf(decisionTimes), 'at-start'),
  redecideMs: numberIn(...may.redecideMs, 'ms, 0 = every task'),
};

const radioSchema = z.strictObject(
  {
    carrierGHz: numberIn(...may.carrierGHz, 'GHz'),
    bandwidthMHz: numberIn(...may.bandwidthMHz, 'MHz'),
    subcarrierKHz: z.literal(subcarrierSpacings, `one of ${subcarrierSpacings.join(', ')} (kHz)`),
    eirpDbm: numberIn(...may.eirpDbm, 'dBm'),
    receiverGainDb: numberIn(...may.receiverGainDb, 'dB'),
    noiseFigureDb: numberIn(...may.noiseFigureDb, 'dB'),
    shadowing: z.nullable(
      z.strictObject(
        {
          sdDb: numberIn(...may.shadowingSdDb, 'dB'),
          decorrelationM: numberIn(...may.decorrelationM, 'm'),
        },
        'null, or shadowing',
      ),
    ),
    adaptation: oneOf(linkAdaptations),
    uplinkLayers: integerIn(...may.uplinkLayers, 'layers'),
    downlinkLayers: integerIn(...may.downlinkLayers, 'layers'),
    uplinkShare: numberIn(...may.uplinkShare, 'part of the slots'),
    uplinkCapMbps: z.nullable(numberIn(...may.uplinkCapMbps, 'Mbit/s, or null for no cap')),
  },
  'radio settings',
);

const cornerSchema = z.strictObject({ xM: position, yM: position }, 'a corner of the way');

const mobilitySchema = z.strictObject(
  {
    way: list(cornerSchema, 0, may.corners, 'corners'),
    speedKmh: numberIn(...may.speedKmh, 'km/h'),
    end: oneOf(wayEnds),
    choice: oneOf(cellChoices),
    hysteresisDb: numberIn(...may.hysteresisDb, 'dB'),
    timeToTriggerMs: numberIn(...may.timeToTriggerMs, 'ms'),
    interruptionMs: numberIn(...may.interruptionMs, 'ms'),
  },
  'mobility settings',
);

const linkShareSchema = z.strictObject(
  { link: linkId, meanMbps: share, sdMbps: share, ceilingMbps: share },
  'a share of a link',
);

const trafficSchema = z.strictObject(
  {
    population: integerIn(...may.population, 'background UEs'),
    activeS: numberIn(...may.activeS, 's'),
    idleS: numberIn(...may.idleS, 's'),
    demandMedianMbps: numberIn(...may.demandMedianMbps, 'Mbit/s'),
    demandSigma: numberIn(...may.demandSigma, 'of the natural logarithm'),
    load: numberIn(...may.load, 'times the usual load'),
    fastPart: part('part of the variance'),
    fastCorrelation: part('correlation'),
    links: list(linkShareSchema, 0, limits.links, 'shares of links'),
    usualSd: numberIn(...may.usualSd, 'times the mean'),
    usualCeiling: numberIn(...may.usualCeiling, 'times the mean'),
    airTimeMean: part('part of the air time'),
    airTimeSd: part('part of the air time'),
  },
  'traffic settings',
);

export const traceSchema = z.strictObject(
  {
    link: linkId,
    direction: oneOf(['aToB', 'bToA', 'both']),
    name: textLine(limits.nameLength, 'a name'),
    stepS: numberIn(...may.traceStepS, 's'),
    mbps: list(numberIn(...may.traceMbps, 'Mbit/s'), 1, may.traceSamples, 'samples'),
    loop: flag('starts anew at its end'),
  },
  'a trace',
);

const predictionSchema = z.strictObject(
  {
    kind: oneOf(predictorKinds),
    ewmaWeight: numberIn(...may.ewmaWeight, 'weight of the newest value'),
    window: integerIn(...may.window, 'values'),
    forgetting: numberIn(...may.forgetting, 'forgetting'),
    errorSd: numberIn(...may.errorSd, 'relative standard deviation'),
    gapTasks: integerIn(...may.gapTasks, 'tasks'),
  },
  'prediction settings',
);

const fields = {
  ...runFields,
  radio: radioSchema,
  mobility: mobilitySchema,
  traffic: trafficSchema,
  prediction: predictionSchema,
};

/** All but the traces. */
export const settingsSchema = z.strictObject(fields);

export const simulationSchema = z.strictObject(
  { ...fields, traces: list(traceSchema, 0, may.traces, 'traces') },
  'null, or settings of a simulation',
);
