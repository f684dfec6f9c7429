import { describe, expect, it } from 'vitest';
import { createCutter } from './createCutter';
import { decodeModel } from '../read/protoModel';
import {
  body,
  integers,
  ints,
  int,
  model,
  node,
  value,
  weight,
  type GraphInit,
} from '../read/testing/makeModel';
import { valueDependent } from './valueDependent';

type Nodes = NonNullable<GraphInit['node']>;

function dependentOf(nodes: Nodes, more: Parameters<typeof model>[1] = {}): string[] {
  const decoded = decodeModel(
    model(
      {
        input: [value('x', [1, 4]), value('n', [], 'int64'), value('list', [2], 'int64')],
        output: [value('y', [])],
        initializer: [integers('sizes', [2, 2]), integers('one', [1]), weight('w', [4])],
        node: nodes,
      },
      more,
    ),
  );
  if (!decoded.ok) throw new Error(decoded.error.kind);
  return [...valueDependent(decoded.value)];
}

describe('shapes that depend on values', () => {
  it.each([
    ['Range', ['zero', 'n', 'step']],
    ['ConstantOfShape', ['list']],
    ['Expand', ['x', 'list']],
    ['Reshape', ['x', 'list']],
    ['Tile', ['x', 'list']],
    ['Slice', ['x', 'one', 'list']],
    ['Slice', ['x', 'list', 'one']],
    ['Pad', ['x', 'list']],
    ['Resize', ['x', '', '', 'list']],
    ['Resize', ['x', '', 'list']],
    ['TopK', ['x', 'n']],
    ['OneHot', ['x', 'n', 'w']],
    ['Split', ['x', 'list']],
    ['Unsqueeze', ['x', 'list']],
    ['ReduceSum', ['x', 'list']],
    ['NonZero', ['x']],
    ['Compress', ['x', 'list']],
    ['NonMaxSuppression', ['x', 'x']],
    ['Unique', ['x']],
  ])('%s that is given its size by a value', (kind, inputs) => {
    const constants = ['zero', 'step'].map((name) => node('Squeeze', ['one'], [name]));
    expect(dependentOf([...constants, node(kind, inputs, ['a']), node('Neg', ['a'], ['y'])])).toEqual([
      'a',
      'y',
    ]);
  });

  it.each([
    ['Range', ['zero', 'zero', 'zero']],
    ['ConstantOfShape', ['sizes']],
    ['Reshape', ['x', 'sizes']],
    ['Reshape', ['x', 'shape']],
    ['Expand', ['n', 'half']],
    ['Slice', ['x', 'one', 'half', 'one']],
    ['Pad', ['x', 'sizes', 'n']],
    ['Resize', ['x', '', '', 'half']],
    ['TopK', ['x', 'one']],
    ['Gather', ['x', 'list']],
    ['MatMul', ['x', 'w']],
  ])('not %s that has it from weights or from fixed shapes', (kind, inputs) => {
    expect(
      dependentOf([
        node('Squeeze', ['one'], ['zero']),
        node('Shape', ['x'], ['shape']),
        node('Gather', ['shape', 'one'], ['half']),
        node(kind, inputs, ['y']),
      ]),
    ).toEqual([]);
  });

  it('follow from the shape of what depends on values', () => {
    const nodes = [
      node('NonZero', ['x'], ['places']),
      node('Shape', ['places'], ['count']),
      node('Expand', ['w', 'count'], ['y']),
      node('Relu', ['x'], ['apart']),
    ];
    expect(dependentOf(nodes)).toEqual(['places', 'count', 'y']);
  });

  it('are not told by numbers drawn at random', () => {
    const nodes = [
      node('RandomUniform', [], ['drawn'], { attribute: [ints('shape', [1])] }),
      node('Cast', ['drawn'], ['size'], { attribute: [int('to', 7)] }),
      node('ConstantOfShape', ['size'], ['y']),
    ];
    expect(dependentOf(nodes)).toEqual(['y']);
  });

  it('may hide in bodies and in functions of the model’s own', () => {
    const branch = body('then_branch', { name: 'b', output: [value('x', [])] });
    const nodes = [
      node('If', ['n'], ['a'], { attribute: [branch] }),
      node('Own', ['x'], ['b'], { domain: 'own' }),
      node('Own', ['x'], ['y'], { domain: 'other' }),
    ];
    expect(dependentOf(nodes, { functions: [{ name: 'Own', domain: 'own' }] })).toEqual(['a', 'b']);
  });
});

it('a part claims no shape for what its sizes come from values', () => {
  const decoded = decodeModel(
    model({
      input: [value('x', [1, 4]), value('list', [2], 'int64')],
      output: [value('y', [])],
      node: [
        node('Reshape', ['x', 'list'], ['a']),
        node('Relu', ['x'], ['b']),
        node('Sum', ['a', 'b'], ['y']),
      ],
    }),
  );
  if (!decoded.ok) throw new Error(decoded.error.kind);
  const tensor = (name: string) => [name, { name, type: 'float32', shape: [2, 2] }] as const;
  const cutter = createCutter({
    proto: decoded.value,
    external: [],
    boundaryTensors: [['x', 'list'], ['a', 'b'], ['y']],
    tensors: new Map(['a', 'b'].map(tensor)),
  });
  const tail = cutter(1, 2);
  const part = tail.ok ? decodeModel(tail.value.model) : tail;
  if (!part.ok) throw new Error(part.error.kind);
  const shapes = part.value.graph!.input.map(({ type }) =>
    type?.value.case === 'tensorType' ? type.value.value.shape?.dim.length : null,
  );
  expect(shapes).toEqual([undefined, 2]);
});
