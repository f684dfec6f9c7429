import { describe, expect, it } from 'vitest';
import type { Operator } from '../types';
import { createGraphBuilder } from './graphBuilder';

const image = (channels: number, height: number, width: number) => [1, channels, height, width];

describe('shapes', () => {
  it('slides a convolution over the padded picture and rounds down', () => {
    const graph = createGraphBuilder('test', image(3, 224, 97));
    const y = graph.conv('conv', graph.input, { channels: 64, kernel: 11, stride: 4, padding: 2 });
    expect(graph.shapeOf(y)).toEqual([1, 64, 55, 23]);
  });

  it('counts the MACs and weights of a grouped convolution', () => {
    const graph = createGraphBuilder('test', image(8, 4, 4));
    const options = { channels: 16, kernel: 3, padding: 1, groups: 4, bias: true };
    const { operators } = graph.finish(graph.conv('conv', graph.input, options));
    expect(operators[0]!.weights.map(({ shape }) => shape)).toEqual([[16, 2, 3, 3], [16]]);
    // 16 x 4 x 4 outputs, each of which sums 2 channels of 3 x 3.
    expect(operators[0]!.macs).toBe(16 * 4 * 4 * 2 * 9);
  });

  it('refuses windows larger than the padded picture', () => {
    const graph = createGraphBuilder('test', image(3, 2, 2));
    expect(() => graph.maxPool('pool', graph.input, { kernel: 3, stride: 2 })).toThrow(/shape/);
    expect(() => graph.conv('conv', graph.input, { channels: 8, kernel: 5, padding: 1 })).toThrow(/shape/);
  });

  it('refuses channels that do not divide into the groups', () => {
    const graph = createGraphBuilder('test', image(3, 8, 8));
    expect(() => graph.conv('conv', graph.input, { channels: 8, kernel: 1, groups: 2 })).toThrow(/groups/);
  });

  it('refuses to add unequal shapes', () => {
    const graph = createGraphBuilder('test', image(3, 8, 8));
    const y = graph.conv('conv', graph.input, { channels: 8, kernel: 1 });
    expect(() => graph.add('add', y, graph.input)).toThrow(/unequal/);
  });

  it('refuses pictures where vectors are needed, and the reverse', () => {
    const graph = createGraphBuilder('test', image(3, 8, 8));
    expect(() => graph.linear('fc', graph.input, 10)).toThrow(/features/);
    const y = graph.flatten('flatten', graph.input);
    expect(() => graph.conv('conv', y, { channels: 8, kernel: 1 })).toThrow(/C, H, W/);
  });

  it('refuses unknown tensors and repeated names', () => {
    const graph = createGraphBuilder('test', image(3, 8, 8));
    graph.relu('relu', graph.input);
    expect(() => graph.relu('other', 'nowhere')).toThrow(/nowhere/);
    expect(() => graph.relu('relu', graph.input)).toThrow(/relu/);
    expect(() => graph.finish('nowhere')).toThrow(/nowhere/);
  });
});

describe('adaptive average pooling', () => {
  function matrices(height: number, width: number, size: number): readonly [Operator, Operator] {
    const graph = createGraphBuilder('test', image(2, height, width));
    const { operators } = graph.finish(graph.adaptiveAveragePool('pool', graph.input, size));
    return [operators[0]!, operators[1]!];
  }

  it('averages overlapping windows as torch does', () => {
    const [rows, columns] = matrices(5, 3, 2);
    // Rows 0-2 and 2-4 of five; columns 0-1 and 1-2 of three.
    const third = 1 / 3;
    expect(rows.weights[0]!.values).toEqual([third, third, third, 0, 0, 0, 0, third, third, third]);
    expect(columns.weights[0]!.shape).toEqual([3, 2]);
    expect(columns.weights[0]!.values).toEqual([0.5, 0, 0.5, 0.5, 0, 0.5]);
  });

  it('repeats inputs when the target is larger', () => {
    expect(matrices(1, 2, 3)[0].weights[0]!.values).toEqual([1, 1, 1]);
    expect(matrices(1, 2, 3)[1].weights[0]!.values).toEqual([1, 0.5, 0, 0, 0.5, 1]);
  });

  it('is the identity when the size fits already', () => {
    expect(matrices(3, 3, 3)[0].weights[0]!.values).toEqual([1, 0, 0, 0, 1, 0, 0, 0, 1]);
  });

  it('counts neither parameters nor MACs, as published counts do', () => {
    for (const { weights, macs } of matrices(15, 15, 6)) {
      expect(weights.map(({ role }) => role)).toEqual(['constant']);
      expect(macs).toBe(0);
    }
  });
});
