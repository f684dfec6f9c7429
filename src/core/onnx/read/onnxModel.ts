/** An ONNX model that was read, found to be in order, and brought into one form. */
import type { ModelProto, NodeProto } from 'onnx-buf';
import type { ModelValue } from '../modelFacts';

export interface ExternalData {
  /** As the model names it: relative, without "..". */
  readonly path: string;
  readonly data: Uint8Array<ArrayBuffer>;
}

/** A tensor that is the same in every run: an initialiser, or made from initialisers alone. */
export interface Constant {
  readonly name: string;
  /** ONNX's name of the element type ("float32", "int4"); null where only running tells. */
  readonly type: string | null;
  readonly shape: readonly number[] | null;
  /**
   * The stored values it comes from: itself, or those that the nodes which make it read. Shared ones count once for whoever
   * adds up weights.
   */
  readonly stored: readonly StoredValue[];
}

/** Values that the file (or its external data) holds. */
export interface StoredValue {
  readonly name: string;
  readonly type: string;
  readonly shape: readonly number[];
  readonly elements: number;
  readonly bytes: number;
  /** Not stored but filled with one value (`ConstantOfShape`): padding, a mask, or weights for latency alone. */
  readonly filled?: true;
}

export interface OnnxOperator {
  /** Unique: the file's own name where it has one, else its kind and place. */
  readonly name: string;
  /** With its domain before a dot where that is not ONNX's own. */
  readonly kind: string;
  /** The node itself. Its `name` is `N<index>`: short, unique, and found again in the runtime's profile. */
  readonly node: NodeProto;
  /** Tensors it reads that are no constants, each once, those that bodies capture included. */
  readonly inputs: readonly string[];
  /** Constants it reads, each once, those that bodies capture included. */
  readonly constants: readonly string[];
  /** Tensors it makes that something reads or that are results, each once. */
  readonly outputs: readonly string[];
  /** What its bodies store, and the functions it is the first to call. */
  readonly inside: readonly StoredValue[];
  /** If, Loop, Scan, or a function of the model's own: it is never looked into. */
  readonly whole: boolean;
}

/**
 * Nodes are in running order and bear the names `N0`, `N1`, ... (`C0`, ... where they only make constants, and `B<index>.<k>`
 * inside the bodies of operator `N<index>`); initialisers are no inputs; nodes that no result needs are gone. Weights are views
 * of the bytes that were read.
 */
export interface OnnxModel {
  readonly proto: ModelProto;
  /** In the order of their paths, only those that the model names. */
  readonly external: readonly ExternalData[];
  /** First 32 hexadecimal digits of SHA-256 over the model's bytes and then its external data. */
  readonly fingerprint: string;
  /** Model and external data together [B]. */
  readonly bytes: number;
  /** Initialisers left out. */
  readonly inputs: readonly ModelValue[];
  /** Inputs that do not even say how many dimensions they have. */
  readonly shapeless: readonly string[];
  readonly outputs: readonly ModelValue[];
  /** In running order, constants left out; `operators[i].node` is `N<i>`. */
  readonly operators: readonly OnnxOperator[];
  readonly constants: ReadonlyMap<string, Constant>;
}
