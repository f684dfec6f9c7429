/** What runs: a model of the catalogue, an imported one with its graph, or a custom chain. */
import * as z from 'zod/mini';
import { elementTypes } from '../model/imported/types';
import { integerIn, list, numberIn, oneOf, textLine, token } from './fields';
import { limits } from './limits';
import { architectures, widths } from './types';

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
