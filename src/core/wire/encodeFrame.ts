/**
 * Frames as bytes, little-endian: one byte that names the kind (its place in the list), then for all but the first and last
 * frames of a connection the id, then the fields in the order below. Lengths are explicit; nothing is compressed.
 */
import { ByteWriter } from './byteWriter';
import { partFailures, refusals, type ClientFrame, type EdgeFacts, type ServerFrame } from './frames';
import { wireLimits } from './limits';
import { writeHeads } from './tensorHeads';

/** "SPLT": whatever else might be talking to the server does not begin with it. */
export const magic = 0x544c5053;

/** The place of a kind is its first byte on the wire: append, never reorder. */
export const clientKinds = [
  'hello',
  'ping',
  'blob-up',
  'blob-down',
  'load',
  'load-end',
  'run',
  'cancel',
  'release',
  'bye',
  'chunk',
] as const satisfies readonly ClientFrame['kind'][];
export const serverKinds = [
  'welcome',
  'refused',
  'pong',
  'received',
  'loaded',
  'ran',
  'failed',
  'bye',
  'chunk',
] as const satisfies readonly ServerFrame['kind'][];
export const optimisations = ['all', 'disabled'] as const;
export const engines = ['native', 'wasm'] as const;

export function encodeClientFrame(frame: ClientFrame): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter().u8(clientKinds.indexOf(frame.kind));
  switch (frame.kind) {
    case 'hello':
      return writer.u32(magic).u16(frame.version).text(frame.token, wireLimits.tokenBytes).finish();
    case 'ping':
    case 'cancel':
      return writer.u32(frame.id).finish();
    case 'blob-up':
    case 'blob-down':
      return writer.u32(frame.id).u32(frame.bytes).finish();
    case 'load':
      writer.u32(frame.id).u8(frame.slot).u16(frame.threads);
      writer.u8(optimisations.indexOf(frame.optimisation)).u32(frame.modelBytes).u16(frame.externals.length);
      for (const { path, bytes } of frame.externals) writer.text(path, wireLimits.nameBytes).u32(bytes);
      return writer.finish();
    case 'load-end':
      return writer.u32(frame.id).bytes(frame.hash).finish();
    case 'run':
      return writeHeads(writer.u32(frame.id).u8(frame.slot), frame.tensors).finish();
    case 'release':
      return writer.u8(frame.slot).finish();
    case 'bye':
      return writer.finish();
    case 'chunk':
      return writer.u32(frame.id).bytes(frame.data).finish();
  }
}

export function encodeServerFrame(frame: ServerFrame): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter().u8(serverKinds.indexOf(frame.kind));
  switch (frame.kind) {
    case 'welcome':
      return writeFacts(writer.u32(magic).u16(frame.version), frame.facts).finish();
    case 'refused':
      return writer.u32(magic).u16(frame.version).u8(refusals.indexOf(frame.reason)).finish();
    case 'pong':
    case 'received':
      return writer.u32(frame.id).finish();
    case 'loaded':
      return writer.u32(frame.id).f64(frame.createS).u16(frame.threads).finish();
    case 'ran':
      return writeHeads(writer.u32(frame.id).f64(frame.runS), frame.tensors).finish();
    case 'failed':
      return writer
        .u32(frame.id)
        .u8(partFailures.indexOf(frame.failure))
        .text(frame.message, wireLimits.messageBytes)
        .finish();
    case 'bye':
      return writer.text(frame.message, wireLimits.messageBytes).finish();
    case 'chunk':
      return writer.u32(frame.id).bytes(frame.data).finish();
  }
}

function writeFacts(writer: ByteWriter, facts: EdgeFacts): ByteWriter {
  return writer
    .text(facts.name, wireLimits.nameBytes)
    .u8(engines.indexOf(facts.engine))
    .text(facts.engineVersion, wireLimits.nameBytes)
    .u16(facts.cores)
    .u16(facts.threads)
    .u32(facts.maxModelBytes);
}
