/** A model of two operators with seeded weights, and an input for it. */
import { floatTensor, modelBytes, node } from '../../src/core/onnx/onnxMessages';
import { createRandom } from '../../src/core/random';
import type { WireTensor } from '../../src/core/wire/wireTensor';
import type { ModelPart } from '../../src/protocol/modelApi';

const tinyWidth = 64;

const seeded = (seed: number, length: number): Float32Array<ArrayBuffer> => {
  const random = createRandom(seed);
  return Float32Array.from({ length }, () => random.next() - 0.5);
};

/** y = sigmoid(x w) */
function tinyModel(): Uint8Array<ArrayBuffer> {
  return modelBytes({
    name: 'tiny',
    nodes: [
      node({ name: 'product', opType: 'MatMul', inputs: ['x', 'w'], output: 'p' }),
      node({ name: 'squash', opType: 'Sigmoid', inputs: ['p'], output: 'y' }),
    ],
    initializers: [floatTensor('w', [tinyWidth, tinyWidth], seeded(7, tinyWidth * tinyWidth))],
    input: { name: 'x', shape: [1, tinyWidth] },
    output: { name: 'y', shape: [1, tinyWidth] },
  });
}

export function tinyPart(): ModelPart {
  return { from: 0, to: 1, model: tinyModel(), external: [], inputs: ['x'], outputs: ['y'] };
}

export function tinyInput(seed = 1): WireTensor {
  const values = seeded(seed, tinyWidth);
  return { name: 'x', type: 'float32', shape: [1, tinyWidth], data: new Uint8Array(values.buffer) };
}
