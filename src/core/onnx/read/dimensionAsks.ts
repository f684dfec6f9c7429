/** Sizes that a file leaves open: which to ask for, and a size to begin with. */
import type { DimensionAsk, ModelValue } from '../modelFacts';
import { isPlainName } from './names';

/** One ask a symbol, wherever it occurs; one ask for every open dimension without a name. */
export function dimensionAsks(inputs: readonly ModelValue[]): readonly DimensionAsk[] {
  const asks = new Map<string, { places: { input: string; axis: number }[]; suggestion: number }>();
  for (const input of inputs) {
    for (const [axis, dimension] of input.dims.entries()) {
      if (typeof dimension === 'number') continue;
      const key = keyOf(input.name, axis, dimension);
      const ask = asks.get(key) ?? { places: [], suggestion: suggest(input, axis, dimension?.symbol ?? '') };
      ask.places.push({ input: input.name, axis });
      asks.set(key, ask);
    }
  }
  return [...asks].map(([key, { places, suggestion }]) => ({ key, places, suggestion }));
}

/** Documents keep sizes by this key: the symbol where they can, or the input and the axis. */
function keyOf(input: string, axis: number, dimension: { readonly symbol: string } | null): string {
  const place = `${input}:${axis}`;
  const keys = dimension === null ? [place] : [dimension.symbol, place];
  // No record keeps a size under the name by which objects hold their prototype.
  return keys.find((key) => isPlainName(key) && key !== '__proto__') ?? `dimension:${axis}`;
}

/** The shape an input has with these sizes. */
export function shapeWith(
  input: ModelValue,
  dims: Readonly<Record<string, number>>,
): readonly (number | null)[] {
  return input.dims.map((dimension, axis) => {
    if (typeof dimension === 'number') return dimension;
    const key = keyOf(input.name, axis, dimension);
    return Object.hasOwn(dims, key) ? dims[key]! : null;
  });
}

const common = { picture: 224, sequence: 128, samples: 16_000 } as const;

/** One picture of a usual size, one sentence, one second of sound. */
function suggest({ dims, type }: ModelValue, axis: number, symbol: string): number {
  const word = symbol.toLowerCase();
  if (/batch|^[nb]$|^bs$/.test(word)) return 1;
  if (/past|cache|beam|head/.test(word)) return 1;
  if (/seq|len|token|time|step|frame/.test(word)) return common.sequence;
  if (axis === 0) return 1;
  if (dims.length === 4) return suggestPicture(dims, axis);
  if (type !== null && !type.startsWith('float')) return common.sequence;
  return axis === dims.length - 1 && dims.length === 2 ? common.samples : common.sequence;
}

/** NCHW or NHWC: which axis the colours are on is told by how few they are. */
function suggestPicture(dims: ModelValue['dims'], axis: number): number {
  const isColours = (at: number): boolean => typeof dims[at] === 'number' && dims[at] <= 4;
  const channelAxis = isColours(3) && !isColours(1) ? 3 : 1;
  if (axis === channelAxis) return 3;
  const sides = [1, 2, 3].filter((at) => at !== channelAxis);
  const other = dims[sides.find((side) => side !== axis)!];
  const isWidth = axis === sides[1];
  // A text line is some seven times as wide as high; any other picture is square.
  if (typeof other !== 'number') return common.picture;
  return isWidth && other <= 64 ? Math.ceil((20 * other) / 3 / 32) * 32 : other;
}
