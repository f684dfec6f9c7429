import { create } from '@bufbuild/protobuf';
import { TensorProto_DataType, ValueInfoProtoSchema } from 'onnx-buf';
import type { ElementType } from '../../model/imported/types';
import type { ValueInfoProto } from '../read/protoModel';

const dataTypes: Readonly<Record<ElementType, TensorProto_DataType>> = {
  float32: TensorProto_DataType.FLOAT,
  float16: TensorProto_DataType.FLOAT16,
  bfloat16: TensorProto_DataType.BFLOAT16,
  float64: TensorProto_DataType.DOUBLE,
  int8: TensorProto_DataType.INT8,
  uint8: TensorProto_DataType.UINT8,
  int16: TensorProto_DataType.INT16,
  uint16: TensorProto_DataType.UINT16,
  int32: TensorProto_DataType.INT32,
  uint32: TensorProto_DataType.UINT32,
  int64: TensorProto_DataType.INT64,
  uint64: TensorProto_DataType.UINT64,
  bool: TensorProto_DataType.BOOL,
};

/** An input or result of a graph; without a type the runtime finds it itself, without a shape so it does that. */
export function valueInfo(
  name: string,
  type: ElementType | null,
  shape: readonly number[] | null,
): ValueInfoProto {
  if (type === null) return create(ValueInfoProtoSchema, { name });
  const dim = shape?.map((extent) => ({ value: { case: 'dimValue' as const, value: BigInt(extent) } }));
  return create(ValueInfoProtoSchema, {
    name,
    type: {
      value: {
        case: 'tensorType',
        value: { elemType: dataTypes[type], ...(dim !== undefined && { shape: { dim } }) },
      },
    },
  });
}
