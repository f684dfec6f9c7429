import { create } from '@bufbuild/protobuf';
import { TensorProto_DataLocation, TensorProtoSchema, type TensorProto } from 'onnx-buf';
import { expect, it } from 'vitest';
import { decodeModel, type ModelProto } from '../read/protoModel';
import { readModel } from '../read/readModel';
import { plainTensors, storedInFunctions, storedTensors } from '../read/storedTensors';
import { model, node, tensorAttribute, value } from '../read/testing/makeModel';
import { createCutter } from './createCutter';
import { isExternal } from './externalSlices';

/** Float number i of the file is i. */
const data = new Uint8Array(Float32Array.from({ length: 1000 }, (_, i) => i).buffer);
const outside = (name: string, first: number, dataType = 1): TensorProto =>
  create(TensorProtoSchema, {
    name,
    dims: [4n],
    dataType,
    dataLocation: TensorProto_DataLocation.EXTERNAL,
    externalData: [
      { key: 'location', value: 'w.bin' },
      { key: 'offset', value: `${4 * first}` },
      { key: 'length', value: dataType === 7 ? '32' : '16' },
    ],
  });
const bytes = model(
  {
    input: [value('x', [1, 4])],
    output: [value('y', [1, 4])],
    initializer: [outside('early', 800)],
    sparseInitializer: [{ dims: [40n], values: outside('w', 100), indices: outside('', 200, 7) }],
    node: [
      node('Add', ['x', 'early'], ['a']),
      node('Own', ['a'], ['b'], { domain: 'own' }),
      node('Add', ['b', 'w'], ['y']),
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
        node: [
          node('Constant', [], ['k'], { attribute: [tensorAttribute('value', outside('', 300))] }),
          node('Add', ['p', 'k'], ['q']),
        ],
      },
    ],
  },
);

/** The first number that each external tensor points to. */
function firstNumbers({ graph, functions }: ModelProto, file: Uint8Array<ArrayBuffer>): number[] {
  const stored = plainTensors([...storedTensors(graph!), ...storedInFunctions(functions)]).filter(isExternal);
  return stored.map(({ externalData }) => {
    const offset = Number(externalData.find(({ key }) => key === 'offset')!.value);
    return new DataView(file.buffer, offset).getFloat32(0, true);
  });
}

it('sparse weights and those of functions point to their bytes in the shortened file of a part', () => {
  const read = readModel(bytes, [{ path: 'w.bin', data }]);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const { proto, external } = read.value;
  const before = firstNumbers(proto, data);
  const cutter = createCutter({
    proto,
    external,
    boundaryTensors: [['x'], ['b'], ['y']],
    tensors: new Map(),
  });
  const tail = cutter(1, 2);
  if (!tail.ok) throw new Error(JSON.stringify(tail.error));
  const decoded = decodeModel(tail.value.model);
  if (!decoded.ok) throw new Error(decoded.error.kind);
  const [file] = tail.value.external;
  expect(file!.data.length).toBeLessThan(data.length);
  expect(firstNumbers(decoded.value, file!.data)).toEqual([100, 200, 300]);
  // What is cut is not changed.
  expect(firstNumbers(proto, data)).toEqual(before);
});
