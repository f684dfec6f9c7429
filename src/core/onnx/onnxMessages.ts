/** The only file that knows the protobuf library: plain values in, ONNX messages and bytes out. */
import { create, toBinary } from '@bufbuild/protobuf';
import type { AttributeProto, NodeProto, TensorProto, ValueInfoProto } from 'onnx-buf';
import {
  AttributeProto_AttributeType,
  AttributeProtoSchema,
  ModelProtoSchema,
  NodeProtoSchema,
  TensorProto_DataType,
  TensorProtoSchema,
  ValueInfoProtoSchema,
} from 'onnx-buf';

export type { AttributeProto, NodeProto, TensorProto };

/** Opset 17 with its IR version 8: old enough for every reader, new enough for every operator used here. */
const opset = 17n;
const irVersion = 8n;

export interface NodeParts {
  readonly name: string;
  readonly opType: string;
  readonly inputs: readonly string[];
  readonly output: string;
  readonly attributes?: readonly AttributeProto[];
}

export interface ModelParts {
  readonly name: string;
  readonly nodes: readonly NodeProto[];
  readonly initializers: readonly TensorProto[];
  readonly input: { readonly name: string; readonly shape: readonly number[] };
  readonly output: { readonly name: string; readonly shape: readonly number[] };
}

export function node({ name, opType, inputs, output, attributes = [] }: NodeParts): NodeProto {
  return create(NodeProtoSchema, {
    name,
    opType,
    input: [...inputs],
    output: [output],
    attribute: [...attributes],
  });
}

export function floatAttribute(name: string, f: number): AttributeProto {
  return create(AttributeProtoSchema, { name, type: AttributeProto_AttributeType.FLOAT, f });
}

export function intAttribute(name: string, i: number): AttributeProto {
  return create(AttributeProtoSchema, { name, type: AttributeProto_AttributeType.INT, i: BigInt(i) });
}

export function intsAttribute(name: string, ints: readonly number[]): AttributeProto {
  return create(AttributeProtoSchema, {
    name,
    type: AttributeProto_AttributeType.INTS,
    ints: ints.map(BigInt),
  });
}

export function tensorAttribute(name: string, t: TensorProto): AttributeProto {
  return create(AttributeProtoSchema, { name, type: AttributeProto_AttributeType.TENSOR, t });
}

/** ONNX wants little endian: the order of every machine that a browser or Node runs on today. The buffer is not copied. */
export function floatTensor(
  name: string,
  shape: readonly number[],
  values: Float32Array<ArrayBuffer>,
): TensorProto {
  return create(TensorProtoSchema, {
    name,
    dims: shape.map(BigInt),
    dataType: TensorProto_DataType.FLOAT,
    rawData: new Uint8Array(values.buffer, values.byteOffset, values.byteLength),
  });
}

export function intTensor(name: string, values: readonly number[]): TensorProto {
  const data = new BigInt64Array(values.map(BigInt));
  return create(TensorProtoSchema, {
    name,
    dims: [BigInt(values.length)],
    dataType: TensorProto_DataType.INT64,
    rawData: new Uint8Array(data.buffer),
  });
}

export function modelBytes({
  name,
  nodes,
  initializers,
  input,
  output,
}: ModelParts): Uint8Array<ArrayBuffer> {
  const model = create(ModelProtoSchema, {
    irVersion,
    opsetImport: [{ domain: '', version: opset }],
    producerName: 'splitscape',
    graph: {
      name,
      node: [...nodes],
      initializer: [...initializers],
      input: [valueInfo(input.name, input.shape)],
      output: [valueInfo(output.name, output.shape)],
    },
  });
  return toBinary(ModelProtoSchema, model);
}

function valueInfo(name: string, shape: readonly number[]): ValueInfoProto {
  const dim = shape.map((extent) => ({ value: { case: 'dimValue' as const, value: BigInt(extent) } }));
  return create(ValueInfoProtoSchema, {
    name,
    type: {
      value: { case: 'tensorType', value: { elemType: TensorProto_DataType.FLOAT, shape: { dim } } },
    },
  });
}
