import type { ShippedPrecision } from '../../../core/scenario/types';

/** Of the precisions in which features may cross a cut, most precise first. */
export const shippedNames: readonly (readonly [ShippedPrecision, string])[] = [
  ['fp32', '32-bit floats (4 bytes each)'],
  ['fp16', '16-bit floats (2 bytes each)'],
  ['int8', '8-bit integers (1 byte each)'],
];
