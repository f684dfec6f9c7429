import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WireTensor } from '../../wire/wireTensor';
import { fromFloat16, toFloat16 } from './float16';
import { restoreTensor, shipTensor, wirePrecisions, type WirePrecision } from './shipTensor';

const floats = (values: readonly number[] | Float32Array): WireTensor => {
  const array = Float32Array.from(values);
  return { name: 'x', type: 'float32', shape: [array.length], data: new Uint8Array(array.buffer) };
};
const valuesOf = ({ data }: WireTensor): number[] => [...new Float32Array(data.slice().buffer)];
const over = (values: readonly number[], precision: WirePrecision): number[] =>
  valuesOf(restoreTensor(shipTensor(floats(values), precision)));

const finite = fc.float({ noNaN: true, noDefaultInfinity: true });
const anyValues = fc.array(finite, { minLength: 1, maxLength: 60 });
const precisions = Object.keys(wirePrecisions) as WirePrecision[];

describe('half precision', () => {
  it('keeps every one of its values', () => {
    const all = Uint16Array.from({ length: 65536 }, (_, i) => i);
    const again = toFloat16(fromFloat16(all));
    const isNan = (half: number): boolean => (half & 0x7c00) === 0x7c00 && (half & 0x3ff) !== 0;
    expect([...all].filter((half) => (isNan(half) ? !isNan(again[half]!) : again[half] !== half))).toEqual(
      [],
    );
  });

  it.each([
    [1 + 2 ** -11, 1],
    [1 + 3 * 2 ** -11, 1 + 2 ** -9],
    [1 + 2 ** -11 + 2 ** -20, 1 + 2 ** -10],
    [2 ** -25, 0],
    [3 * 2 ** -25, 2 ** -23],
    [2 ** -14 - 2 ** -26, 2 ** -14],
    [65519, 65504],
    [65520, 65504],
    [-1e30, -65504],
    [Infinity, Infinity],
    [-Infinity, -Infinity],
    [NaN, NaN],
  ])('makes of %d the nearest, even at ties, and keeps what is finite finite: %d', (value, expected) => {
    expect(over([value], 'fp16')).toEqual([expected]);
  });

  it('is off by at most half a step of its 11 bits, or of its smallest numbers', () => {
    fc.assert(
      fc.property(fc.float({ min: -65504, max: 65504, noNaN: true }), (value) => {
        const [restored] = over([value], 'fp16');
        expect(Math.abs(restored! - value)).toBeLessThanOrEqual(
          Math.max(Math.abs(value) * 2 ** -11, 2 ** -25),
        );
      }),
      { seed: 1, numRuns: 1000 },
    );
  });
});

describe.each(['int8', 'uint8'] as const)('%s', (precision) => {
  it('is off by at most half of 1/255 of the range, and keeps zero', () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const restored = over([...values, 0], precision);
        const range = Math.max(0, ...values) - Math.min(0, ...values);
        // Half a level, and the rounding of the result to float32.
        const bound = (range / 255) * 0.5 * (1 + 1e-9) + range * 2 ** -23;
        values.forEach((value, i) => expect(Math.abs(restored[i]! - value)).toBeLessThanOrEqual(bound));
        expect(restored.at(-1)).toBe(0);
      }),
      { seed: 1, numRuns: 1000 },
    );
  });

  it('puts infinities at the ends of the range and NaN at zero', () => {
    const restored = over([-1, 1, Infinity, -Infinity, NaN], precision);
    const level = 2 / 255;
    expect(Math.abs(restored[2]! - 1)).toBeLessThanOrEqual(0.51 * level);
    expect(Math.abs(restored[3]! + 1)).toBeLessThanOrEqual(0.51 * level);
    expect(restored[4]).toBe(0);
  });

  it('survives a tensor of equal or of no values', () => {
    expect(over([0, 0], precision)).toEqual([0, 0]);
    expect(over([], precision)).toEqual([]);
    expect(over([7, 7], precision)).toEqual([7, 7]);
  });
});

describe('a tensor on a link', () => {
  it.each(precisions)('has as many bytes at %s as the chain predicts', (precision) => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const shipped = shipTensor(floats(values), precision);
        expect(shipped.data.length).toBe(values.length * wirePrecisions[precision]);
        expect(restoreTensor(shipped)).toMatchObject({ name: 'x', type: 'float32', shape: [values.length] });
      }),
      { seed: 2, numRuns: 100 },
    );
  });

  it('crosses as it is at fp32, or if its type is another', () => {
    const tensor = floats([1, 2]);
    expect(shipTensor(tensor, 'fp32')).toBe(tensor);
    expect(restoreTensor(tensor)).toBe(tensor);
    const half: WireTensor = { ...tensor, type: 'float16', shape: [4] };
    expect(shipTensor(half, 'int8')).toBe(half);
    // A genuine half-precision tensor stays one.
    expect(restoreTensor(half)).toBe(half);
  });

  it('is not shrunk twice', () => {
    const once = shipTensor(floats([1, 2, 3]), 'int8');
    expect(shipTensor(once, 'fp16')).toBe(once);
  });

  it.each(precisions)('may start anywhere in a buffer at %s', (precision) => {
    const move = (tensor: WireTensor): WireTensor => {
      const data = new Uint8Array(tensor.data.length + 1).subarray(1);
      data.set(tensor.data);
      return { ...tensor, data };
    };
    const values = [0.5, -1, 2];
    const straight = restoreTensor(shipTensor(floats(values), precision));
    const moved = restoreTensor(move(shipTensor(move(floats(values)), precision)));
    expect(valuesOf(moved)).toEqual(valuesOf(straight));
  });
});
