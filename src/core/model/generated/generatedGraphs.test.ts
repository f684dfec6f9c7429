import { describe, expect, it } from 'vitest';
import { architectures } from '../../scenario/types';
import { toBlockChain } from '../blocks';
import { buildGraph } from '../catalogue/catalogue';
import { resnet152 } from '../catalogue/resnet';
import { elementsOf } from '../elementsOf';
import { generatedGraph } from './generatedGraphs';
import { generatedGraphIds } from './graphIds';
import { fromLayerGraph, workOf, type OperatorGraph } from './operatorGraph';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const macsOf = ({ operators }: OperatorGraph): number => sum(operators.map(({ macs }) => macs));

describe.each([...generatedGraphIds, ...architectures])('%s', (id) => {
  const isGenerated = (name: string): name is (typeof generatedGraphIds)[number] =>
    generatedGraphIds.some((known) => known === name);
  const graph = isGenerated(id) ? generatedGraph(id) : fromLayerGraph(buildGraph(id, 96, 1));

  it('reads only what was made before, and makes every tensor once', () => {
    const made = new Set([graph.input]);
    for (const { inputs, output, name } of graph.operators) {
      expect(inputs.length, name).toBeGreaterThan(0);
      for (const tensor of inputs) expect(made.has(tensor), `${name} reads ${tensor}`).toBe(true);
      expect(made.has(output)).toBe(false);
      made.add(output);
    }
    expect(new Set(Object.keys(graph.tensorElements))).toEqual(made);
    expect(made.has(graph.output)).toBe(true);
  });

  it('uses every tensor, and has blocks that are runs of operators', () => {
    const read = new Set(graph.operators.flatMap(({ inputs }) => inputs));
    expect(Object.keys(graph.tensorElements).filter((tensor) => !read.has(tensor))).toEqual([graph.output]);
    const blocks = graph.operators.map(({ block }) => block);
    expect(blocks).toEqual([...blocks].sort((a, b) => a - b));
    expect(new Set(blocks).size).toBe(graph.blocks.length);
  });

  it('has some work in every block that a kernel runs for', () => {
    for (const [b, { name }] of graph.blocks.entries()) {
      const inBlock = graph.operators.filter(({ block }) => block === b);
      if (inBlock.every(({ kind }) => kind === 'Flatten' || kind === 'Dropout')) continue;
      expect(sum(inBlock.map(workOf)), name).toBeGreaterThan(0);
    }
  });
});

describe('ResNet-152', () => {
  it('has the published parameters (torchvision) and the MACs of its layer table', () => {
    const layers = resnet152.build('ResNet-152', 224, 1);
    const learned = layers.operators
      .flatMap(({ weights }) => weights)
      .filter(({ role }) => role === 'learned');
    expect(sum(learned.map(({ shape }) => elementsOf(shape)))).toBe(60_192_808);
    // He et al., table 1, written out: stem; per stage 1x1, 3x3, 1x1, the projection, and the stride in the 3x3; classifier.
    let macs = 112 * 112 * 64 * 3 * 49 + 2048 * 1000;
    let channels = 64;
    for (const [stage, depth] of [3, 8, 36, 3].entries()) {
      const side = 56 / 2 ** stage;
      const planes = 64 * 2 ** stage;
      for (let i = 0; i < depth; i++) {
        const sideIn = i === 0 && stage > 0 ? 2 * side : side;
        macs += sideIn ** 2 * channels * planes + side ** 2 * planes * (9 * planes + 4 * planes);
        if (i === 0) macs += side ** 2 * channels * 4 * planes;
        channels = 4 * planes;
      }
    }
    expect(macsOf(generatedGraph('resnet-152'))).toBe(macs);
    expect(macs).toBe(11_513_626_624);
  });

  it('has 155 convolutions, 50 sums and 515 operators in all', () => {
    const { operators, blocks } = generatedGraph('resnet-152');
    const count = (kind: string): number => operators.filter((operator) => operator.kind === kind).length;
    expect([count('Conv'), count('BatchNormalization'), count('Add')]).toEqual([155, 155, 50]);
    expect(operators).toHaveLength(515);
    expect(blocks).toHaveLength(toBlockChain(resnet152.build('', 224, 1)).blocks.length);
  });
});

describe('the transformer encoder', () => {
  const graph = generatedGraph('transformer-12');

  it('has the published parameters of BERT-base', () => {
    expect(sum(graph.operators.map(({ weights }) => weights))).toBe(109_482_240);
  });

  it('has the MACs of the formula 12 (4 T d^2 + 2 T^2 d + 2 T d f) + d^2', () => {
    const [T, d, f] = [128, 768, 3072];
    expect(macsOf(graph)).toBe(12 * (4 * T * d * d + 2 * T * T * d + 2 * T * d * f) + d * d);
  });

  it('has 800 operators: 144 heads side by side, each of which reads query, key and value of its layer', () => {
    expect(graph.operators).toHaveLength(800);
    expect(graph.operators.filter(({ kind }) => kind === 'Softmax')).toHaveLength(144);
    const readers = (tensor: string): number =>
      graph.operators.filter(({ inputs }) => inputs.includes(tensor)).length;
    expect([readers('layer3.query.bias'), readers('layer3.key.bias'), readers('layer3.value.bias')]).toEqual([
      12, 12, 12,
    ]);
    // What goes into a layer is read by query, key, value and the sum that skips them.
    expect(readers('layer2.norm2')).toBe(4);
    expect(readers('layer2.norm1')).toBe(2);
  });
});
