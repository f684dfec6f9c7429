/** IEEE 754 binary16 and back, on bit patterns: JavaScript has no type for it in every engine yet. */

/** One above the largest finite magnitude, as float32 bits: 65504 plus half a step would round to it. */
const overflowBits = 0x477ff000;
const infinityBits = 0x7f800000;
const largestFinite16 = 0x7bff;
/** Smallest normal binary16 (2^-14), as float32 bits. */
const smallestNormalBits = 0x38800000;
/** Exponents differ by 127 - 15, fractions by 23 - 10 bits. */
const fractionShift = 13;
const exponentGap = (127 - 15) << 23;

/**
 * float32 to binary16, rounded to nearest, ties to even. What is finite stays finite: magnitudes above 65504 become 65504.
 * Infinities and NaN stay what they are.
 */
export function toFloat16(values: Float32Array): Uint16Array<ArrayBuffer> {
  const bits = new Uint32Array(values.buffer, values.byteOffset, values.length);
  const halves = new Uint16Array(values.length);
  for (let i = 0; i < halves.length; i++) halves[i] = halfOf(bits[i]!, values[i]!);
  return halves;
}

function halfOf(bits: number, value: number): number {
  const sign = (bits >>> 16) & 0x8000;
  const magnitude = bits & 0x7fffffff;
  if (magnitude >= smallestNormalBits && magnitude < overflowBits) {
    // Adding just under half a step, and the kept part's last bit, rounds to nearest and ties to even.
    const odd = (magnitude >>> fractionShift) & 1;
    return sign | ((magnitude - exponentGap + 0xfff + odd) >>> fractionShift);
  }
  if (magnitude > infinityBits) return sign | 0x7e00;
  if (magnitude === infinityBits) return sign | 0x7c00;
  if (magnitude >= overflowBits) return sign | largestFinite16;
  // Subnormal halves are whole multiples of 2^-24.
  return sign | roundToEven(Math.abs(value) * 2 ** 24);
}

function roundToEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  return floor + (rest > 0.5 || (rest === 0.5 && floor % 2 === 1) ? 1 : 0);
}

/** binary16 to float32, exact. */
export function fromFloat16(halves: Uint16Array): Float32Array<ArrayBuffer> {
  const values = new Float32Array(halves.length);
  const bits = new Uint32Array(values.buffer);
  for (let i = 0; i < values.length; i++) {
    const half = halves[i]!;
    const sign = (half & 0x8000) << 16;
    const exponent = (half >>> 10) & 0x1f;
    const fraction = half & 0x3ff;
    if (exponent === 0) values[i] = (sign === 0 ? 1 : -1) * fraction * 2 ** -24;
    else if (exponent === 0x1f) bits[i] = sign | infinityBits | (fraction << fractionShift);
    else bits[i] = sign | (((half & 0x7fff) << fractionShift) + exponentGap);
  }
  return values;
}
