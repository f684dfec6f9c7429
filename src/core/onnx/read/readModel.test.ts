import { createHash } from 'node:crypto';
import { TensorProto_DataLocation } from 'onnx-buf';
import { describe, expect, it } from 'vitest';
import type { ModelFault } from '../modelFacts';
import { factsOf } from './factsOf';
import type { ExternalData, OnnxModel } from './onnxModel';
import { readModel } from './readModel';
import {
  body,
  ints,
  model,
  node,
  stored,
  tensorAttribute,
  twoOperators,
  value,
  weight,
} from './testing/makeModel';
import { readReal, realModels } from './testing/realModels';

function read(bytes: Uint8Array, external: readonly ExternalData[] = []): OnnxModel {
  const result = readModel(bytes, external);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
function faultOf(bytes: Uint8Array, external: readonly ExternalData[] = []): ModelFault {
  const result = readModel(bytes, external);
  if (result.ok) throw new Error('was read');
  return result.error;
}
const namesOf = (model: OnnxModel): string[] => model.operators.map(({ name }) => name);
const x = value('x', [1, 4]);
const y = value('y', [1, 4]);

describe('reading a model', () => {
  it('finds operators, their wiring and the fingerprint', () => {
    const bytes = twoOperators();
    const found = read(bytes);
    expect(found.operators).toMatchObject([
      { kind: 'Relu', inputs: ['x'], outputs: ['a'], constants: [], whole: false },
      { kind: 'Neg', inputs: ['a'], outputs: ['y'] },
    ]);
    expect(found.fingerprint).toBe(createHash('sha256').update(bytes).digest('hex').slice(0, 32));
    expect(found.bytes).toBe(bytes.length);
    expect(found.proto.graph!.node.map(({ name }) => name)).toEqual(['N0', 'N1']);
  });

  it('keeps weights where they are in the file', () => {
    const bytes = twoOperators({
      node: [node('Add', ['x', 'w'], ['a']), node('Neg', ['a'], ['y'])],
      initializer: [weight('w', [4])],
    });
    const { proto } = read(bytes);
    expect(proto.graph!.initializer[0]!.rawData.buffer).toBe(bytes.buffer);
  });

  it.each(realModels)('reads $name whole', ({ path }) => {
    const found = read(readReal(path));
    const facts = factsOf(found, 'real');
    expect(facts.verdicts).toEqual([]);
    expect(facts.operators).toBeGreaterThan(90);
    expect(facts.parameters).toBeGreaterThan(100_000);
    expect(facts.weightBytes).toBeGreaterThan(3.9 * facts.parameters);
    expect(facts.precisions[0]!.type).toBe('float32');
    expect(new Set(namesOf(found)).size).toBe(found.operators.length);
  });

  it('gives every operator a name of its own', () => {
    const named = (name: string, input: string, output: string) => node('Relu', [input], [output], { name });
    const found = read(
      twoOperators({
        node: [
          named('', 'x', 'a'),
          named('same', 'a', 'b'),
          named('same', 'b', 'c'),
          named('Relu 0', 'c', 'd'),
          named('odd\u0000', 'd', 'e'),
          named('x'.repeat(400), 'e', 'y'),
        ],
      }),
    );
    expect(namesOf(found)).toEqual(['Relu 0.1', 'same', 'Relu 2', 'Relu 0', 'Relu 4', 'Relu 5']);
  });

  it('takes tensors that only constants make for weights, chains of them too', () => {
    const found = read(
      twoOperators({
        node: [
          node('Constant', [], ['k'], { attribute: [tensorAttribute('value', weight('', [4]))] }),
          node('Neg', ['k'], ['negative']),
          node('Add', ['negative', 'w'], ['sum']),
          node('Mul', ['x', 'sum'], ['a']),
          node('Relu', ['a'], ['y']),
        ],
        initializer: [weight('w', [4])],
      }),
    );
    expect(found.operators.map(({ kind }) => kind)).toEqual(['Mul', 'Relu']);
    expect(found.operators[0]).toMatchObject({ inputs: ['x'], constants: ['sum'] });
    expect(found.constants.get('sum')!.stored.map(({ elements }) => elements)).toEqual([4, 4]);
    expect(factsOf(found, '').parameters).toBe(8);
    expect(found.proto.graph!.node.map(({ name }) => name)).toEqual(['C0', 'C1', 'C2', 'N0', 'N1']);
  });

  it('does not take what is drawn at random for constant', () => {
    const found = read(
      twoOperators({
        node: [
          node('RandomNormal', [], ['r'], { attribute: [ints('shape', [1, 4])] }),
          node('Add', ['x', 'r'], ['y']),
        ],
      }),
    );
    expect(found.operators.map(({ kind }) => kind)).toEqual(['RandomNormal', 'Add']);
  });

  it('strips initialisers that old models list as inputs', () => {
    const found = read(
      model(
        {
          input: [x, value('w', [4])],
          output: [y],
          node: [node('Add', ['x', 'w'], ['y'])],
          initializer: [weight('w', [4])],
        },
        { irVersion: 3n },
      ),
    );
    expect(found.inputs.map(({ name }) => name)).toEqual(['x']);
    expect(found.proto.graph!.input.map(({ name }) => name)).toEqual(['x']);
    expect(factsOf(found, '').irVersion).toBe(3);
  });

  it('sorts operators that are written in the wrong order, and drops those no result needs', () => {
    const found = read(
      twoOperators({
        node: [
          node('Neg', ['a'], ['y'], { name: 'second' }),
          node('Foo', ['x'], ['unused'], { name: 'dead', domain: 'nowhere' }),
          node('Relu', ['x'], ['a'], { name: 'first' }),
        ],
      }),
    );
    expect(namesOf(found)).toEqual(['first', 'second']);
    expect(factsOf(found, '').verdicts).toEqual([]);
  });

  it('counts what bodies capture among the inputs of If, and never looks into it', () => {
    const branch = (kind: string) => ({
      name: kind,
      node: [node(kind, ['outer'], [`${kind}.out`], { name: 'inside' })],
      output: [value(`${kind}.out`, [1, 4])],
    });
    const found = read(
      model({
        input: [x, value('flag', [], 'bool')],
        output: [y],
        node: [
          node('Neg', ['x'], ['outer']),
          node('If', ['flag'], ['y'], {
            attribute: [body('then_branch', branch('Relu')), body('else_branch', branch('Sigmoid'))],
          }),
        ],
      }),
    );
    expect(found.operators[1]).toMatchObject({ kind: 'If', inputs: ['flag', 'outer'], whole: true });
    expect(factsOf(found, '').verdicts).toEqual([
      { kind: 'stays-whole', operator: 'If 1', operatorKind: 'If' },
    ]);
    const bodies = found.operators[1]!.node.attribute.map(({ g }) => g!.node[0]!.name);
    expect(bodies).toEqual(['B1.0', 'B1.1']);
  });

  it('renames tensors whose names a document cannot keep, wherever they are used', () => {
    const odd = 'a\u0007b';
    const found = read(twoOperators({ node: [node('Relu', ['x'], [odd]), node('Add', [odd, odd], ['y'])] }));
    expect(found.operators.map(({ outputs }) => outputs)).toEqual([['tensor 0'], ['y']]);
    expect(found.operators[1]!.inputs).toEqual(['tensor 0']);
  });

  it('ignores training information', () => {
    const bytes = model(
      { input: [x], output: [y], node: [node('Relu', ['x'], ['y'])] },
      { trainingInfo: [{ algorithm: { name: 'sgd', node: [node('Foo', ['nothing'], ['nowhere'])] } }] },
    );
    expect(read(bytes).proto.trainingInfo).toEqual([]);
  });
});

describe('a model that contradicts itself', () => {
  const graphs: readonly (readonly [string, Parameters<typeof twoOperators>[0], string])[] = [
    ['reads a tensor nobody makes', { node: [node('Relu', ['nothing'], ['y'])] }, 'which nothing makes'],
    [
      'makes a tensor twice',
      { node: [node('Relu', ['x'], ['y']), node('Neg', ['x'], ['y'])] },
      'something else makes already',
    ],
    [
      'makes its own input',
      { node: [node('Relu', ['x'], ['x']), node('Neg', ['x'], ['y'])] },
      'makes already',
    ],
    [
      'has a cycle',
      { node: [node('Add', ['x', 'b'], ['a']), node('Relu', ['a'], ['b']), node('Neg', ['b'], ['y'])] },
      'a cycle',
    ],
    ['promises a result nobody makes', { output: [value('z', [1])] }, 'it is to be a result'],
    ['has no results', { output: [] }, 'no results'],
    ['has two inputs of one name', { input: [x, x] }, 'two inputs'],
    [
      'depends on no input',
      { node: [node('Constant', [], ['y'], { attribute: [tensorAttribute('value', weight('', [4]))] })] },
      'no result depends on any input',
    ],
    [
      'has weights twice',
      { node: [node('Add', ['x', 'w'], ['y'])], initializer: [weight('w', [4]), weight('w', [4])] },
      'come twice',
    ],
    [
      'has weights that do not fit their shape',
      {
        node: [node('Add', ['x', 'w'], ['y'])],
        initializer: [stored('w', 'float32', [5], new Float32Array(4))],
      },
      '16 bytes of weights where its shape and type need 20',
    ],
    [
      'has weights of a negative size',
      {
        node: [node('Add', ['x', 'w'], ['y'])],
        initializer: [stored('w', 'float32', [-4], new Float32Array(4))],
      },
      'impossible shape',
    ],
    [
      'has weights larger than anything',
      {
        node: [node('Add', ['x', 'w'], ['y'])],
        initializer: [stored('w', 'float32', [2 ** 50, 2 ** 50], new Float32Array(4))],
      },
      'impossible shape',
    ],
  ];
  it.each(graphs)('%s', (_, graph, detail) => {
    const fault = faultOf(twoOperators(graph));
    expect(fault.kind).toBe('inconsistent');
    expect('detail' in fault && fault.detail).toContain(detail);
  });

  it.each([
    ['', 'the file is empty'],
    ['<!doctype html><title>404</title>', 'a web page'],
    ['version https://git-lfs.github.com/spec/v1\noid sha256:0', 'a Git LFS pointer'],
    ['{"format":"splitscape"}', 'text (JSON)'],
    ['PK\u0003\u0004rest', 'a ZIP archive'],
    ['\u001c\u0000\u0000\u0000TFL3', 'a TensorFlow Lite model'],
  ])('is none at all: %j', (start, words) => {
    const fault = faultOf(new Uint8Array(Buffer.from(start, 'latin1')));
    expect(fault.kind).toBe('not-onnx');
    expect('detail' in fault && fault.detail).toContain(words);
  });

  it('was cut short: every truncation of a model is refused', () => {
    const bytes = twoOperators({
      node: [node('Add', ['x', 'w'], ['a']), node('Neg', ['a'], ['y'])],
      initializer: [weight('w', [4])],
    });
    for (let length = 0; length < bytes.length; length += 1) {
      expect(['cut-short', 'not-onnx']).toContain(faultOf(bytes.subarray(0, length)).kind);
    }
    const real = readReal(realModels[3]!.path);
    expect(faultOf(real.subarray(0, real.length >> 1)).kind).toBe('cut-short');
  });
});

describe('external data', () => {
  const place = (entries: Record<string, string>) => ({
    name: 'w',
    dims: [4n],
    dataType: 1,
    dataLocation: TensorProto_DataLocation.EXTERNAL,
    externalData: Object.entries(entries).map(([key, value]) => ({ key, value })),
  });
  const withPlace = (entries: Record<string, string>) =>
    twoOperators({ node: [node('Add', ['x', 'w'], ['y'])], initializer: [place(entries)] });
  const data = (path: string, length: number): ExternalData => ({ path, data: new Uint8Array(length) });

  it('belongs to the model: bytes, weights and fingerprint', () => {
    const bytes = withPlace({ location: 'w.bin', offset: '4', length: '16' });
    const file = { path: 'w.bin', data: new Uint8Array(20).fill(7) };
    const found = read(bytes, [data('other.bin', 3), file]);
    expect(found.external).toEqual([file]);
    expect(found.bytes).toBe(bytes.length + 20);
    expect(found.fingerprint).toBe(
      createHash('sha256').update(bytes).update(file.data).digest('hex').slice(0, 32),
    );
    expect(factsOf(found, '').weightBytes).toBe(16);
  });

  it('is asked for by name when it is missing, all files at once', () => {
    const bytes = twoOperators({
      node: [node('Add', ['x', 'w'], ['a']), node('Add', ['a', 'v'], ['y'])],
      initializer: [place({ location: 'w.bin' }), { ...place({ location: 'v.bin' }), name: 'v' }],
    });
    expect(faultOf(bytes)).toEqual({ kind: 'external-missing', paths: ['v.bin', 'w.bin'] });
  });

  it('that is too short is told with its size', () => {
    expect(faultOf(withPlace({ location: 'w.bin', offset: '8' }), [data('w.bin', 20)])).toEqual({
      kind: 'external-short',
      path: 'w.bin',
      needed: 24,
      found: 20,
    });
  });

  it.each(['../w.bin', '/etc/passwd', 'a/../../b', 'C:\\w.bin', '\\\\host\\w', '', 'a\u0000'])(
    'is never sought at %j',
    (location) => {
      expect(faultOf(withPlace({ location }), [data(location, 100)]).kind).toBe('inconsistent');
    },
  );

  it.each([{ offset: '-1' }, { offset: '1e99' }, { length: '3' }, { offset: 'x' }, { length: '-16' }])(
    'is refused at an impossible place: %j',
    (entries) => {
      expect(faultOf(withPlace({ location: 'w.bin', ...entries }), [data('w.bin', 100)]).kind).toBe(
        'inconsistent',
      );
    },
  );
});
