/**
 * A walk over the bytes of a model before anything is decoded: whether they are whole, and what decoding them would cost.
 * A few bytes can ask for a thousand times as much memory (an empty message takes two), so the price is known first.
 */
import { ScalarType, type DescField, type DescMessage } from '@bufbuild/protobuf';
import { err, ok, type Result } from '../../result';

export type ScanFault =
  /** A field goes beyond the end of the bytes. */
  | { readonly kind: 'cut-short'; readonly at: number }
  | { readonly kind: 'malformed'; readonly at: number }
  | { readonly kind: 'too-deep'; readonly at: number }
  /** Decoded it would take more than the budget. */
  | { readonly kind: 'too-costly'; readonly at: number };

/** What decoded things take in memory [B], rounded up; payloads of bytes are views and cost nothing. */
const cost = { message: 400, view: 150, text: 40, character: 2, number: 10, bigint: 40 } as const;

const wire = { varint: 0, fixed64: 1, bytes: 2, fixed32: 5 } as const;

/** Enough for subgraphs in subgraphs in subgraphs; the decoder's own limit is 100. */
const deepest = 90;

interface Frame {
  readonly fields: ReadonlyMap<number, DescField>;
  readonly end: number;
}

/** O(bytes read): payloads are skipped. Never recurses and never allocates more than its stack. */
export function scanBytes(
  bytes: Uint8Array,
  message: DescMessage,
  budgetBytes: number,
): Result<null, ScanFault> {
  const stack: Frame[] = [{ fields: fieldsOf(message), end: bytes.length }];
  let at = 0;
  let spent = 0;
  const fault = (kind: ScanFault['kind']) => err({ kind, at });
  /** Reads a varint; -1 when there is none before the end. Exact up to 2^53; above only its size matters. */
  const varint = (end: number): number => {
    let value = 0;
    for (let place = 0; place < 10 && at < end; place += 1) {
      const byte = bytes[at]!;
      at += 1;
      value += (byte & 0x7f) * 2 ** (7 * place);
      if (byte < 0x80) return value;
    }
    return -1;
  };

  for (;;) {
    while (stack.length > 0 && at === stack.at(-1)!.end) stack.pop();
    const frame = stack.at(-1);
    if (frame === undefined) return ok(null);
    const shortHere = (): ScanFault['kind'] => (frame.end === bytes.length ? 'cut-short' : 'malformed');
    const tag = varint(frame.end);
    if (tag < 0) return fault(shortHere());
    const wireType = tag % 8;
    const number = Math.floor(tag / 8);
    if (number < 1 || number >= 2 ** 29) return fault('malformed');
    const field = frame.fields.get(number);
    if (field !== undefined && !fits(field, wireType)) return fault('malformed');

    if (wireType === wire.varint) {
      if (varint(frame.end) < 0) return fault(shortHere());
      if (field !== undefined) spent += costOfNumber(field);
    } else if (wireType === wire.fixed32 || wireType === wire.fixed64) {
      at += wireType === wire.fixed32 ? 4 : 8;
      if (at > frame.end) return fault(shortHere());
      if (field !== undefined) spent += costOfNumber(field);
    } else if (wireType === wire.bytes) {
      const length = varint(frame.end);
      if (length < 0 || at + length > bytes.length) return fault('cut-short');
      if (at + length > frame.end) return fault('malformed');
      const inner = field === undefined ? undefined : messageOf(field);
      if (inner !== undefined) {
        spent += cost.message;
        if (stack.length >= deepest) return fault('too-deep');
        stack.push({ fields: fieldsOf(inner), end: at + length });
      } else {
        if (field !== undefined) spent += costOfPayload(field, bytes, at, length);
        at += length;
      }
    } else {
      // Groups, which ONNX never had, and types that do not exist.
      return fault('malformed');
    }
    if (spent > budgetBytes) return fault('too-costly');
  }
}

const known = new Map<DescMessage, ReadonlyMap<number, DescField>>();
function fieldsOf(message: DescMessage): ReadonlyMap<number, DescField> {
  let fields = known.get(message);
  if (fields === undefined) {
    fields = new Map(message.fields.map((field) => [field.number, field]));
    known.set(message, fields);
  }
  return fields;
}

function messageOf(field: DescField): DescMessage | undefined {
  if (field.fieldKind === 'message') return field.message;
  return field.fieldKind === 'list' && field.listKind === 'message' ? field.message : undefined;
}

/** The scalar type of a field; enumerations are 32-bit integers. */
function scalarOf(field: DescField): ScalarType {
  if (field.fieldKind === 'scalar') return field.scalar;
  return field.fieldKind === 'list' && field.listKind === 'scalar' ? field.scalar : ScalarType.INT32;
}

/** The decoder trusts wire types: one that does not belong to its field would make it read something else than we did. */
function fits(field: DescField, wireType: number): boolean {
  if (messageOf(field) !== undefined) return wireType === wire.bytes;
  const own = wireTypeOf(scalarOf(field));
  return wireType === own || (field.fieldKind === 'list' && wireType === wire.bytes);
}

const wireTypes: ReadonlyMap<ScalarType, number> = new Map([
  [ScalarType.FLOAT, wire.fixed32],
  [ScalarType.FIXED32, wire.fixed32],
  [ScalarType.SFIXED32, wire.fixed32],
  [ScalarType.DOUBLE, wire.fixed64],
  [ScalarType.FIXED64, wire.fixed64],
  [ScalarType.SFIXED64, wire.fixed64],
  [ScalarType.STRING, wire.bytes],
  [ScalarType.BYTES, wire.bytes],
]);

function wireTypeOf(scalar: ScalarType): number {
  return wireTypes.get(scalar) ?? wire.varint;
}

function costOfNumber(field: DescField): number {
  const scalar = scalarOf(field);
  const isBig = scalar === ScalarType.INT64 || scalar === ScalarType.UINT64;
  return isBig ? cost.bigint : field.fieldKind === 'list' ? cost.number : 0;
}

function costOfPayload(field: DescField, bytes: Uint8Array, from: number, length: number): number {
  const scalar = scalarOf(field);
  if (scalar === ScalarType.STRING) return cost.text + cost.character * length;
  if (scalar === ScalarType.BYTES) return cost.view;
  const type = wireTypeOf(scalar);
  if (type !== wire.varint) return (length / (type === wire.fixed32 ? 4 : 8)) * cost.number;
  let values = 0;
  for (let i = from; i < from + length; i += 1) if (bytes[i]! < 0x80) values += 1;
  return values * costOfNumber(field);
}
