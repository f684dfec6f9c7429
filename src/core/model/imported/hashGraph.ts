import type { ModelGraph } from './types';

/**
 * 32-bit hash of everything in a graph (MurmurHash3's mixing, Appleby, public domain). O(size), and several times as fast as hashing
 * its JSON: a worker gets a fresh copy of the graph with every request and looks up what it knows of it.
 */
export function hashGraph({ tensors, inputs, outputs, operators, blockEnds }: ModelGraph): number {
  let hash = 0;
  const mix = (word: number): void => {
    let k = Math.imul(word, 0xcc9e2d51);
    k = Math.imul((k << 15) | (k >>> 17), 0x1b873593);
    hash ^= k;
    hash = (Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64) | 0;
  };
  /** Numbers may be larger than 32 bits, and fractions. */
  const number = (value: number): void => {
    const low = value | 0;
    mix(low);
    if (low !== value) {
      mix((value / 2 ** 32) | 0);
      mix(Math.round((value % 1) * 2 ** 31));
    }
  };
  const numbers = (values: readonly number[]): void => {
    mix(values.length);
    for (const value of values) number(value);
  };
  const text = (value: string): void => {
    mix(value.length);
    for (let at = 0; at < value.length; at += 2)
      mix(value.charCodeAt(at) | ((at + 1 < value.length ? value.charCodeAt(at + 1) : 0) << 16));
  };

  mix(tensors.length);
  for (const { name, type, shape } of tensors) {
    text(name);
    text(type);
    numbers(shape);
  }
  numbers(inputs);
  numbers(outputs);
  mix(operators.length);
  for (const operator of operators) {
    text(operator.name);
    text(operator.kind);
    numbers(operator.inputs);
    numbers(operator.outputs);
    number(operator.macs);
    number(operator.parameters);
    number(operator.weightBytes);
  }
  numbers(blockEnds);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
