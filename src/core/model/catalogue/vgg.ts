import type { ArchitectureFile } from './architecture';
import { classes } from './architecture';
import { createGraphBuilder } from './graphBuilder';
import { scaleChannels } from './scaleChannels';

/** Convolutions of 3x3 by their output channels; 'pool' halves height and width. */
type Plan = readonly (number | 'pool')[];

const plan11: Plan = [64, 'pool', 128, 'pool', 256, 256, 'pool', 512, 512, 'pool', 512, 512, 'pool'];
const plan16: Plan = [
  ...[64, 64, 'pool', 128, 128, 'pool', 256, 256, 256, 'pool'],
  ...[512, 512, 512, 'pool', 512, 512, 512, 'pool'],
] as Plan;

/** VGG without batch normalisation, configurations A and D (Simonyan and Zisserman, arXiv:1409.1556). */
function vgg(plan: Plan): ArchitectureFile['build'] {
  return (graphName, inputPx, width) => {
    const graph = createGraphBuilder(graphName, [1, 3, inputPx, inputPx]);
    const scaled = (channels: number): number => scaleChannels(channels, width);
    let x = graph.input;
    let index = 0;
    const next = (): string => `features.${index++}`;
    for (const step of plan) {
      if (step === 'pool') {
        x = graph.maxPool(next(), x, { kernel: 2, stride: 2 });
      } else {
        x = graph.conv(next(), x, { channels: scaled(step), kernel: 3, padding: 1, bias: true });
        x = graph.relu(next(), x);
      }
    }
    x = graph.adaptiveAveragePool('avgpool', x, 7);
    x = graph.flatten('flatten', x);
    x = graph.relu('classifier.1', graph.linear('classifier.0', x, scaled(4096)));
    x = graph.dropout('classifier.2', x);
    x = graph.relu('classifier.4', graph.linear('classifier.3', x, scaled(4096)));
    x = graph.dropout('classifier.5', x);
    return graph.finish(graph.linear('classifier.6', x, classes));
  };
}

export const vgg11: ArchitectureFile = {
  name: 'VGG-11',
  description: 'A plain chain of eight 3x3 convolutions with huge early features and 133 million parameters.',
  build: vgg(plan11),
};

export const vgg16: ArchitectureFile = {
  name: 'VGG-16',
  description: 'Thirteen 3x3 convolutions in a plain chain: the heaviest model here, 15 GMAC at 224 px.',
  build: vgg(plan16),
};
