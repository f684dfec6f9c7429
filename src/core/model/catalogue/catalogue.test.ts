import { describe, expect, it } from 'vitest';
import type { Architecture, Width } from '../../scenario/types';
import { architectures, widths } from '../../scenario/types';
import { elementsOf } from '../elementsOf';
import type { LayerGraph } from '../types';
import { architectureDescriptions, architectureNames, buildGraph } from './catalogue';

function parametersOf(graph: LayerGraph): number {
  return graph.operators
    .flatMap(({ weights }) => weights)
    .filter(({ role }) => role === 'learned')
    .reduce((sum, { shape }) => sum + elementsOf(shape), 0);
}

const macsOf = (graph: LayerGraph): number => graph.operators.reduce((sum, { macs }) => sum + macs, 0);

/** At 224 px and width 1: torchvision's published parameter counts; MACs of convolutions and fully connected layers. */
const published: Record<Architecture, { parameters: number; macs: number; operators: number }> = {
  alexnet: { parameters: 61_100_840, macs: 714_188_480, operators: 23 },
  'mobilenet-v2': { parameters: 3_504_872, macs: 300_774_272, operators: 153 },
  'resnet-18': { parameters: 11_689_512, macs: 1_814_073_344, operators: 69 },
  'resnet-50': { parameters: 25_557_032, macs: 4_089_184_256, operators: 175 },
  'vgg-11': { parameters: 132_863_336, macs: 7_609_090_048, operators: 31 },
  'vgg-16': { parameters: 138_357_544, macs: 15_470_264_320, operators: 41 },
};

describe.each(architectures)('%s', (architecture) => {
  it('has the published parameters, MACs and operators at 224 px and width 1', () => {
    const graph = buildGraph(architecture, 224, 1);
    expect({
      parameters: parametersOf(graph),
      macs: macsOf(graph),
      operators: graph.operators.length,
    }).toEqual(published[architecture]);
  });

  it('keeps its parameters at every input size', () => {
    for (const inputPx of [64, 65, 127, 300, 512])
      expect(parametersOf(buildGraph(architecture, inputPx, 1))).toBe(published[architecture].parameters);
  });

  it('exists at every size from 64 to 512 px', () => {
    for (let inputPx = 64; inputPx <= 512; inputPx++) {
      const graph = buildGraph(architecture, inputPx, 0.25);
      expect(graph.tensors[graph.output]!.shape).toEqual([1, 1000]);
    }
  });

  it.each(widths)('has hidden channels in multiples of 8 at width %d', (width) => {
    const graph = buildGraph(architecture, 96, width);
    const images = Object.values(graph.tensors).filter(
      ({ id, shape }) => id !== graph.input && shape.length === 4,
    );
    const hidden = graph.operators.filter(({ kind, output }) => kind === 'Gemm' && output !== graph.output);
    const channels = [...images.map(({ id }) => id), ...hidden.map(({ output }) => output)].map(
      (tensor) => graph.tensors[tensor]!.shape[1]!,
    );
    expect(channels.filter((count) => count % 8 !== 0 || count < 8)).toEqual([]);
  });

  it('has fewer parameters and MACs the thinner it is', () => {
    const [thin, half, full] = widths.map((width: Width) => buildGraph(architecture, 128, width));
    expect(parametersOf(thin!)).toBeLessThan(parametersOf(half!));
    expect(parametersOf(half!)).toBeLessThan(parametersOf(full!));
    expect(macsOf(thin!)).toBeLessThan(macsOf(half!));
    expect(macsOf(half!)).toBeLessThan(macsOf(full!));
  });

  it('reads only tensors that were made before', () => {
    const graph = buildGraph(architecture, 64, 1);
    const made = new Set([graph.input]);
    for (const { inputs, output } of graph.operators) {
      expect(inputs.filter((tensor) => !made.has(tensor))).toEqual([]);
      made.add(output);
    }
    expect(made.has(graph.output)).toBe(true);
  });

  it('has a name and a description', () => {
    expect(architectureNames[architecture].toLowerCase()).toContain(architecture.slice(0, 3));
    expect(architectureDescriptions[architecture]).toMatch(/\.$/);
  });
});

describe('the catalogue', () => {
  it('knows the published size of MobileNetV2 at width 0.5: 1.97 million parameters', () => {
    expect(parametersOf(buildGraph('mobilenet-v2', 224, 0.5))).toBe(1_968_680);
  });

  it('names size and width in the name of a graph', () => {
    expect(buildGraph('resnet-18', 224, 1).name).toBe('ResNet-18, 224 px');
    expect(buildGraph('vgg-11', 64, 0.5).name).toBe('VGG-11, 64 px, width 0.5');
  });

  it('builds the same graph twice', () => {
    expect(buildGraph('resnet-50', 97, 0.5)).toEqual(buildGraph('resnet-50', 97, 0.5));
  });

  it.each([63, 513, 100.5, Number.NaN])('refuses an input of %d px', (inputPx) => {
    expect(() => buildGraph('alexnet', inputPx, 1)).toThrow(RangeError);
  });
});
