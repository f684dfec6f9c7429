import { expect, it } from 'vitest';
import { buffersOf } from './buffersOf';
import type { WireTensor } from './wireTensor';

it('names a buffer that two tensors share once', () => {
  const data = new Uint8Array(8);
  const tensor: WireTensor = { name: 'x', type: 'float32', shape: [2], data };
  const alone = new Uint8Array(8);
  expect(buffersOf([tensor, { ...tensor, name: 'y' }, { ...tensor, name: 'z', data: alone }])).toEqual([
    data.buffer,
    alone.buffer,
  ]);
});
