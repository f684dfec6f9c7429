/** Results of a split model against those of the whole one. */
import { fromFloat16 } from '../onnx/cut/float16';
import type { WireTensor } from '../wire/wireTensor';

/** Differences up to this part of the largest output come from operators being fused otherwise in two parts. */
export const toleratedRelative = 1e-4;

export interface Difference {
  /** Worst difference over all results. */
  readonly absolute: number;
  /** That over the largest finite magnitude in the whole model's result; 0 where nothing differs, Infinity where there is none. */
  readonly relative: number;
  /** Every byte is the same. */
  readonly same: boolean;
}

/**
 * @param whole - results of the unsplit model
 * @param split - results of the parts; one that is missing, or of another shape, differs infinitely
 */
export function compareResults(whole: readonly WireTensor[], split: readonly WireTensor[]): Difference {
  const found = new Map(split.map((tensor) => [tensor.name, tensor]));
  let worst: Difference = { absolute: 0, relative: 0, same: true };
  for (const tensor of whole) {
    const other = found.get(tensor.name);
    const one = other === undefined ? unlike : differenceOf(tensor, other);
    worst = {
      absolute: Math.max(worst.absolute, one.absolute),
      relative: Math.max(worst.relative, one.relative),
      same: worst.same && one.same,
    };
  }
  return worst;
}

const unlike: Difference = { absolute: Infinity, relative: Infinity, same: false };

function differenceOf(a: WireTensor, b: WireTensor): Difference {
  const isAlike = a.type === b.type && a.data.length === b.data.length;
  if (
    !isAlike ||
    a.shape.length !== b.shape.length ||
    a.shape.some((extent, axis) => extent !== b.shape[axis])
  )
    return unlike;
  if (a.data.every((byte, i) => byte === b.data[i])) return { absolute: 0, relative: 0, same: true };
  const left = numbersOf(a);
  const right = numbersOf(b);
  let absolute = 0;
  let largest = 0;
  for (let i = 0; i < left.length; i++) {
    const value = Number(left[i]);
    const other = Number(right[i]);
    if (Object.is(value, other)) continue;
    const off = Math.abs(value - other);
    absolute = Math.max(absolute, Number.isNaN(off) ? Infinity : off);
  }
  for (const value of left) {
    const size = Math.abs(Number(value));
    // An infinity (a masked place) would make every difference look like none.
    if (size > largest && size < Infinity) largest = size;
  }
  return { absolute, relative: absolute === 0 ? 0 : absolute / largest, same: false };
}

type Numbers = ArrayLike<number | bigint> & Iterable<number | bigint>;

function numbersOf({ type, data }: WireTensor): Numbers {
  // Views need their element's alignment.
  const { buffer } = data.slice();
  switch (type) {
    case 'float32':
      return new Float32Array(buffer);
    case 'float64':
      return new Float64Array(buffer);
    case 'float16':
      return fromFloat16(new Uint16Array(buffer));
    case 'bfloat16':
      return fromBfloat16(new Uint16Array(buffer));
    case 'int8':
      return new Int8Array(buffer);
    case 'int16':
      return new Int16Array(buffer);
    case 'uint16':
      return new Uint16Array(buffer);
    case 'int32':
      return new Int32Array(buffer);
    case 'uint32':
      return new Uint32Array(buffer);
    case 'int64':
      return new BigInt64Array(buffer);
    case 'uint64':
      return new BigUint64Array(buffer);
    case 'uint8':
    case 'bool':
      return new Uint8Array(buffer);
  }
}

/** The upper half of a float32. */
function fromBfloat16(halves: Uint16Array): Float32Array {
  return new Float32Array(Uint32Array.from(halves, (half) => half << 16).buffer);
}
