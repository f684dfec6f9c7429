import { create } from '@bufbuild/protobuf';
import {
  AttributeProto_AttributeType,
  AttributeProtoSchema,
  TensorProto_DataLocation,
  TensorProtoSchema,
  type TensorProto,
} from 'onnx-buf';
import { describe, expect, it } from 'vitest';
import type { ModelFault } from '../modelFacts';
import { factsOf } from './factsOf';
import type { ExternalData, OnnxModel } from './onnxModel';
import { readModel } from './readModel';
import { countWeights } from './weights';
import {
  body,
  integers,
  model,
  node,
  tensorAttribute,
  twoOperators,
  value,
  weight,
} from './testing/makeModel';

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

const types = { uint4: 21, int4: 22, uint2: 25, int2: 26 } as const;

describe('elements smaller than a byte', () => {
  const withPacked = (dataType: number, elements: number | null, integers: number) =>
    twoOperators({
      node: [node('DequantizeLinear', ['w', 's', 'z'], ['d']), node('Add', ['x', 'd'], ['y'])],
      initializer: [
        weight('w', [4]),
        weight('s', []),
        create(TensorProtoSchema, {
          name: 'z',
          dims: elements === null ? [] : [BigInt(elements)],
          dataType,
          int32Data: new Array<number>(integers).fill(0),
        }),
      ],
    });

  it.each(Object.entries(types))('may leave the last integer partly empty: %s', (name, type) => {
    const perInteger = name.endsWith('4') ? 2 : 4;
    expect(read(withPacked(type, null, 1)).constants.get('z')).toMatchObject({ type: name, shape: [] });
    for (let elements = 1; elements <= 9; elements += 1) {
      const integers = Math.ceil(elements / perInteger);
      expect(read(withPacked(type, elements, integers)).constants.get('z')!.stored[0]!.elements).toBe(
        elements,
      );
      for (const wrong of [integers - 1, integers + 1])
        expect(faultOf(withPacked(type, elements, wrong)).kind).toBe('inconsistent');
    }
  });
});

const outside = (name: string, location: string, elements = 4): TensorProto =>
  create(TensorProtoSchema, {
    name,
    dims: [BigInt(elements)],
    dataType: 1,
    dataLocation: TensorProto_DataLocation.EXTERNAL,
    externalData: [{ key: 'location', value: location }],
  });

/** A weight in every place that a model has for one: `held(place)` is what is stored there. */
function everywhere(held: (place: string) => TensorProto): Uint8Array<ArrayBuffer> {
  const several = (name: string, place: string) =>
    create(AttributeProtoSchema, {
      name,
      type: AttributeProto_AttributeType.TENSORS,
      tensors: [held(place)],
    });
  const sparse = (name: string, place: string) => ({
    dims: [40n],
    values: { ...held(place), name },
    indices: create(TensorProtoSchema, { dims: [4n], dataType: 7, int64Data: [0n, 1n, 2n, 3n] }),
  });
  const branch = (name: string, place: string) =>
    body(name, {
      name,
      initializer: [{ ...held(place), name: `${place}.w` }],
      sparseInitializer: [sparse(`${place}.s`, `${place} sparse`)],
      node: [
        node('Constant', [], [`${place}.c`], {
          attribute: [tensorAttribute('value', held(`${place} constant`))],
        }),
        node('Sum', ['x', `${place}.w`, `${place}.c`], [`${place}.y`]),
      ],
      output: [value(`${place}.y`, [1, 4])],
    });
  return model(
    {
      input: [value('x', [1, 4]), value('flag', [], 'bool')],
      output: [value('y', [1, 4])],
      initializer: [{ ...held('weight'), name: 'w' }],
      sparseInitializer: [sparse('sw', 'sparse weight')],
      node: [
        node('If', ['flag'], ['chosen'], {
          attribute: [branch('then_branch', 'then'), branch('else_branch', 'else')],
        }),
        node('Own', ['chosen'], ['once'], { domain: 'own' }),
        node('Own', ['once'], ['twice'], { domain: 'own', attribute: [several('more', 'attribute')] }),
        node('Sum', ['twice', 'w', 'sw'], ['y']),
      ],
    },
    {
      opsetImport: [
        { domain: '', version: 17n },
        { domain: 'own', version: 1n },
      ],
      functions: [
        {
          name: 'Own',
          domain: 'own',
          input: ['p'],
          output: ['q'],
          node: [node('Inner', ['p'], ['q'], { domain: 'own' })],
        },
        {
          name: 'Inner',
          domain: 'own',
          input: ['p'],
          output: ['q'],
          node: [
            node('Constant', [], ['k'], { attribute: [tensorAttribute('value', held('function'))] }),
            node('Add', ['p', 'k'], ['q']),
          ],
        },
      ],
    },
  );
}
const places = [
  'weight',
  'sparse weight',
  'then',
  'then sparse',
  'then constant',
  'else',
  'else sparse',
  'else constant',
  'attribute',
  'function',
];

describe('tensors stored in bodies, attributes and functions', () => {
  it('count as weights of the operator that has them inside, a function’s once', () => {
    const found = read(everywhere(() => weight('', [4])));
    const seen = new Set<string>();
    const counted = found.operators.map((operator) => countWeights(operator, found.constants, seen));
    expect(counted.map(({ parameters }) => parameters)).toEqual([6 * 4, 4, 0, 2 * 4]);
    expect(counted.map(({ weightBytes }) => weightBytes)).toEqual([6 * 16, 16, 0, 2 * 16]);
    expect(factsOf(found, '')).toMatchObject({
      parameters: 36,
      weightBytes: 144,
      precisions: [{ type: 'float32', bytes: 144 }],
    });
  });

  it.each(places)('are held against their shapes: %s', (wrong) => {
    const bytes = everywhere((place) => {
      const held = weight('', [4]);
      return place === wrong ? { ...held, dims: [5n] } : held;
    });
    const fault = faultOf(bytes);
    expect(fault).toMatchObject({ kind: 'inconsistent', at: { what: 'tensor' } });
    // The name is that of the weight, or of what the constant makes.
    expect('at' in fault && 'name' in fault.at && fault.at.name).not.toBe('');
  });

  it('are asked for, all at once, and belong to the fingerprint', () => {
    const bytes = everywhere((place) => outside('', `${place}.bin`));
    const names = places.map((place) => `${place}.bin`).toSorted();
    expect(faultOf(bytes)).toEqual({ kind: 'external-missing', paths: names });
    const files = names.map((path, i) => ({ path, data: new Uint8Array(16).fill(i) }));
    const found = read(bytes, files);
    expect(found.external.map(({ path }) => path)).toEqual(names);
    for (const changed of files) {
      const others = files.map((file) => (file === changed ? { ...file, data: new Uint8Array(16) } : file));
      if (changed.data[0] !== 0) expect(read(bytes, others).fingerprint).not.toBe(found.fingerprint);
    }
  });

  it('are asked for where a sparse weight keeps its places, too', () => {
    const bytes = twoOperators({
      node: [node('Add', ['x', 'w'], ['y'])],
      sparseInitializer: [
        { dims: [4n], values: weight('w', [2]), indices: { ...outside('', 'places.bin', 2), dataType: 7 } },
      ],
    });
    expect(faultOf(bytes)).toEqual({ kind: 'external-missing', paths: ['places.bin'] });
  });
});

describe('what is filled with one value', () => {
  const filled = (kind: string, inputs: readonly string[]) =>
    twoOperators({
      node: [node('ConstantOfShape', ['shape'], ['c']), node(kind, inputs, ['y'])],
      initializer: [integers('shape', [4, 20])],
    });

  it('is a weight where it stands for a kernel, not where it pads', () => {
    const facts = (bytes: Uint8Array) => factsOf(read(bytes), '');
    expect(facts(filled('MatMul', ['x', 'c']))).toMatchObject({ parameters: 80, weightBytes: 320 });
    expect(facts(filled('Concat', ['x', 'c']))).toMatchObject({ parameters: 0, weightBytes: 0 });
  });
});

describe('sizes named to do harm', () => {
  it('have a key that a document can keep', () => {
    const dims = ['__proto__', 'constructor', 'a\u0007b', 'x'.repeat(301), '\u2028'];
    const { inputs } = read(twoOperators({ input: [value('x', dims)] }));
    expect(inputs[0]!.dims).toHaveLength(5);
    const asks = factsOf(read(twoOperators({ input: [value('x', dims)] })), '').asks;
    expect(asks.map(({ key }) => key)).toEqual(['x:0', 'constructor', 'x:2', 'x:3', 'x:4']);
  });
});
