import type { ArchitectureFile } from './architecture';
import { classes } from './architecture';
import type { GraphBuilder } from './graphBuilder';
import { createGraphBuilder } from './graphBuilder';
import { scaleChannels } from './scaleChannels';

/** [expansion, channels, repeats, stride of the first] of the inverted residuals (Sandler et al., arXiv:1801.04381, table 2). */
const stages = [
  [1, 16, 1, 1],
  [6, 24, 2, 2],
  [6, 32, 3, 2],
  [6, 64, 4, 2],
  [6, 96, 3, 1],
  [6, 160, 3, 2],
  [6, 320, 1, 1],
] as const;

interface InvertedResidual {
  /** Module path ("features.2"). */
  readonly path: string;
  readonly expansion: number;
  readonly channels: number;
  readonly stride: number;
}

/** Expand by a 1x1 convolution, filter depthwise, project without activation; add the input where shapes allow. */
function invertedResidual(graph: GraphBuilder, x: string, residual: InvertedResidual): string {
  const { path, expansion, channels, stride } = residual;
  const inChannels = graph.shapeOf(x)[1]!;
  const hidden = inChannels * expansion;
  let index = 0;
  let y = x;
  const convBnRelu6 = (kernel: number, ofStride: number, groups: number): void => {
    const at = `${path}.conv.${index++}`;
    const padding = (kernel - 1) / 2;
    y = graph.conv(`${at}.0`, y, { channels: hidden, kernel, stride: ofStride, padding, groups });
    y = graph.relu6(`${at}.2`, graph.batchNorm(`${at}.1`, y));
  };
  if (expansion !== 1) convBnRelu6(1, 1, 1);
  convBnRelu6(3, stride, hidden);
  y = graph.conv(`${path}.conv.${index}`, y, { channels, kernel: 1 });
  y = graph.batchNorm(`${path}.conv.${index + 1}`, y);
  return stride === 1 && inChannels === channels ? graph.add(`${path}.add`, y, x) : y;
}

export const mobilenetV2: ArchitectureFile = {
  name: 'MobileNetV2',
  description:
    'Made for phones: depthwise convolutions, 0.3 GMAC at 224 px, narrow places that invite a cut.',
  build(graphName, inputPx, width) {
    const graph = createGraphBuilder(graphName, [1, 3, inputPx, inputPx]);
    let x = graph.input;
    const convBnRelu6 = (at: string, channels: number, kernel: number, stride: number): void => {
      x = graph.conv(`${at}.0`, x, { channels, kernel, stride, padding: (kernel - 1) / 2 });
      x = graph.relu6(`${at}.2`, graph.batchNorm(`${at}.1`, x));
    };
    convBnRelu6('features.0', scaleChannels(32, width), 3, 2);
    let index = 1;
    for (const [expansion, channels, repeats, firstStride] of stages) {
      for (let i = 0; i < repeats; i++) {
        const stride = i === 0 ? firstStride : 1;
        const path = `features.${index++}`;
        x = invertedResidual(graph, x, { path, expansion, channels: scaleChannels(channels, width), stride });
      }
    }
    // The paper and torchvision keep the last 1280 channels in thinner networks, so that the classifier does not starve.
    convBnRelu6(`features.${index}`, scaleChannels(1280, Math.max(1, width)), 1, 1);
    x = graph.flatten('flatten', graph.globalAveragePool('avgpool', x));
    x = graph.dropout('classifier.0', x);
    return graph.finish(graph.linear('classifier.1', x, classes));
  },
};
