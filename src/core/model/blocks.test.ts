import { describe, expect, it } from 'vitest';
import type { Architecture } from '../scenario/types';
import { architectures, widths } from '../scenario/types';
import { fusionGroups, kernelsOf, toBlockChain } from './blocks';
import { buildGraph } from './catalogue/catalogue';
import { createGraphBuilder } from './catalogue/graphBuilder';

/** Convolutions, poolings (an adaptive one counts twice), the flatten and the fully connected layers. */
const blockCounts: Record<Architecture, number> = {
  alexnet: 5 + 3 + 2 + 1 + 3,
  'mobilenet-v2': 52 + 1 + 1 + 1,
  'resnet-18': 20 + 2 + 1 + 1,
  'resnet-50': 53 + 2 + 1 + 1,
  'vgg-11': 8 + 5 + 2 + 1 + 3,
  'vgg-16': 13 + 5 + 2 + 1 + 3,
};

describe.each(architectures)('%s', (architecture) => {
  it('has the same blocks at every size and width', () => {
    const names = (inputPx: number, width: (typeof widths)[number]): string[] =>
      toBlockChain(buildGraph(architecture, inputPx, width)).blocks.map(({ name }) => name);
    const reference = names(224, 1);
    expect(reference).toHaveLength(blockCounts[architecture]);
    for (const inputPx of [64, 224, 512])
      for (const width of widths) expect(names(inputPx, width)).toEqual(reference);
  });

  it('puts every operator into one block, in order, and loses no work', () => {
    const graph = buildGraph(architecture, 128, 0.5);
    const { blocks, boundaries } = toBlockChain(graph);
    expect(blocks.flatMap(({ operators }) => operators)).toEqual(graph.operators.map(({ name }) => name));
    expect(blocks.reduce((sum, { macs }) => sum + macs, 0)).toBe(
      graph.operators.reduce((sum, { macs }) => sum + macs, 0),
    );
    expect(boundaries).toHaveLength(blocks.length + 1);
    expect(boundaries[0]!.tensors).toEqual([graph.input]);
    expect(boundaries.at(-1)!.tensors).toEqual([graph.output]);
  });

  it('names every block differently', () => {
    const { blocks } = toBlockChain(buildGraph(architecture, 64, 1));
    expect(new Set(blocks.map(({ name }) => name)).size).toBe(blocks.length);
  });
});

describe('a block', () => {
  it('is ResNet-18 with the sum in its last branch', () => {
    const { blocks } = toBlockChain(buildGraph('resnet-18', 224, 1));
    const at = (name: string) => blocks.find((block) => block.name === name)?.operators;
    expect(at('layer1.0.conv2')).toEqual([
      'layer1.0.conv2',
      'layer1.0.bn2',
      'layer1.0.add',
      'layer1.0.relu#2',
    ]);
    expect(at('layer2.0.conv2')).toEqual(['layer2.0.conv2', 'layer2.0.bn2']);
    expect(at('layer2.0.downsample.0')).toEqual([
      'layer2.0.downsample.0',
      'layer2.0.downsample.1',
      'layer2.0.add',
      'layer2.0.relu#2',
    ]);
  });

  it('takes a dropout along with what comes before it', () => {
    const { blocks } = toBlockChain(buildGraph('alexnet', 224, 1));
    expect(blocks.slice(-4).map(({ operators }) => operators)).toEqual([
      ['flatten', 'classifier.0'],
      ['classifier.1', 'classifier.2', 'classifier.3'],
      ['classifier.4', 'classifier.5'],
      ['classifier.6'],
    ]);
  });

  it('has a short label', () => {
    const labels = (architecture: Architecture): string[] =>
      toBlockChain(buildGraph(architecture, 224, 1)).blocks.map(({ label }) => label);
    expect(labels('mobilenet-v2').slice(0, 3)).toEqual(['conv 3x3, 32', 'depthwise 3x3, 32', 'conv 1x1, 16']);
    expect(labels('alexnet').slice(-7)).toEqual([
      'max pool 3x3',
      'average pool, rows',
      'average pool, columns',
      'flatten',
      'fully connected, 4096',
      'fully connected, 4096',
      'fully connected, 1000',
    ]);
    expect(labels('resnet-50').slice(-3)).toEqual(['average pool', 'flatten', 'fully connected, 1000']);
  });

  it('counts bytes that enter and leave it, not those that stay inside, and all its constants', () => {
    const builder = createGraphBuilder('test', [1, 8, 4, 4]);
    const y = builder.conv('conv', builder.input, { channels: 8, kernel: 3, padding: 1 });
    const sum = builder.add('add', builder.batchNorm('bn', y), builder.input);
    const [block, ...others] = toBlockChain(builder.finish(builder.relu('relu', sum))).blocks;
    expect(others).toEqual([]);
    expect(block).toMatchObject({
      macs: 8 * 16 * 8 * 9,
      parameters: 8 * 8 * 9 + 2 * 8,
      weightBytes: 4 * (8 * 8 * 9 + 4 * 8),
      // The picture is read once, though both the convolution and the sum want it.
      activationBytes: 4 * (128 + 128),
    });
  });

  it('ends where a tensor is read twice', () => {
    const builder = createGraphBuilder('test', [1, 8, 4, 4]);
    const y = builder.conv('conv', builder.input, { channels: 8, kernel: 1 });
    const normal = builder.batchNorm('bn', y);
    const graph = builder.finish(builder.add('add', builder.relu('relu', normal), normal));
    expect(fusionGroups(graph).map((group) => group.map(({ name }) => name))).toEqual([
      ['conv', 'bn'],
      ['relu'],
      ['add'],
    ]);
  });

  it('never ends behind the output of the model', () => {
    const builder = createGraphBuilder('test', [1, 8, 4, 4]);
    const y = builder.conv('conv', builder.input, { channels: 8, kernel: 1 });
    builder.relu('relu', y);
    expect(fusionGroups(builder.finish(y))).toHaveLength(2);
  });

  it('fuses across a dropout, which is not there when the model runs', () => {
    const builder = createGraphBuilder('test', [1, 8]);
    const y = builder.dropout('dropout', builder.linear('fc', builder.input, 8));
    expect(fusionGroups(builder.finish(builder.relu('relu', y)))).toHaveLength(1);
  });

  it('fuses activations in their order only, and none into a pooling', () => {
    const builder = createGraphBuilder('test', [1, 8, 4, 4]);
    let y = builder.conv('conv', builder.input, { channels: 8, kernel: 1 });
    y = builder.relu6('clip', y);
    y = builder.batchNorm('bn', y);
    y = builder.maxPool('pool', y, { kernel: 2, stride: 2 });
    y = builder.relu('relu', y);
    expect(fusionGroups(builder.finish(y)).map((group) => group.map(({ name }) => name))).toEqual([
      ['conv', 'clip'],
      ['bn'],
      ['pool'],
      ['relu'],
    ]);
  });

  it('starts a kernel for every operator but dropout and flatten', () => {
    const groups = fusionGroups(buildGraph('vgg-11', 64, 1));
    const kernels = groups.map(kernelsOf);
    expect(kernels.slice(-6)).toEqual([1, 1, 0, 2, 2, 1]);
    const all = buildGraph('vgg-11', 64, 1).operators.length;
    expect(kernels.reduce((sum, count) => sum + count, 0)).toBe(all - 3);
  });
});
