import { fromBinary } from '@bufbuild/protobuf';
import type { ModelProto } from 'onnx-buf';
import { ModelProtoSchema } from 'onnx-buf';
import { describe, expect, it } from 'vitest';
import { boundariesOf } from '../model/boundaries';
import { toBlockChain } from '../model/blocks';
import { buildGraph } from '../model/catalogue/catalogue';
import { createGraphBuilder } from '../model/catalogue/graphBuilder';
import { architectures } from '../scenario/types';
import { encodeGraph } from './encodeGraph';

const decode = (bytes: Uint8Array): ModelProto => fromBinary(ModelProtoSchema, bytes);
const nodesOf = (bytes: Uint8Array) => decode(bytes).graph!.node;

/** Bit for bit, without the element-by-element report of toEqual. */
const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

describe.each(architectures)('%s', (architecture) => {
  const graph = buildGraph(architecture, 64, 0.25);

  it('has a node for every operator but dropout, by its name', () => {
    const names = nodesOf(encodeGraph(graph, { seed: 1, weights: 'seeded' })).map(({ name }) => name);
    const operators = graph.operators.filter(({ kind }) => kind !== 'Dropout').map(({ name }) => name);
    expect([...names].sort()).toEqual([...operators].sort());
    expect(new Set(names).size).toBe(names.length);
  });

  it('writes every node after those it reads', () => {
    const model = decode(encodeGraph(graph, { seed: 1, weights: 'cheap' })).graph!;
    const known = new Set(['input', ...model.initializer.map(({ name }) => name)]);
    for (const { input, output } of model.node) {
      expect(input.filter((name) => !known.has(name))).toEqual([]);
      for (const name of output) known.add(name);
    }
    expect(model.output.filter(({ name }) => !known.has(name))).toEqual([]);
  });

  it('calls the values between blocks as their boundaries do', () => {
    const values = nodesOf(encodeGraph(graph, { seed: 1, weights: 'cheap' })).flatMap(({ output }) => output);
    const crossing = toBlockChain(graph).boundaries.flatMap(({ tensors }) => tensors);
    expect(crossing.filter((tensor) => tensor !== 'input' && !values.includes(tensor))).toEqual([]);
  });

  it('is small when its weights are cheap', () => {
    const bytes = encodeGraph(graph, { seed: 1, weights: 'cheap' }).length;
    expect(bytes).toBeLessThan(400_000);
    expect(bytes).toBeLessThan(encodeGraph(graph, { seed: 1, weights: 'seeded' }).length / 10);
  });
});

describe('the bytes of a model', () => {
  const graph = buildGraph('resnet-18', 64, 0.25);

  it('are the same for the same seed and others for another', () => {
    for (const weights of ['seeded', 'cheap'] as const) {
      const bytes = encodeGraph(graph, { seed: 7, weights });
      expect(same(bytes, encodeGraph(buildGraph('resnet-18', 64, 0.25), { seed: 7, weights }))).toBe(true);
      expect(same(bytes, encodeGraph(graph, { seed: 8, weights }))).toBe(false);
    }
  });

  it('hold every parameter when its weights are seeded', () => {
    const { initializer } = decode(encodeGraph(graph, { seed: 1, weights: 'seeded' })).graph!;
    const bytes = initializer.reduce((sum, { rawData }) => sum + rawData.length, 0);
    expect(bytes).toBe(toBlockChain(graph).blocks.reduce((sum, { weightBytes }) => sum + weightBytes, 0));
  });

  it('repeat only weights above 16 KiB, and with the same small ones', () => {
    const seeded = decode(encodeGraph(graph, { seed: 1, weights: 'seeded' })).graph!.initializer;
    const { node, initializer } = decode(encodeGraph(graph, { seed: 1, weights: 'cheap' })).graph!;
    const large = seeded.filter(({ rawData }) => rawData.length > 16 * 1024).map(({ name }) => name);
    const repeated = node
      .filter(({ opType }) => opType === 'ConstantOfShape')
      .flatMap(({ output }) => output);
    expect([...repeated].sort()).toEqual([...large].sort());
    const small = seeded.filter(({ name }) => !large.includes(name));
    const kept = initializer.filter(({ name }) => !name.endsWith('.shape'));
    expect(kept.map(({ name, rawData }) => [name, Buffer.from(rawData).toString('hex')])).toEqual(
      small.map(({ name, rawData }) => [name, Buffer.from(rawData).toString('hex')]),
    );
  });

  it('draw a weight from its name and the seed alone, not from what stands before it', () => {
    const weightOf = (deeper: boolean): string => {
      const builder = createGraphBuilder('test', [1, 4, 8, 8]);
      const x = deeper ? builder.conv('extra', builder.input, { channels: 4, kernel: 3 }) : builder.input;
      const graph = builder.finish(builder.conv('conv', x, { channels: 4, kernel: 1 }));
      const { initializer } = decode(encodeGraph(graph, { seed: 3, weights: 'seeded' })).graph!;
      const weight = initializer.find(({ name }) => name === 'conv.weight')!;
      return Buffer.from(weight.rawData).toString('hex');
    };
    expect(weightOf(true)).toBe(weightOf(false));
  });

  it('pass a chain of dropouts under its last name', () => {
    const builder = createGraphBuilder('test', [1, 8]);
    let y = builder.relu('relu', builder.input);
    for (const name of ['dropout.a', 'dropout.b']) y = builder.dropout(name, y);
    const [first, second] = nodesOf(
      encodeGraph(builder.finish(builder.linear('fc', y, 4)), { seed: 1, weights: 'seeded' }),
    );
    expect(first!.output).toEqual(['dropout.b']);
    expect(second!.input[0]).toBe('dropout.b');
  });

  it('name the tensors of all boundaries of a model without dropout', () => {
    const values = nodesOf(encodeGraph(graph, { seed: 1, weights: 'cheap' })).flatMap(({ output }) => output);
    const live = new Set(boundariesOf(graph).flatMap(({ tensors }) => tensors));
    live.delete('input');
    expect([...live].filter((tensor) => !values.includes(tensor))).toEqual([]);
  });
});
