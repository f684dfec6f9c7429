import type { ArchitectureFile } from './architecture';
import { classes } from './architecture';
import type { GraphBuilder } from './graphBuilder';
import { createGraphBuilder } from './graphBuilder';
import { scaleChannels } from './scaleChannels';

interface Residual {
  /** Module path ("layer2.0"). */
  readonly path: string;
  readonly planes: number;
  readonly stride: number;
}

type ResidualBlock = (graph: GraphBuilder, x: string, residual: Residual) => string;

/** Two 3x3 convolutions and the shortcut (ResNet-18). */
function basicBlock(graph: GraphBuilder, x: string, { path, planes, stride }: Residual): string {
  let y = graph.conv(`${path}.conv1`, x, { channels: planes, kernel: 3, stride, padding: 1 });
  y = graph.relu(`${path}.relu#1`, graph.batchNorm(`${path}.bn1`, y));
  y = graph.conv(`${path}.conv2`, y, { channels: planes, kernel: 3, padding: 1 });
  y = graph.batchNorm(`${path}.bn2`, y);
  y = graph.add(`${path}.add`, y, shortcut(graph, x, y, path, stride));
  return graph.relu(`${path}.relu#2`, y);
}

/** 1x1, 3x3 with the stride (torchvision's "v1.5"), 1x1 to four times the planes, and the shortcut (ResNet-50). */
function bottleneck(graph: GraphBuilder, x: string, { path, planes, stride }: Residual): string {
  let y = graph.conv(`${path}.conv1`, x, { channels: planes, kernel: 1 });
  y = graph.relu(`${path}.relu#1`, graph.batchNorm(`${path}.bn1`, y));
  y = graph.conv(`${path}.conv2`, y, { channels: planes, kernel: 3, stride, padding: 1 });
  y = graph.relu(`${path}.relu#2`, graph.batchNorm(`${path}.bn2`, y));
  y = graph.conv(`${path}.conv3`, y, { channels: 4 * planes, kernel: 1 });
  y = graph.batchNorm(`${path}.bn3`, y);
  y = graph.add(`${path}.add`, y, shortcut(graph, x, y, path, stride));
  return graph.relu(`${path}.relu#3`, y);
}

/** The block's input itself, or projected by a 1x1 convolution where stride or channels change. */
function shortcut(graph: GraphBuilder, x: string, y: string, path: string, stride: number): string {
  const channels = graph.shapeOf(y)[1]!;
  if (stride === 1 && graph.shapeOf(x)[1] === channels) return x;
  const projected = graph.conv(`${path}.downsample.0`, x, { channels, kernel: 1, stride });
  return graph.batchNorm(`${path}.downsample.1`, projected);
}

function resnet(block: ResidualBlock, depths: readonly number[]): ArchitectureFile['build'] {
  return (graphName, inputPx, width) => {
    const graph = createGraphBuilder(graphName, [1, 3, inputPx, inputPx]);
    const scaled = (channels: number): number => scaleChannels(channels, width);
    let x = graph.conv('conv1', graph.input, { channels: scaled(64), kernel: 7, stride: 2, padding: 3 });
    x = graph.relu('relu', graph.batchNorm('bn1', x));
    x = graph.maxPool('maxpool', x, { kernel: 3, stride: 2, padding: 1 });
    depths.forEach((depth, stage) => {
      for (let i = 0; i < depth; i++) {
        const path = `layer${stage + 1}.${i}`;
        x = block(graph, x, { path, planes: scaled(64 * 2 ** stage), stride: stage > 0 && i === 0 ? 2 : 1 });
      }
    });
    x = graph.flatten('flatten', graph.globalAveragePool('avgpool', x));
    return graph.finish(graph.linear('fc', x, classes));
  };
}

/** He et al., arXiv:1512.03385. */
export const resnet18: ArchitectureFile = {
  name: 'ResNet-18',
  description: 'Eight residual blocks: features shrink slowly, so cuts pay off late or at low precision.',
  build: resnet(basicBlock, [2, 2, 2, 2]),
};

export const resnet50: ArchitectureFile = {
  name: 'ResNet-50',
  description: 'Sixteen bottleneck blocks: twice the work of ResNet-18 with wider features to ship.',
  build: resnet(bottleneck, [3, 4, 6, 3]),
};

/** Not in the catalogue, because nothing here runs it: the deep graph of `../generated`. */
export const resnet152: ArchitectureFile = {
  name: 'ResNet-152',
  description: 'Fifty bottleneck blocks: the deepest of the family.',
  build: resnet(bottleneck, [3, 8, 36, 3]),
};
