/** MobileNetV2 at a quarter of its width and 64 px, with drawn weights: runs in a few milliseconds. */
import { buildGraph } from '../../src/core/model/catalogue/catalogue';
import { encodeGraph } from '../../src/core/onnx/encodeGraph';
import type { CatalogueWorkload } from '../../src/core/scenario/types';

export const testWorkload: CatalogueWorkload = {
  kind: 'catalogue',
  architecture: 'mobilenet-v2',
  inputPx: 64,
  width: 0.25,
  shipped: 'fp32',
  rawInput: 'fp32',
};

export function testModel(): Uint8Array<ArrayBuffer> {
  const { architecture, inputPx, width } = testWorkload;
  return encodeGraph(buildGraph(architecture, inputPx, width), { seed: 1, weights: 'seeded' });
}
