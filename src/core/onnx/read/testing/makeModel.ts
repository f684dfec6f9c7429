/** Small ONNX models by hand, for tests: every field of the format can be set, wrong ones included. */
import { create, type MessageInitShape, toBinary } from '@bufbuild/protobuf';
import {
  AttributeProto_AttributeType as AttributeType,
  AttributeProtoSchema,
  GraphProtoSchema,
  ModelProtoSchema,
  NodeProtoSchema,
  TensorProtoSchema,
  ValueInfoProtoSchema,
  type AttributeProto,
  type GraphProto,
  type TensorProto,
} from 'onnx-buf';
import { createRandom } from '../../../random';

export type ModelInit = MessageInitShape<typeof ModelProtoSchema>;
export type GraphInit = MessageInitShape<typeof GraphProtoSchema>;
type NodeInit = MessageInitShape<typeof NodeProtoSchema>;

const float32 = 1;
const typeNumbers = {
  float32,
  uint8: 2,
  int8: 3,
  int32: 6,
  int64: 7,
  string: 8,
  bool: 9,
  float16: 10,
};
export type TypeName = keyof typeof typeNumbers;

/** A tensor value; sizes may be numbers, symbols, or null where the file says nothing. */
export function value(name: string, dims: readonly (number | string | null)[], type: TypeName = 'float32') {
  const dim = dims.map((size) => ({
    value:
      typeof size === 'number'
        ? { case: 'dimValue' as const, value: BigInt(size) }
        : size === null
          ? { case: undefined }
          : { case: 'dimParam' as const, value: size },
  }));
  return create(ValueInfoProtoSchema, {
    name,
    type: { value: { case: 'tensorType', value: { elemType: typeNumbers[type], shape: { dim } } } },
  });
}

export function node(
  opType: string,
  input: readonly string[],
  output: readonly string[],
  more: Omit<NodeInit, '$typeName' | 'opType' | 'input' | 'output'> = {},
) {
  return create(NodeProtoSchema, { opType, input: [...input], output: [...output], ...more });
}

export function ints(name: string, values: readonly number[]): AttributeProto {
  return create(AttributeProtoSchema, { name, type: AttributeType.INTS, ints: values.map(BigInt) });
}
export function int(name: string, i: number): AttributeProto {
  return create(AttributeProtoSchema, { name, type: AttributeType.INT, i: BigInt(i) });
}
export function text(name: string, s: string): AttributeProto {
  return create(AttributeProtoSchema, {
    name,
    type: AttributeType.STRING,
    s: new Uint8Array(Buffer.from(s)),
  });
}
export function tensorAttribute(name: string, t: TensorProto): AttributeProto {
  return create(AttributeProtoSchema, { name, type: AttributeType.TENSOR, t });
}
export function body(name: string, graph: GraphInit): AttributeProto {
  const g: GraphProto = create(GraphProtoSchema, graph);
  return create(AttributeProtoSchema, { name, type: AttributeType.GRAPH, g });
}

/** Weights drawn from a seed, small enough that nothing overflows. */
export function weight(name: string, dims: readonly number[], seed = 1): TensorProto {
  const random = createRandom(seed);
  const length = dims.reduce((product, size) => product * size, 1);
  const values = Float32Array.from({ length }, () => (random.next() - 0.5) / 2);
  return create(TensorProtoSchema, {
    name,
    dims: dims.map(BigInt),
    dataType: float32,
    rawData: new Uint8Array(values.buffer),
  });
}

/** A stored tensor of any type, from its bytes. */
export function stored(
  name: string,
  type: TypeName,
  dims: readonly number[],
  data: { readonly buffer: ArrayBuffer },
): TensorProto {
  return create(TensorProtoSchema, {
    name,
    dims: dims.map(BigInt),
    dataType: typeNumbers[type],
    rawData: new Uint8Array(data.buffer),
  });
}

export function integers(name: string, values: readonly number[]): TensorProto {
  return stored(name, 'int64', [values.length], BigInt64Array.from(values.map(BigInt)));
}

/** A model of IR version 8 and opset 17, unless told otherwise. */
export function model(
  graph: GraphInit,
  more: Omit<ModelInit, '$typeName' | 'graph'> = {},
): Uint8Array<ArrayBuffer> {
  return toBinary(
    ModelProtoSchema,
    create(ModelProtoSchema, {
      irVersion: 8n,
      producerName: 'test',
      opsetImport: [{ domain: '', version: 17n }],
      graph: create(GraphProtoSchema, { name: 'graph', ...graph }),
      ...more,
    }),
  );
}

/** x -> Relu -> a -> Neg -> y, the smallest model that can be cut. */
export function twoOperators(more: GraphInit = {}): Uint8Array<ArrayBuffer> {
  return model({
    input: [value('x', [1, 4])],
    output: [value('y', [1, 4])],
    node: [node('Relu', ['x'], ['a']), node('Neg', ['a'], ['y'])],
    ...more,
  });
}
