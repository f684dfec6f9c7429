/** Frames from untrusted bytes: bounded, never throws, allocates no more than the message has bytes (plus its fields). */
import { err, ok, type Result } from '../result';
import { BadBytes, ByteReader } from './byteReader';
import { clientKinds, engines, magic, optimisations, serverKinds } from './encodeFrame';
import {
  partFailures,
  refusals,
  type BadFrame,
  type ClientFrame,
  type EdgeFacts,
  type ServerFrame,
} from './frames';
import { wireLimits, wireVersion } from './limits';
import { readHeads } from './tensorHeads';

const hashBytes = 32;

/** A message of the page. `maxModelBytes`: the largest model this server takes. */
export function decodeClientFrame(
  bytes: Uint8Array,
  maxModelBytes: number = wireLimits.modelBytes,
): Result<ClientFrame, BadFrame> {
  return decode(bytes, (reader) => readClientFrame(reader, maxModelBytes));
}

/** A message of the server. */
export function decodeServerFrame(bytes: Uint8Array): Result<ServerFrame, BadFrame> {
  return decode(bytes, readServerFrame);
}

function decode<T>(bytes: Uint8Array, read: (reader: ByteReader) => T): Result<T, BadFrame> {
  if (bytes.length > wireLimits.frameBytes)
    return err({
      kind: 'bad-frame',
      message: `${bytes.length} bytes are more than ${wireLimits.frameBytes}`,
    });
  try {
    const reader = new ByteReader(bytes);
    const frame = read(reader);
    reader.end();
    return ok(frame);
  } catch (error) {
    if (error instanceof BadBytes) return err({ kind: 'bad-frame', message: error.message });
    throw error;
  }
}

function readClientFrame(reader: ByteReader, maxModelBytes: number): ClientFrame {
  const kind = reader.oneOf(clientKinds, 'kind of a message');
  switch (kind) {
    case 'hello':
      return readHello(reader);
    case 'ping':
    case 'cancel':
      return { kind, id: reader.u32() };
    case 'blob-up':
    case 'blob-down':
      return { kind, id: reader.u32(), bytes: reader.upTo(wireLimits.blobBytes, 'bytes to measure with') };
    case 'load':
      return readLoad(reader, maxModelBytes);
    case 'load-end':
      return { kind, id: reader.u32(), hash: reader.bytes(hashBytes) };
    case 'run':
      return { kind, id: reader.u32(), slot: readSlot(reader), tensors: readHeads(reader) };
    case 'release':
      return { kind, slot: readSlot(reader) };
    case 'bye':
      return { kind };
    case 'chunk':
      return { kind, id: reader.u32(), data: reader.rest() };
  }
}

/** What another version says after its number is not for us to read. */
function readHello(reader: ByteReader): ClientFrame {
  readMagic(reader);
  const version = reader.u16();
  if (version === wireVersion)
    return { kind: 'hello', version, token: reader.text(wireLimits.tokenBytes, 'token') };
  reader.rest();
  return { kind: 'hello', version, token: '' };
}

function readLoad(reader: ByteReader, maxModelBytes: number): ClientFrame {
  const id = reader.u32();
  const slot = readSlot(reader);
  const threads = reader.u16();
  if (threads < 1 || threads > wireLimits.threads) throw new BadBytes(`threads: ${threads}`);
  const optimisation = reader.oneOf(optimisations, 'optimisation');
  const modelBytes = reader.upTo(maxModelBytes, 'bytes of the model');
  const count = reader.u16();
  if (count > wireLimits.externals)
    throw new BadBytes(`external files: ${count} are more than ${wireLimits.externals}`);
  let total = modelBytes;
  const externals = Array.from({ length: count }, () => {
    const path = reader.text(wireLimits.nameBytes, 'name of an external file');
    const bytes = reader.upTo(maxModelBytes, 'bytes of an external file');
    total += bytes;
    if (total > maxModelBytes) throw new BadBytes(`bytes of the model: more than ${maxModelBytes}`);
    return { path, bytes };
  });
  return { kind: 'load', id, slot, threads, optimisation, modelBytes, externals };
}

function readServerFrame(reader: ByteReader): ServerFrame {
  const kind = reader.oneOf(serverKinds, 'kind of a message');
  switch (kind) {
    case 'welcome':
      readMagic(reader);
      return { kind, version: readVersion(reader), facts: readFacts(reader) };
    case 'refused':
      readMagic(reader);
      return { kind, version: reader.u16(), reason: reader.oneOf(refusals, 'reason') };
    case 'pong':
    case 'received':
      return { kind, id: reader.u32() };
    case 'loaded':
      return { kind, id: reader.u32(), createS: reader.seconds(), threads: reader.u16() };
    case 'ran':
      return { kind, id: reader.u32(), runS: reader.seconds(), tensors: readHeads(reader) };
    case 'failed':
      return {
        kind,
        id: reader.u32(),
        failure: reader.oneOf(partFailures, 'kind of a failure'),
        message: reader.text(wireLimits.messageBytes, 'message'),
      };
    case 'bye':
      return { kind, message: reader.text(wireLimits.messageBytes, 'message') };
    case 'chunk':
      return { kind, id: reader.u32(), data: reader.rest() };
  }
}

function readSlot(reader: ByteReader): number {
  const slot = reader.u8();
  if (slot >= wireLimits.slots) throw new BadBytes(`slot ${slot}: there are ${wireLimits.slots}`);
  return slot;
}

function readMagic(reader: ByteReader): void {
  if (reader.u32() !== magic) throw new BadBytes('not an edge server of Splitscape');
}

/** A server of another version refuses instead of welcoming. */
function readVersion(reader: ByteReader): number {
  const version = reader.u16();
  if (version !== wireVersion) throw new BadBytes(`version ${version} of the protocol`);
  return version;
}

function readFacts(reader: ByteReader): EdgeFacts {
  return {
    name: reader.text(wireLimits.nameBytes, 'name'),
    engine: reader.oneOf(engines, 'engine'),
    engineVersion: reader.text(wireLimits.nameBytes, 'version'),
    cores: reader.u16(),
    threads: reader.u16(),
    maxModelBytes: reader.u32(),
  };
}
