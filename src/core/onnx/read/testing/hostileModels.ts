/** Files that nobody means well with: damaged models, and models made to cost as much as they can. Same seed, same files. */
import { createRandom, type Random } from '../../../random';
import {
  body,
  int,
  integers,
  ints,
  model,
  node,
  stored,
  tensorAttribute,
  twoOperators,
  value,
  weight,
  type GraphInit,
} from './makeModel';

function varint(number: number): number[] {
  const bytes: number[] = [];
  let rest = number;
  while (rest >= 128) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  return [...bytes, rest];
}

/** A field of bytes: tag, length, payload. */
function field(number: number, payload: Uint8Array): Uint8Array<ArrayBuffer> {
  return join([Uint8Array.from([...varint(number * 8 + 2), ...varint(payload.length)]), payload]);
}

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

function repeat(bytes: Uint8Array, times: number): Uint8Array<ArrayBuffer> {
  const repeated = new Uint8Array(bytes.length * times);
  for (let i = 0; i < times; i += 1) repeated.set(bytes, i * bytes.length);
  return repeated;
}

const opset17 = field(8, Uint8Array.of(0x10, 17));
/** A model around a graph given as bytes. */
const around = (graph: Uint8Array): Uint8Array<ArrayBuffer> =>
  join([Uint8Array.of(0x08, 8), field(7, graph), opset17]);
const graphField = { node: 1, initializer: 5, input: 11, valueInfo: 13 } as const;

/** Graphs in graphs: attribute 5 of a node is a graph (field 6). */
function nested(depth: number): Uint8Array<ArrayBuffer> {
  let graph: Uint8Array = new Uint8Array();
  for (let level = 0; level < depth; level += 1) graph = field(1, field(5, field(6, graph)));
  return around(graph);
}

/** A chain of If operators, each in a branch of the one before, all of which capture the same outer tensors. */
function nestedBranches(depth: number): Uint8Array<ArrayBuffer> {
  const names = Array.from({ length: 50 }, (_, i) => `t${i}`);
  let graph: GraphInit = { name: 'g', node: [node('Sum', names, ['in.y'])], output: [value('in.y', [1])] };
  for (let level = 0; level < depth; level += 1) {
    const inner = node('If', ['flag'], ['in.y'], { attribute: [body('then_branch', graph)] });
    graph = { name: 'g', node: [inner], output: [value('in.y', [1])] };
  }
  return model({
    input: [value('x', [1]), value('flag', [], 'bool')],
    output: [value('y', [1])],
    node: [
      ...names.map((name) => node('Relu', ['x'], [name])),
      node('If', ['flag'], ['y'], { attribute: [body('then_branch', graph)] }),
    ],
  });
}

/** Made to cost: each tiny for what it asks of a reader. */
export const bombs: readonly { readonly name: string; readonly bytes: () => Uint8Array<ArrayBuffer> }[] = [
  { name: 'four million empty operators', bytes: () => around(repeat(Uint8Array.of(0x0a, 0), 4e6)) },
  { name: 'four million empty weights', bytes: () => around(repeat(Uint8Array.of(0x2a, 0), 4e6)) },
  {
    name: 'eight million dimensions',
    bytes: () => around(field(graphField.initializer, field(1, new Uint8Array(8e6).fill(1)))),
  },
  {
    name: 'eight million numbers',
    bytes: () => around(field(graphField.initializer, field(7, new Uint8Array(8e6).fill(1)))),
  },
  {
    name: 'an operator with two million inputs',
    bytes: () => around(field(graphField.node, repeat(Uint8Array.of(0x0a, 1, 0x78), 2e6))),
  },
  {
    name: 'a name of forty million characters',
    bytes: () => around(field(2, new Uint8Array(40e6).fill(0x61))),
  },
  { name: 'graphs nested a thousand deep', bytes: () => nested(1000) },
  { name: 'graphs nested as deep as the reader goes', bytes: () => nested(28) },
  { name: 'branches in branches', bytes: () => nestedBranches(20) },
  { name: 'a length beyond the file', bytes: () => Uint8Array.from([0x08, 8, 0x3a, ...varint(2 ** 31)]) },
  {
    name: 'a length beyond all numbers',
    bytes: () => Uint8Array.from([0x08, 8, 0x3a, ...new Array<number>(9).fill(255), 1]),
  },
  {
    name: 'a tag without an end',
    bytes: () => Uint8Array.from([0x08, 8, ...new Array<number>(20).fill(255)]),
  },
  { name: 'groups', bytes: () => join([Uint8Array.of(0x08, 8), repeat(Uint8Array.of(0x3b), 1e5)]) },
  {
    name: 'thirty thousand operators in reverse order',
    bytes: () =>
      twoOperators({
        node: Array.from({ length: 30_000 }, (_, i) =>
          node('Relu', [i === 0 ? 'x' : `t${i}`], [i === 29_999 ? 'y' : `t${i + 1}`]),
        ).toReversed(),
      }),
  },
  {
    name: 'twenty thousand operators of one name',
    bytes: () =>
      twoOperators({
        node: Array.from({ length: 20_000 }, (_, i) =>
          node('Relu', [i === 0 ? 'x' : `t${i}`], [i === 19_999 ? 'y' : `t${i + 1}`], { name: 'same' }),
        ),
      }),
  },
  {
    name: 'an operator that reads everything before it, three thousand times',
    bytes: () =>
      twoOperators({
        node: Array.from({ length: 3000 }, (_, i) =>
          node(
            'Sum',
            ['x', ...Array.from({ length: Math.min(i, 100) }, (__, j) => `t${i - j}`)],
            [i === 2999 ? 'y' : `t${i + 1}`],
          ),
        ),
      }),
  },
  {
    name: 'a weight that three thousand operators fold',
    bytes: () =>
      twoOperators({
        initializer: Array.from({ length: 300 }, (_, i) => weight(`w${i}`, [1])),
        node: [
          ...Array.from({ length: 3000 }, (_, i) =>
            node('Sum', i === 0 ? Array.from({ length: 300 }, (__, j) => `w${j}`) : [`c${i - 1}`, 'w0'], [
              `c${i}`,
            ]),
          ),
          node('Add', ['x', 'c2999'], ['y']),
        ],
      }),
  },
  {
    name: 'weights larger than any memory',
    bytes: () =>
      twoOperators({
        node: [node('ConstantOfShape', ['shape'], ['huge']), node('Add', ['x', 'huge'], ['y'])],
        initializer: [{ name: 'shape', dims: [3n], dataType: 7, int64Data: [2n ** 40n, 2n ** 40n, -1n] }],
      }),
  },
];

/** Small models that a runtime runs as long as nothing is wrong with them. */
export const runnable: readonly Uint8Array<ArrayBuffer>[] = [
  twoOperators(),
  nestedBranches(3),
  model({
    input: [value('x', ['batch', 3, null, 8])],
    output: [value('y', [])],
    initializer: [
      weight('w', [4, 3, 3, 3]),
      weight('b', [4]),
      weight('m', [8, 6]),
      integers('shape', [0, 4, -1, 8]),
      integers('from', [1]),
      integers('to', [4]),
      integers('axis', [1]),
      integers('times', [2]),
      stored('yes', 'bool', [], Uint8Array.of(1)),
    ],
    node: [
      node('Conv', ['x', 'w', 'b'], ['c'], { attribute: [ints('pads', [1, 1, 1, 1])] }),
      node('Relu', ['c'], ['r']),
      node('Reshape', ['r', 'shape'], ['s']),
      node('MatMul', ['s', 'm'], ['p']),
      node('Slice', ['p', 'from', 'to', 'axis'], ['q']),
      node('Loop', ['times', 'yes', 'q'], ['l'], {
        attribute: [
          body('body', {
            name: 'body',
            input: [value('i', [], 'int64'), value('go', [], 'bool'), value('state', [null, 3, null, 6])],
            output: [value('go.out', [], 'bool'), value('state.out', [null, 3, null, 6])],
            node: [node('Identity', ['go'], ['go.out']), node('Tanh', ['state'], ['state.out'])],
          }),
        ],
      }),
      node('Softmax', ['l'], ['t']),
      node('Concat', ['q', 't'], ['y'], { attribute: [int('axis', 1)] }),
    ],
  }),
];

/** Small models that use much of the format: what damage is done to. */
export const victims: readonly Uint8Array<ArrayBuffer>[] = [
  ...runnable,
  model({
    input: [value('x', ['batch', 3, null, 8])],
    output: [value('y', [])],
    initializer: [weight('w', [4, 3, 3, 3]), weight('b', [4])],
    node: [
      node('Conv', ['x', 'w', 'b'], ['c'], { attribute: [ints('pads', [1, 1, 1, 1])] }),
      node('Relu', ['c'], ['r']),
      node('Constant', [], ['k'], { attribute: [tensorAttribute('value', weight('', [4]))] }),
      node('LSTM', ['r', 'w', 'b'], ['', 'l'], { name: 'l' }),
      node('Einsum', ['l', 'r', 'k'], ['e']),
      node('Add', ['e', 'r'], ['y']),
    ],
  }),
];

/** One of the models, damaged in one place to as many as `most`. */
export function damaged(random: Random, models: readonly Uint8Array[], most = 8): Uint8Array<ArrayBuffer> {
  const pick = (below: number): number => Math.floor(random.next() * below);
  let bytes = new Uint8Array(models[pick(models.length)]!);
  for (let times = 1 + pick(most); times > 0 && bytes.length > 0; times -= 1) {
    const at = pick(bytes.length);
    const other = pick(bytes.length);
    const [from, to] = [Math.min(at, other), Math.min(Math.max(at, other), Math.min(at, other) + 5000)];
    switch (pick(8)) {
      case 0:
        bytes = bytes.slice(0, at);
        break;
      case 1:
      case 2:
        bytes[at]! ^= 1 << pick(8);
        break;
      case 3:
        bytes[at] = [0, 1, 0x7f, 0x80, 0xff][pick(5)]!;
        break;
      case 4:
        bytes = join([bytes.subarray(0, from), bytes.subarray(to)]);
        break;
      case 5:
        bytes = join([bytes.subarray(0, to), bytes.subarray(from)]);
        break;
      case 6:
        bytes = join([bytes.subarray(0, at), Uint8Array.from(varint(2 ** pick(50))), bytes.subarray(at)]);
        break;
      default:
        bytes.set(bytes.slice(from, to), Math.min(at, bytes.length - (to - from)));
    }
  }
  return bytes;
}

export const seeded = (seed: number): Random => createRandom(seed);
