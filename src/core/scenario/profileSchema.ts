/** Times of the blocks of one model on one device, and where they come from. */
import * as z from 'zod/mini';
import { backends } from '../profile/types';
import { key, memory, watts } from './deviceFields';
import { flag, integerIn, list, numberIn, oneOf, positive, textBlock, textLine, token } from './fields';
import { limits } from './limits';

const sentence = textLine(1000, 'text');
const anyText = textBlock(1000, 'text');

/** A block of the largest load on the slowest device still has a time. */
const timeS = positive(limits.sampleSeconds, 'seconds');
const interval = z.tuple(
  [numberIn(0, limits.sampleSeconds, 'seconds'), numberIn(0, limits.sampleSeconds, 'seconds')],
  'two numbers of seconds, lower first',
);
const sample = z.strictObject(
  {
    time: z.union(
      [z.strictObject({ seconds: timeS }), z.strictObject({ belowS: timeS })],
      '{"seconds": above 0} or {"belowS": above 0}',
    ),
    intervalS: z.nullable(interval),
    p90S: z.optional(numberIn(0, limits.sampleSeconds, 'seconds')),
    minS: z.optional(numberIn(0, limits.sampleSeconds, 'seconds')),
  },
  'a block’s time and its interval',
);

const powerFacts = z.optional(
  z.nullable(
    z
      .strictObject(
        { idleW: z.nullable(watts), loadW: watts, citation: sentence },
        'null, or published power in watts',
      )
      .check(z.refine(({ idleW, loadW }) => (idleW ?? 0) <= loadW, 'loadW at least idleW')),
  ),
);

const isoDate = token(
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/,
  'an ISO 8601 date and time',
);

const source = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({
      kind: z.literal('measured'),
      date: isoDate,
      backend: oneOf(backends),
      threads: integerIn(1, 1024, 'threads'),
      runs: integerIn(1, 1e6, 'runs'),
      clockS: positive(1, 'seconds'),
      endToEndS: timeS,
      endToEndIntervalS: interval,
      endToEndMeanS: z.optional(timeS),
      endToEndP90S: z.optional(timeS),
      endToEndMinS: z.optional(timeS),
      coldStart: z.optional(
        z.strictObject(
          {
            loadS: z.nullable(numberIn(0, limits.sampleSeconds, 'seconds')),
            downloadS: z.optional(numberIn(0, limits.sampleSeconds, 'seconds')),
            createS: numberIn(0, limits.sampleSeconds, 'seconds'),
            firstRunS: numberIn(0, limits.sampleSeconds, 'seconds'),
          },
          'the cold start in seconds',
        ),
      ),
      estimated: z.optional(flag('scaled from single blocks')),
      sumS: timeS,
      ratio: z.optional(positive(1e6, 'sum over end to end')),
      factor: positive(1e6, 'factor'),
      statistic: oneOf(['median', 'mean']),
      steadiness: oneOf(['good', 'fair', 'unstable']),
      reason: anyText,
      deviceDetails: z.nullable(anyText),
    }),
    z.strictObject({
      kind: z.literal('imported'),
      format: oneOf(['onnxruntime', 'csv']),
      fileName: textLine(200, 'the name of a file'),
      date: isoDate,
      runs: z.nullable(integerIn(1, 1e6, 'runs')),
      statistic: oneOf(['median', 'mean', 'given']),
      provider: z.nullable(textLine(200, 'a provider')),
      unnamedS: numberIn(0, limits.sampleSeconds, 'seconds'),
    }),
    z.strictObject({
      kind: z.literal('published'),
      citation: sentence,
      totalS: timeS,
      publishedFor: sentence,
      scaled: flag('scaled to this size'),
      memoryMB: memory('for no limit'),
      power: powerFacts,
    }),
    z.strictObject({
      kind: z.literal('extrapolated'),
      citation: sentence,
      from: sentence,
      memoryMB: memory('for no limit'),
      power: powerFacts,
    }),
    z.strictObject({
      kind: z.literal('assumed'),
      speed: numberIn(limits.minSpeed, limits.maxSpeed, 'relative speed'),
    }),
  ],
  'a source of kind measured, imported, published, extrapolated or assumed',
);

export const profileSchema = z.strictObject(
  {
    id: key,
    deviceId: key,
    deviceName: textLine(200, 'a name'),
    modelKey: key,
    modelName: textLine(200, 'a name'),
    blocks: list(sample, 1, limits.blocks, 'block times'),
    source,
  },
  'a profile',
);
