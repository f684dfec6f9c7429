import type { LayerGraph, Operator } from './types';

/** Short label of a block after its leading operator, for a chart column: "conv 3x3, 64". */
export function labelOf(graph: LayerGraph, operator: Operator): string {
  const shape = graph.tensors[operator.output]!.shape;
  switch (operator.kind) {
    case 'Conv': {
      const depthwise = operator.attributes['group'] !== 1;
      return `${depthwise ? 'depthwise' : 'conv'} ${windowOf(operator)}, ${shape[1]!}`;
    }
    case 'Gemm':
      return `fully connected, ${shape[1]!}`;
    case 'MaxPool':
      return `max pool ${windowOf(operator)}`;
    case 'GlobalAveragePool':
      return 'average pool';
    case 'MatMul':
      return operator.attributes['constantOperand'] === 0 ? 'average pool, rows' : 'average pool, columns';
    case 'BatchNormalization':
      return 'batch normalisation';
    case 'Relu':
      return 'ReLU';
    case 'Add':
    case 'Clip':
    case 'Dropout':
    case 'Flatten':
    case 'Reshape':
    case 'Transpose':
      return operator.kind.toLowerCase();
  }
}

function windowOf(operator: Operator): string {
  const window = operator.attributes['kernel_shape'];
  return Array.isArray(window) ? window.join('x') : '';
}
