/** What is split: operators and tensors of a static graph (batch 1, float32), and the blocks they fuse into. */

export type OperatorKind =
  | 'Add'
  | 'BatchNormalization'
  | 'Clip'
  | 'Conv'
  | 'Dropout'
  | 'Flatten'
  | 'Gemm'
  | 'GlobalAveragePool'
  | 'MatMul'
  | 'MaxPool'
  | 'Relu'
  | 'Reshape'
  | 'Transpose';

export interface Tensor {
  readonly id: string;
  /** Static shape, batch included: [1, C, H, W] or [1, features]. */
  readonly shape: readonly number[];
}

/** A constant operand. `learned` weights count as parameters; BN running statistics and pooling matrices do not. */
export interface Weight {
  readonly name: string;
  readonly shape: readonly number[];
  readonly role: 'learned' | 'statistic' | 'constant';
  /** Values of a `constant` weight (the pooling matrices); learned weights are drawn from the seed. */
  readonly values?: readonly number[];
}

export interface Operator {
  /** Unique; equal to torchvision's module path where there is one ("layer1.0.conv1"). */
  readonly name: string;
  readonly kind: OperatorKind;
  /** Tensors read, in ONNX order, weights excluded. */
  readonly inputs: readonly string[];
  readonly output: string;
  readonly weights: readonly Weight[];
  readonly attributes: Readonly<Record<string, number | readonly number[]>>;
  /** Multiply-accumulate operations for batch 1. */
  readonly macs: number;
}

export interface LayerGraph {
  readonly name: string;
  readonly input: string;
  readonly output: string;
  /** Every tensor by id, input included. */
  readonly tensors: Readonly<Record<string, Tensor>>;
  /** Topological order; a block is a contiguous run of it. */
  readonly operators: readonly Operator[];
}

/** A run of operators that is never cut: what ONNX Runtime fuses into one kernel. */
export interface Block {
  /** Name of the operator that leads it: the name ONNX Runtime's profiler reports. */
  readonly name: string;
  /** Short label for a chart column ("conv 3x3, 64"). */
  readonly label: string;
  readonly operators: readonly string[];
  readonly macs: number;
  /** Learned parameters. */
  readonly parameters: number;
  /** Bytes of all constants at fp32. */
  readonly weightBytes: number;
  /** Bytes of activations read and written at fp32. */
  readonly activationBytes: number;
}

/** What must cross if the model is cut here: every live tensor once. */
export interface Boundary {
  readonly tensors: readonly string[];
  /** Elements of the raw model input among them (they ship at the input's precision). */
  readonly inputElements: number;
  /** Elements of features (they ship at the workload's precision). */
  readonly featureElements: number;
}

/** A model as the solvers see it: L blocks and L + 1 boundaries; boundary 0 is the input, boundary L the output. */
export interface BlockChain {
  readonly name: string;
  readonly blocks: readonly Block[];
  readonly boundaries: readonly Boundary[];
}
