import type { ArchitectureFile } from './architecture';
import { classes } from './architecture';
import { createGraphBuilder } from './graphBuilder';
import { scaleChannels } from './scaleChannels';

/** AlexNet in torchvision's one-tower form (Krizhevsky, arXiv:1404.5997). */
export const alexnet: ArchitectureFile = {
  name: 'AlexNet',
  description: 'Five convolutions and three large fully connected layers: few MACs, many parameters.',
  build(graphName, inputPx, width) {
    const graph = createGraphBuilder(graphName, [1, 3, inputPx, inputPx]);
    const scaled = (channels: number): number => scaleChannels(channels, width);
    let x = graph.input;
    let index = 0;
    const next = (): string => `features.${index++}`;
    const convRelu = (channels: number, kernel: number, stride: number, padding: number): void => {
      x = graph.conv(next(), x, { channels: scaled(channels), kernel, stride, padding, bias: true });
      x = graph.relu(next(), x);
    };
    const pool = (): void => {
      x = graph.maxPool(next(), x, { kernel: 3, stride: 2 });
    };

    convRelu(64, 11, 4, 2);
    pool();
    convRelu(192, 5, 1, 2);
    pool();
    convRelu(384, 3, 1, 1);
    convRelu(256, 3, 1, 1);
    convRelu(256, 3, 1, 1);
    pool();

    x = graph.adaptiveAveragePool('avgpool', x, 6);
    x = graph.flatten('flatten', x);
    x = graph.dropout('classifier.0', x);
    x = graph.relu('classifier.2', graph.linear('classifier.1', x, scaled(4096)));
    x = graph.dropout('classifier.3', x);
    x = graph.relu('classifier.5', graph.linear('classifier.4', x, scaled(4096)));
    return graph.finish(graph.linear('classifier.6', x, classes));
  },
};
