/**
 * Multiply-accumulates and parameters of models as they are opened, against a second count that shares no code with the first: it
 * decodes the file with the protobuf library alone, has ONNX Runtime say the shapes, and multiplies extents.
 */
import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import { ModelProtoSchema, ValueInfoProtoSchema, type ModelProto, type NodeProto } from 'onnx-buf';
import * as ort from 'onnxruntime-web';
import { describe, expect, it } from 'vitest';
import { buildGraph } from '../core/model/catalogue/catalogue';
import { encodeGraph } from '../core/onnx/encodeGraph';
import type { ModelGraph } from '../core/model/imported/types';
import { openModel } from './openModel';
import { createNodeModelRunner } from './testing/nodeModelRunner';
import { openSample } from './testing/openSample';

interface Counts {
  readonly macs: number;
  readonly parameters: number;
}
type Extents = readonly number[];

function countedByUs({ operators }: ModelGraph): Counts {
  return {
    macs: operators.reduce((sum, { macs }) => sum + macs, 0),
    parameters: operators.reduce((sum, { parameters }) => sum + parameters, 0),
  };
}

const product = (extents: Extents): number => extents.reduce((all, extent) => all * extent, 1);
const float32 = 1;
const multiplying = ['Conv', 'ConvTranspose', 'Gemm', 'MatMul'];

async function countedAgain(bytes: Uint8Array, input: Extents): Promise<Counts> {
  const model = fromBinary(ModelProtoSchema, bytes);
  const { node, initializer } = model.graph!;
  const stored = new Map<string, { readonly dims: Extents; readonly type: number }>();
  for (const { name, dims, dataType } of initializer)
    stored.set(name, { dims: dims.map(Number), type: dataType });
  for (const { opType, output, attribute } of node) {
    const held = attribute[0]?.t;
    if (opType === 'Constant' && held !== undefined)
      stored.set(output[0]!, { dims: held.dims.map(Number), type: held.dataType });
  }
  const shapes = await shapesOf(model, input);
  for (const [name, { dims }] of stored) shapes.set(name, dims);
  const statistics = new Set(
    node.flatMap(({ opType, input: read }) => (opType === 'BatchNormalization' ? read.slice(3, 5) : [])),
  );
  const read = new Set(node.flatMap((one) => one.input));
  return {
    macs: node.reduce((sum, one) => sum + macsOfNode(one, shapes), 0),
    parameters: [...stored]
      .filter(
        ([name, { dims, type }]) =>
          type === float32 && dims.length > 0 && read.has(name) && !statistics.has(name),
      )
      .reduce((sum, [, { dims }]) => sum + product(dims), 0),
  };
}

function macsOfNode(
  { opType, input, output, attribute }: NodeProto,
  shapes: ReadonlyMap<string, Extents>,
): number {
  if (!multiplying.includes(opType)) return 0;
  const [first, second, out] = [input[0]!, input[1]!, output[0]!].map((name) => shapes.get(name)!);
  const [rows, perGroup, ...kernel] = second!;
  switch (opType) {
    case 'Conv':
      return product(out!) * perGroup! * product(kernel);
    case 'ConvTranspose':
      return product(first!) * perGroup! * product(kernel);
    case 'Gemm': {
      const isTransposed = attribute.some(({ name, i }) => name === 'transB' && i === 1n);
      return product(out!) * (isTransposed ? perGroup! : rows!);
    }
    default:
      return product(out!) * first!.at(-1)!;
  }
}

/** What the runtime makes of everything that a kernel or a product reads or writes. */
async function shapesOf(model: ModelProto, input: Extents): Promise<Map<string, Extents>> {
  const graph = model.graph!;
  const stored = new Set(graph.initializer.map(({ name }) => name));
  const made = new Set(graph.node.flatMap(({ output }) => output));
  const results = new Set(graph.output.map(({ name }) => name));
  const wanted = graph.node
    .filter(({ opType }) => multiplying.includes(opType))
    .flatMap((one) => [one.input[0]!, one.output[0]!])
    .filter((name) => made.has(name) && !results.has(name));
  for (const name of new Set(wanted)) graph.output.push(create(ValueInfoProtoSchema, { name }));
  const session = await ort.InferenceSession.create(toBinary(ModelProtoSchema, model), {
    executionProviders: ['wasm'],
    graphOptimizationLevel: 'disabled',
    logSeverityLevel: 3,
  });
  const own = graph.input.find(({ name }) => !stored.has(name))!.name;
  const values = new ort.Tensor('float32', new Float32Array(product(input)).fill(0.5), [...input]);
  const found = await session.run({ [own]: values });
  await session.release();
  const shapes = new Map<string, Extents>([[own, input]]);
  for (const [name, tensor] of Object.entries(found)) shapes.set(name, tensor.dims);
  return shapes;
}

describe('what is counted of a model', () => {
  it.each([
    ['face', [1, 128, 128, 3]],
    ['text-direction', [1, 3, 48, 192]],
    ['text-detection', [1, 3, 64, 64]],
  ] as const)(
    '%s has as many multiply-accumulates and parameters as its shapes say',
    async (sample, input) => {
      const { workload, files } = await openSample(sample);
      const bytes = new Uint8Array(await files.model.arrayBuffer());
      const again = await countedAgain(bytes, input);
      expect(again.macs).toBeGreaterThan(1e6);
      expect(countedByUs(workload.graph)).toEqual(again);
    },
  );

  // Published with the models of torchvision (pytorch.org/vision/stable/models.html): parameters, and "GFLOPS" that are products.
  it.each([
    ['resnet-18', { macs: 1.81e9, parameters: 11_689_512 }],
    ['mobilenet-v2', { macs: 0.3e9, parameters: 3_504_872 }],
  ] as const)(
    '%s as a file has what its shapes say, and what is published',
    async (architecture, published) => {
      const bytes = encodeGraph(buildGraph(architecture, 224, 1), { seed: 1, weights: 'seeded' });
      const files = { name: 'export.onnx', model: new Blob([bytes]), external: [] };
      const opened = await openModel(createNodeModelRunner(), { files, dims: {} }, () => undefined);
      if (!opened.ok) throw new Error(JSON.stringify(opened.error));
      const ours = countedByUs(opened.value.graph);
      expect(ours).toEqual(await countedAgain(bytes, [1, 3, 224, 224]));
      expect(ours.parameters).toBe(published.parameters);
      expect(Math.abs(ours.macs / published.macs - 1)).toBeLessThan(0.01);
    },
  );
}, 60_000);
