/** The only file here that knows the protobuf library: bytes to messages and back. Payloads stay views of the bytes. */
import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import {
  GraphProtoSchema,
  ModelProtoSchema,
  ValueInfoProtoSchema,
  type AttributeProto,
  type GraphProto,
  type ModelProto,
  type NodeProto,
  type SparseTensorProto,
  type TensorProto,
  type ValueInfoProto,
} from 'onnx-buf';
import { err, ok, type Result } from '../../result';
import type { ModelFault } from '../modelFacts';
import { scanBytes } from './scanBytes';

export type {
  AttributeProto,
  GraphProto,
  ModelProto,
  NodeProto,
  SparseTensorProto,
  TensorProto,
  ValueInfoProto,
};

/** A graph in a node's attribute nests three messages deep: what the scanner's limit allows. */
const decodeLimits = { readUnknownFields: false, recursionLimit: 100 } as const;

/**
 * Memory that decoding may take beside the bytes themselves [B]: what many nodes with many attributes need, or weights in lists of
 * numbers instead of bytes, and no more.
 */
function decodeBudget({ length }: Uint8Array): number {
  return Math.min(2e9, 256e6 + 20 * length);
}

export function decodeModel(bytes: Uint8Array): Result<ModelProto, ModelFault> {
  if (bytes.length === 0) return err({ kind: 'not-onnx', detail: 'the file is empty' });
  const scanned = scanBytes(bytes, ModelProtoSchema, decodeBudget(bytes));
  if (!scanned.ok) {
    const { kind, at } = scanned.error;
    if (kind === 'cut-short' && at > 0 && looksLikeModel(bytes))
      return err({ kind: 'cut-short', detail: `a field goes on after the end of the file, at byte ${at}` });
    if (kind === 'too-deep')
      return err({
        kind: 'inconsistent',
        at: { what: 'model' },
        detail: 'graphs within graphs beyond any use',
      });
    if (kind === 'too-costly')
      return err({ kind: 'too-large', bytes: bytes.length, limitBytes: decodeBudget(bytes) });
    return err({ kind: 'not-onnx', detail: describeStart(bytes, at) });
  }
  try {
    return ok(fromBinary(ModelProtoSchema, bytes, decodeLimits));
  } catch (error) {
    return err({ kind: 'not-onnx', detail: error instanceof Error ? error.message : String(error) });
  }
}

/** A model begins with its IR version: field 1, a small number. */
function looksLikeModel(bytes: Uint8Array): boolean {
  return bytes[0] === 0x08 && (bytes[1] ?? 255) < 64;
}

/** What a file is that is none of ours, where its beginning gives it away. */
function describeStart(bytes: Uint8Array, at: number): string {
  const start = String.fromCharCode(...bytes.subarray(0, 60));
  if (start.startsWith('version https://git-lfs')) return 'a Git LFS pointer, not the model it points to';
  if (/^\s*</.test(start)) return 'a web page';
  if (/^\s*[{[]/.test(start)) return 'text (JSON)';
  if (start.startsWith('PK\u0003\u0004')) return 'a ZIP archive (a PyTorch checkpoint is one)';
  if (start.slice(4, 8) === 'TFL3') return 'a TensorFlow Lite model';
  if (start.startsWith('\u0089HDF')) return 'an HDF5 file (Keras)';
  if (start.slice(4, 8) === 'ORTM') return 'a model in ONNX Runtime’s own format (.ort)';
  return `no ONNX model: its bytes make no sense from byte ${at} on`;
}

/** The model as bytes. Weights are copied. */
export function encodeModel(model: ModelProto): Uint8Array<ArrayBuffer> {
  return toBinary(ModelProtoSchema, model);
}

/** Bytes that, put after a model's own, make these tensors results too: protobuf merges a message given twice. */
export function outputsSuffix(tensors: readonly string[]): Uint8Array<ArrayBuffer> {
  const output = tensors.map((name) => create(ValueInfoProtoSchema, { name }));
  return toBinary(
    ModelProtoSchema,
    create(ModelProtoSchema, { graph: create(GraphProtoSchema, { output }) }),
  );
}

/** Graphs in a node's attributes: the bodies of If, Loop and Scan. */
export function bodiesOf(node: NodeProto): readonly GraphProto[] {
  return node.attribute.flatMap(({ g, graphs }) => (g === undefined ? graphs : [g, ...graphs]));
}

export function attributeOf(node: NodeProto, name: string): AttributeProto | undefined {
  return node.attribute.find((attribute) => attribute.name === name);
}

/** An integer attribute, or what ONNX says it is when left out. */
export function intOf(node: NodeProto, name: string, otherwise: number): number {
  const attribute = attributeOf(node, name);
  return attribute === undefined ? otherwise : Number(attribute.i);
}

/** Text attributes are bytes; names of equations and modes are ASCII. */
export function textOf(node: NodeProto, name: string): string {
  const bytes = attributeOf(node, name)?.s ?? new Uint8Array();
  return Array.from(bytes.subarray(0, 1000), (byte) => String.fromCharCode(byte)).join('');
}
