/** Inputs and results as a file declares them. */
import type { Dimension, ModelValue } from '../modelFacts';
import { limits } from '../../scenario/limits';
import { elementTypeOf } from './dataTypes';
import type { ValueInfoProto } from './protoModel';

/** What a document can hold; an unknown extent turns up as 2^32 - 1 here and there. */
const largestExtent = limits.extent;

export function valueOf({ name, type }: ValueInfoProto): ModelValue {
  if (type?.value.case !== 'tensorType') return { name, type: null, dims: [] };
  const { elemType, shape } = type.value.value;
  return {
    name,
    type: elementTypeOf(elemType),
    dims: (shape?.dim ?? []).map(({ value }): Dimension => {
      if (value.case === 'dimValue') {
        const extent = Number(value.value);
        // Exporters write an open extent as 0 or -1.
        return extent >= 1 && extent <= largestExtent ? extent : null;
      }
      return value.case === 'dimParam' && value.value !== '' ? { symbol: value.value } : null;
    }),
  };
}

/** Whether a declared value is something else than a tensor of numbers. Results often declare nothing: that says nothing. */
export function isNoTensor({ type }: ValueInfoProto): boolean {
  if (type === undefined || type.value.case === undefined) return false;
  return (
    type.value.case !== 'tensorType' ||
    (type.value.value.elemType !== 0 && elementTypeOf(type.value.value.elemType) === null)
  );
}

export function isShapeless({ type }: ValueInfoProto): boolean {
  return type?.value.case === 'tensorType' && type.value.value.shape === undefined;
}
