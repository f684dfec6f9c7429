/** An imported model as a document keeps it: its structure with the shapes it really has, without its weights. */

/** ONNX element types that a tensor between operators may have. */
export const elementTypes = [
  'float32',
  'float16',
  'bfloat16',
  'float64',
  'int8',
  'uint8',
  'int16',
  'uint16',
  'int32',
  'uint32',
  'int64',
  'uint64',
  'bool',
] as const;
export type ElementType = (typeof elementTypes)[number];

export const elementBytes: Readonly<Record<ElementType, number>> = {
  float32: 4,
  float16: 2,
  bfloat16: 2,
  float64: 8,
  int8: 1,
  uint8: 1,
  int16: 2,
  uint16: 2,
  int32: 4,
  uint32: 4,
  int64: 8,
  uint64: 8,
  bool: 1,
};

export interface GraphTensor {
  /** As the file names it. */
  readonly name: string;
  readonly type: ElementType;
  /** Measured by running once; a scalar has none. */
  readonly shape: readonly number[];
}

export interface GraphOperator {
  /** Unique: the file's own name where it has one, else its kind and place ("Conv 12"). */
  readonly name: string;
  /** ONNX operator type; with its domain before a dot where that is not ONNX's own ("com.microsoft.FusedConv"). */
  readonly kind: string;
  /** Indices of the tensors it reads, each once, weights left out. If, Loop and Scan also read what their bodies capture. */
  readonly inputs: readonly number[];
  /** Indices of the tensors it makes that something reads, or that are the model's result. */
  readonly outputs: readonly number[];
  /** Multiply-accumulate operations of one run. */
  readonly macs: number;
  /** Elements of its weights; a weight that several operators share counts at the first. */
  readonly parameters: number;
  readonly weightBytes: number;
}

/** Operators in an order in which they can run. Operators whose inputs are all constants are weights and not in it. */
export interface ModelGraph {
  readonly tensors: readonly GraphTensor[];
  /** Indices of the model's inputs and results among `tensors`. */
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
  readonly operators: readonly GraphOperator[];
  /** Operators done after each block, rising; the last is their number. A block is never cut: the runtime fuses it. */
  readonly blockEnds: readonly number[];
}
