/**
 * The document's schema: shape, types and limits of every field. Unknown fields are refused, so that a
 * misspelt field is reported instead of being lost. What fields say about each other is checked in consistency.ts.
 */
import * as z from 'zod/mini';
import { elementTypes } from '../model/imported/types';
import { nodeKinds, type LinkId, type NodeId } from '../network/types';
import { backends } from '../profile/types';
import { flag, integerIn, list, numberIn, oneOf, positive, textBlock, textLine, token } from './fields';
import { limits } from './limits';
import { criteria } from './goals';
import { architectures, deliveries, radios, routings, scenarioVersion, widths, type Scenario } from './types';

const idPattern = /^[A-Za-z0-9_-]{1,40}$/;
const id = token(idPattern, 'an id of 1 to 40 letters, digits, "_" or "-"');
const nodeId = id as z.ZodMiniType<string> as z.ZodMiniType<NodeId>;
const linkId = id as z.ZodMiniType<string> as z.ZodMiniType<LinkId>;
/** Profile ids, model keys and catalogue ids are made by the program: printable ASCII without spaces. */
const key = token(/^[\x21-\x7e]{1,200}$/, 'a key of 1 to 200 printable characters without spaces');
const sentence = textLine(1000, 'text');
const anyText = textBlock(1000, 'text');

const device = z.nullable(
  z.discriminatedUnion(
    'kind',
    [
      z.strictObject({ kind: z.literal('catalogue'), id: key }),
      z.strictObject({
        kind: z.literal('custom'),
        speed: numberIn(limits.minSpeed, limits.maxSpeed, 'relative speed'),
      }),
      z.strictObject({ kind: z.literal('measured'), profileId: key, fallbackId: key }),
    ],
    'null, or a device of kind catalogue, custom or measured',
  ),
);

const memory = (otherwise: string) => z.nullable(numberIn(0, limits.memoryMB, `MB, or null ${otherwise}`));
const position = numberIn(-limits.positionM, limits.positionM, 'metres');

const watts = numberIn(0, limits.powerW, 'watts');

export const nodeSchema = z.strictObject(
  {
    id: nodeId,
    kind: oneOf(nodeKinds),
    name: textLine(limits.nameLength, 'a name'),
    xM: position,
    yM: position,
    device,
    memoryMB: memory('for the device’s own'),
    trusted: flag('may see what it computes on'),
    power: z.nullable(
      z
        .strictObject({ idleW: watts, loadW: watts }, 'null, or power in watts')
        .check(z.refine(({ idleW, loadW }) => idleW <= loadW, 'loadW at least idleW')),
    ),
  },
  'a node',
);

const capacityWords = `0 (down), or ${limits.minCapacityMbps} to 1,000,000 Mbit/s`;
const capacity = z.number(capacityWords).check(
  z.minimum(0, capacityWords),
  z.maximum(limits.maxCapacityMbps, capacityWords),
  z.refine((mbps) => mbps === 0 || mbps >= limits.minCapacityMbps, capacityWords),
  z.overwrite((mbps) => mbps + 0),
  z.describe(capacityWords),
);
const delay = numberIn(0, limits.delayMs, 'ms');

export const linkSchema = z.strictObject(
  {
    id: linkId,
    a: nodeId,
    b: nodeId,
    aToBMbps: capacity,
    bToAMbps: capacity,
    symmetric: flag('both directions move together'),
    propagationMs: delay,
    overheadMs: delay,
    medium: oneOf(['wireless', 'wired']),
  },
  'a link',
);

const bytes = numberIn(0, limits.bytes, 'bytes');

const customBlockSchema = z.strictObject(
  {
    name: textLine(limits.nameLength, 'a name'),
    load: z.discriminatedUnion(
      'unit',
      [
        z.strictObject({
          unit: z.literal('seconds'),
          value: numberIn(0, limits.blockSeconds, 'seconds at 1x'),
        }),
        z.strictObject({
          unit: z.literal('macs'),
          value: numberIn(0, limits.blockMacs, 'multiply-accumulates'),
        }),
      ],
      'a load in seconds or macs',
    ),
    bytesOut: bytes,
    weightBytes: bytes,
  },
  'a block',
);

const index = integerIn(0, limits.tensors, 'the index of a tensor');
const indices = (words: string) => list(index, 0, limits.tensors, words);
const graphName = textLine(limits.tensorNameLength, 'a name');

const graphSchema = z.strictObject(
  {
    tensors: list(
      z.strictObject(
        {
          name: graphName,
          type: oneOf(elementTypes),
          shape: list(integerIn(0, limits.extent, 'an extent'), 0, limits.rank, 'extents'),
        },
        'a tensor',
      ),
      1,
      limits.tensors,
      'tensors',
    ),
    inputs: indices('indices of the inputs'),
    outputs: list(index, 1, limits.tensors, 'indices of the results'),
    operators: list(
      z.strictObject(
        {
          name: graphName,
          kind: graphName,
          inputs: indices('indices of tensors'),
          outputs: indices('indices of tensors'),
          macs: numberIn(0, limits.blockMacs, 'multiply-accumulates'),
          parameters: numberIn(0, limits.bytes, 'parameters'),
          weightBytes: bytes,
        },
        'an operator',
      ),
      1,
      limits.operators,
      'operators',
    ),
    blockEnds: list(integerIn(1, limits.operators, 'operators done'), 1, limits.blocks, 'ends of blocks'),
  },
  'a graph of operators',
);

export const workloadSchema = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({
      kind: z.literal('catalogue'),
      architecture: oneOf(architectures),
      inputPx: integerIn(limits.minInputPx, limits.maxInputPx, 'pixels'),
      width: z.literal(widths, 'one of 0.25, 0.5, 1'),
      shipped: oneOf(['fp32', 'fp16', 'int8']),
      rawInput: oneOf(['fp32', 'uint8']),
    }),
    z.strictObject({
      kind: z.literal('imported'),
      name: textLine(limits.nameLength, 'a name'),
      fingerprint: token(/^[0-9a-f]{32}$/, '32 hexadecimal digits'),
      dims: z
        .record(graphName, integerIn(1, limits.extent, 'an extent'))
        .check(z.refine((dims) => Object.keys(dims).length <= limits.dims, `at most ${limits.dims} sizes`)),
      graph: graphSchema,
      shipped: oneOf(['fp32', 'fp16', 'int8']),
      rawInput: oneOf(['fp32', 'uint8']),
    }),
    z.strictObject({
      kind: z.literal('custom'),
      name: textLine(limits.nameLength, 'a name'),
      inputBytes: bytes,
      blocks: list(customBlockSchema, 1, limits.blocks, 'blocks'),
    }),
  ],
  'a workload of kind catalogue, custom or imported',
);

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

export const ownSplitSchema = z.strictObject(
  {
    nodes: list(nodeId, 1, limits.nodes, 'node ids'),
    boundaries: list(integerIn(0, limits.blocks, 'blocks done'), 1, limits.nodes, 'boundaries'),
  },
  'null, or an own split',
);

const weight = numberIn(0, limits.weight, 'weight');
const limit = (max: number, unit: string) => z.nullable(numberIn(0, max, `${unit}, or null for no limit`));

export const goalsSchema = z.strictObject(
  {
    weights: z.strictObject(
      { latency: weight, ueEnergy: weight, edgeEnergy: weight, bytes: weight, leakage: weight },
      'weights',
    ),
    limits: z.strictObject(
      {
        latencyMs: limit(1e12, 'ms'),
        ueEnergyMJ: limit(1e12, 'mJ'),
        edgeEnergyMJ: limit(1e12, 'mJ'),
        kilobytes: limit(1e12, 'kB'),
        leakage: limit(limits.leakage, 'leakage'),
      },
      'limits',
    ),
    minimise: oneOf(criteria),
  },
  'goals',
);

export const leakageSchema = z.nullable(
  list(numberIn(0, limits.leakage, 'leakage'), 1, limits.blocks + 1, 'leakages, one a boundary, or null'),
);

export const scenarioSchema = z.strictObject({
  format: z.literal('splitscape', '"splitscape"'),
  version: z.literal(scenarioVersion, String(scenarioVersion)),
  name: textLine(limits.nameLength, 'a name'),
  notes: textBlock(limits.notesLength, 'notes'),
  seed: integerIn(0, limits.seed, 'seed'),
  sourceId: nodeId,
  sinkId: nodeId,
  nodes: list(nodeSchema, 2, limits.nodes, 'nodes'),
  links: list(linkSchema, 0, limits.links, 'links'),
  workload: workloadSchema,
  objective: z.literal('latency', '"latency"'),
  delivery: oneOf(deliveries),
  routing: oneOf(routings),
  radio: oneOf(radios),
  goals: goalsSchema,
  leakage: leakageSchema,
  ownSplit: z.nullable(ownSplitSchema),
  profiles: list(profileSchema, 0, limits.profiles, 'profiles'),
}) satisfies z.ZodMiniType<Scenario>;
