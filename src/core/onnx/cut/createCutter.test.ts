import { create } from '@bufbuild/protobuf';
import {
  AttributeProto_AttributeType,
  AttributeProtoSchema,
  GraphProtoSchema,
  ModelProtoSchema,
  StringStringEntryProtoSchema,
  TensorProto_DataLocation,
  TensorProto_DataType,
  TensorProtoSchema,
} from 'onnx-buf';
import { describe, expect, it } from 'vitest';
import { runParts, withSession } from '../../../profiling/runParts';
import { createNodeModelRunner } from '../../../profiling/testing/nodeModelRunner';
import type { ElementType, GraphTensor } from '../../model/imported/types';
import { compareResults } from '../../split/compareResults';
import type { WireTensor } from '../../wire/wireTensor';
import { floatTensor, intAttribute, node, tensorAttribute } from '../onnxMessages';
import {
  type AttributeProto,
  decodeModel,
  encodeModel,
  type GraphProto,
  type NodeProto,
  type TensorProto,
  type ValueInfoProto,
} from '../read/protoModel';
import { readModel } from '../read/readModel';
import { createCutter, type CuttableModel } from './createCutter';
import type { ModelPart } from './modelPart';
import { valueInfo } from './valueInfo';

const shape = [1, 4];
const weight = (name: string, ...values: number[]): TensorProto =>
  floatTensor(name, [values.length], new Float32Array(values));
const op = (
  opType: string,
  inputs: readonly string[],
  output: string,
  attributes: readonly AttributeProto[] = [],
): NodeProto => node({ name: output, opType, inputs, output, attributes });

interface Drawn {
  readonly nodes: readonly NodeProto[];
  readonly weights?: readonly TensorProto[];
  readonly inputs?: readonly ValueInfoProto[];
  readonly outputs?: readonly string[];
  readonly boundaries: readonly (readonly string[])[];
  readonly external?: CuttableModel['external'];
  readonly types?: Readonly<Record<string, ElementType>>;
}

function modelOf({
  nodes,
  weights = [],
  inputs,
  outputs = ['y'],
  boundaries,
  external = [],
  types = {},
}: Drawn): CuttableModel {
  const tensors = [...new Set(boundaries.flat())].map((name): GraphTensor => {
    const type = types[name] ?? 'float32';
    return { name, type, shape: type === 'bool' ? [] : shape };
  });
  const proto = create(ModelProtoSchema, {
    irVersion: 8n,
    opsetImport: [{ domain: '', version: 17n }],
    graph: {
      name: 'drawn',
      node: [...nodes],
      initializer: [...weights],
      input: [...(inputs ?? [valueInfo('x', 'float32', shape)])],
      output: outputs.map((name) => valueInfo(name, 'float32', null)),
    },
  });
  return {
    proto,
    external,
    boundaryTensors: boundaries,
    tensors: new Map(tensors.map((tensor) => [tensor.name, tensor])),
  };
}

const floats = (name: string, ...values: number[]): WireTensor => ({
  name,
  type: 'float32',
  shape,
  data: new Uint8Array(new Float32Array(values).buffer),
});
const x = floats('x', -1, 0.5, 2, 3);

function partsOf(model: CuttableModel, ...cuts: number[]): readonly ModelPart[] {
  const cutter = createCutter(model);
  const ends = [0, ...cuts, model.boundaryTensors.length - 1];
  return ends.slice(1).map((to, at) => {
    const part = cutter(ends[at]!, to);
    if (!part.ok) throw new Error(JSON.stringify(part.error));
    return part.value;
  });
}

const graphOf = ({ model }: ModelPart): GraphProto => {
  const decoded = decodeModel(model);
  if (!decoded.ok) throw new Error(decoded.error.kind);
  return decoded.value.graph!;
};
const namesIn = (part: ModelPart) => {
  const graph = graphOf(part);
  return [...graph.initializer, ...graph.node].map(({ name }) => name);
};

/** Every split of the model gives the whole model's result, bit for bit. */
async function expectSameEverywhere(
  model: CuttableModel,
  inputs: readonly WireTensor[] = [x],
): Promise<void> {
  const runner = createNodeModelRunner();
  const { boundaryTensors, external } = model;
  const optimisation = 'disabled';
  const whole = await withSession(runner, encodeModel(model.proto), { external, optimisation }, (session) =>
    session.run(inputs),
  );
  const last = boundaryTensors.length - 1;
  const inner = Array.from({ length: last - 1 }, (_, i) => i + 1);
  for (const cuts of [[], ...inner.map((cut) => [cut]), inner]) {
    const parts = partsOf(model, ...cuts);
    const { results } = await runParts(runner, {
      parts,
      boundaryTensors,
      inputs,
      optimisation,
      ship: (tensor) => ({ sent: tensor, arrived: tensor }),
    });
    expect(compareResults(whole, results)).toEqual({ absolute: 0, relative: 0, same: true });
    expect(results.map(({ name }) => name).sort()).toEqual(
      model.proto.graph!.output.map(({ name }) => name).sort(),
    );
  }
}

describe('a part', () => {
  const model = modelOf({
    weights: [weight('w', 1, 2, 3, 4), weight('v', 5, 6, 7, 8), weight('unused', 1)],
    nodes: [
      op('Constant', [], 'c', [tensorAttribute('value', weight('', 1, 1, 2, 2))]),
      op('Add', ['w', 'c'], 'sum'),
      op('Mul', ['x', 'sum'], 'a'),
      op('Add', ['a', 'v'], 'b'),
      op('Mul', ['b', 'sum'], 'y'),
    ],
    boundaries: [['x'], ['a'], ['b'], ['y']],
  });

  it('has the weights and the nodes that make constants which it needs, and no others', () => {
    const [first, second, third] = partsOf(model, 1, 2);
    expect(namesIn(first!)).toEqual(['w', 'c', 'sum', 'a']);
    expect(namesIn(second!)).toEqual(['v', 'b']);
    expect(namesIn(third!)).toEqual(['w', 'c', 'sum', 'y']);
  });

  it('is a model that opens by itself', () => {
    for (const part of partsOf(model, 1, 2)) {
      const read = readModel(part.model, part.external);
      if (!read.ok) throw new Error(JSON.stringify(read.error));
      expect(read.value.inputs.map(({ name }) => name)).toEqual(part.inputs);
      expect(read.value.outputs.map(({ name, type }) => [name, type])).toEqual(
        part.outputs.map((name) => [name, 'float32']),
      );
    }
  });

  it('computes what the whole does', () => expectSameEverywhere(model));

  it('says that the chain is another model’s, if it is', () => {
    const other = { ...model, boundaryTensors: [['x'], ['a'], ['elsewhere'], ['y']] };
    expect(createCutter(other)(1, 2)).toEqual({
      ok: false,
      error: {
        kind: 'inconsistent',
        at: { what: 'tensor', name: 'elsewhere' },
        detail: 'nothing makes it before this cut',
      },
    });
    const early = { ...model, boundaryTensors: [['x'], ['c'], ['b'], ['y']] };
    expect(createCutter(early)(1, 2)).toMatchObject({ ok: false, error: { kind: 'inconsistent' } });
  });
});

describe('tensors that pass a part by', () => {
  const model = modelOf({
    nodes: [
      op('Relu', ['x'], 'a'),
      op('Neg', ['a'], 'b'),
      op('Exp', ['b'], 'early'),
      op('Abs', ['early'], 'c'),
      op('Sum', ['c', 'a', 'x'], 'y'),
    ],
    outputs: ['early', 'y'],
    boundaries: [
      ['x'],
      ['x', 'a'],
      ['x', 'a', 'b'],
      ['x', 'a', 'early'],
      ['x', 'a', 'early', 'c'],
      ['early', 'y'],
    ],
  });

  it('are neither read nor made by it', () => {
    const ends = partsOf(model, 1, 2, 3, 4).map(({ inputs, outputs }) => [inputs, outputs]);
    expect(ends).toEqual([
      [['x'], ['a']],
      [['a'], ['b']],
      [['b'], ['early']],
      [['early'], ['c']],
      [['x', 'a', 'c'], ['y']],
    ]);
  });

  it('arrive where they are read, and among the results', () => expectSameEverywhere(model));
});

describe('the ends of a part', () => {
  const model = modelOf({
    nodes: [op('Relu', ['x'], 'a'), op('Neg', ['a'], 'y')],
    inputs: [valueInfo('x', 'float32', null)],
    boundaries: [['x'], ['a'], ['y']],
  });

  it('keep what the file says of the model’s own input, and give a cut tensor its measured shape', () => {
    const [head, tail] = partsOf(model, 1);
    expect(graphOf(head!).input).toEqual([valueInfo('x', 'float32', null)]);
    expect(graphOf(tail!).input).toEqual([valueInfo('a', 'float32', shape)]);
  });

  it('claim no shape for a cut tensor that is made', () => {
    const [head] = partsOf(model, 1);
    expect(graphOf(head!).output).toEqual([valueInfo('a', 'float32', null)]);
  });
});

describe('a shape that depends on values', () => {
  it('is not fixed at what it was once', async () => {
    const model = modelOf({
      nodes: [
        op('NonZero', ['x'], 'places'),
        op('Cast', ['places'], 'floats', [intAttribute('to', TensorProto_DataType.FLOAT)]),
        op('Neg', ['floats'], 'y'),
      ],
      boundaries: [['x'], ['places'], ['floats'], ['y']],
      types: { places: 'int64' },
    });
    await expectSameEverywhere(model, [floats('x', 0, 1, 0, 0)]);
    await expectSameEverywhere(model, [floats('x', 1, 1, 0, 1)]);
  });
});

describe('bodies of an If', () => {
  const branch = (name: string, opType: string) =>
    create(AttributeProtoSchema, {
      name,
      type: AttributeProto_AttributeType.GRAPH,
      g: create(GraphProtoSchema, {
        name,
        node: [op(opType, ['a', 'w'], `${name}.out`)],
        output: [valueInfo(`${name}.out`, null, null)],
      }),
    });
  const model = modelOf({
    weights: [weight('w', 1, 2, 3, 4)],
    nodes: [
      op('Relu', ['x'], 'a'),
      op('Neg', ['a'], 'b'),
      op('If', ['flag'], 'chosen', [branch('then_branch', 'Add'), branch('else_branch', 'Mul')]),
      op('Add', ['chosen', 'b'], 'y'),
    ],
    inputs: [valueInfo('x', 'float32', shape), valueInfo('flag', 'bool', [])],
    boundaries: [['x', 'flag'], ['flag', 'a'], ['flag', 'a', 'b'], ['b', 'chosen'], ['y']],
    types: { flag: 'bool' },
  });

  it('get what they capture: tensors across the cut, and weights', () => {
    const [head, tail] = partsOf(model, 2);
    expect(tail!.inputs).toEqual(['flag', 'a', 'b']);
    expect(namesIn(tail!)).toEqual(['w', 'chosen', 'y']);
    expect(namesIn(head!)).toEqual(['a', 'b']);
  });

  it.each([0, 1])('compute what the whole does when the flag is %d', (flag) =>
    expectSameEverywhere(model, [x, { name: 'flag', type: 'bool', shape: [], data: new Uint8Array([flag]) }]),
  );
});

describe('external data', () => {
  const stored = (name: string, offset: number, length = 16, location = 'weights.bin'): TensorProto =>
    create(TensorProtoSchema, {
      name,
      dims: [BigInt(length / 4)],
      dataType: TensorProto_DataType.FLOAT,
      dataLocation: TensorProto_DataLocation.EXTERNAL,
      externalData: Object.entries({ location, offset: `${offset}`, length: `${length}` }).map(
        ([key, value]) => create(StringStringEntryProtoSchema, { key, value }),
      ),
    });
  const data = new Uint8Array(Float32Array.from({ length: 1000 }, (_, i) => i).buffer);
  const branch = (name: string) =>
    create(AttributeProtoSchema, {
      name,
      type: AttributeProto_AttributeType.GRAPH,
      g: create(GraphProtoSchema, {
        name,
        initializer: [stored(`${name}.w`, 400)],
        node: [op('Mul', ['b', `${name}.w`], `${name}.out`)],
        output: [valueInfo(`${name}.out`, null, null)],
      }),
    });
  const model = modelOf({
    weights: [stored('u', 0), stored('v', 3200), stored('twin', 3200)],
    nodes: [
      op('Add', ['x', 'u'], 'a'),
      op('Mul', ['a', 'v'], 'b0'),
      op('Mul', ['b0', 'twin'], 'b'),
      op('If', ['flag'], 'chosen', [branch('then_branch'), branch('else_branch')]),
      op('Add', ['chosen', 'b'], 'y'),
    ],
    inputs: [valueInfo('x', 'float32', shape), valueInfo('flag', 'bool', [])],
    boundaries: [['x', 'flag'], ['flag', 'a'], ['flag', 'b'], ['y']],
    external: [{ path: 'weights.bin', data }],
    types: { flag: 'bool' },
  });

  it('comes along only where it is needed, each piece once', () => {
    const parts = partsOf(model, 1, 2);
    const kept = parts.map(({ external }) => external.map((file) => [file.path, file.data.length]));
    // Two weights in the same bytes share them; so do the two branches.
    expect(kept).toEqual([[['part.data', 16]], [['part.data', 16]], [['part.data', 16]]]);
    const first = new Float32Array(parts[1]!.external[0]!.data.slice().buffer);
    expect([...first]).toEqual([800, 801, 802, 803]);
  });

  // The runtime's web build refuses external data inside bodies: run a model without.
  it('gives the parts the weights of the whole', () =>
    expectSameEverywhere(
      modelOf({
        weights: [stored('u', 0), stored('v', 3200), stored('twin', 3200)],
        nodes: [op('Add', ['x', 'u'], 'a'), op('Mul', ['a', 'v'], 'b'), op('Mul', ['b', 'twin'], 'y')],
        boundaries: [['x'], ['a'], ['b'], ['y']],
        external: [{ path: 'weights.bin', data }],
      }),
    ));

  it('lets parts run from one folder: each names a file of its own, whatever files the whole had', async () => {
    const whole = modelOf({
      weights: [stored('u', 0), stored('v', 3200), stored('w', 64, 16, 'data/more.bin')],
      nodes: [op('Add', ['x', 'u'], 'a'), op('Mul', ['a', 'v'], 'b'), op('Mul', ['b', 'w'], 'y')],
      boundaries: [['x'], ['a'], ['y']],
      external: [
        { path: 'weights.bin', data },
        { path: 'data/more.bin', data: data.slice(0, 80) },
      ],
    });
    const cutter = createCutter(whole);
    const folder = new Map<string, Uint8Array<ArrayBuffer>>();
    for (const [from, name] of ['head', 'tail'].entries()) {
      const part = cutter(from, from + 1, `${name}.data`);
      if (!part.ok) throw new Error(part.error.kind);
      folder.set(`${name}.onnx`, part.value.model);
      for (const file of part.value.external) folder.set(file.path, file.data);
    }
    expect([...folder.keys()]).toEqual(['head.onnx', 'head.data', 'tail.onnx', 'tail.data']);
    expect(folder.get('tail.data')).toHaveLength(64 + 16);

    const runner = createNodeModelRunner();
    const run = (
      model: Uint8Array<ArrayBuffer>,
      external: ModelPart['external'],
      feeds: readonly WireTensor[],
    ) => withSession(runner, model, { external, optimisation: 'disabled' }, (session) => session.run(feeds));
    const beside = [...folder].map(([path, bytes]) => ({ path, data: bytes }));
    const crossing = await run(folder.get('head.onnx')!, beside, [x]);
    const result = await run(folder.get('tail.onnx')!, beside, crossing);
    expect(result).toEqual(await run(encodeModel(whole.proto), whole.external, [x]));
  });

  it('is not touched in the model that is cut', () => {
    const before = encodeModel(model.proto);
    partsOf(model, 1, 2);
    expect(Buffer.compare(before, encodeModel(model.proto))).toBe(0);
  });
});
