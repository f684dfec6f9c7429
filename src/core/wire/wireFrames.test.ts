import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { elementTypes } from '../model/imported/types';
import { decodeClientFrame, decodeServerFrame } from './decodeFrame';
import { clientKinds, encodeClientFrame, encodeServerFrame, serverKinds } from './encodeFrame';
import { partFailures, refusals, type ClientFrame, type ServerFrame, type TensorHead } from './frames';
import { wireLimits, wireVersion } from './limits';
import { tensorBytes, totalTensorBytes } from './tensorHeads';

const id = fc.nat({ max: 0xffffffff });
const slot = fc.nat({ max: wireLimits.slots - 1 });
const name = fc.string({ unit: 'grapheme', maxLength: 60 });
const data = fc.uint8Array({ maxLength: 300 });
const seconds = fc.double({ min: 0, max: 1e6, noNaN: true });
const shape = fc.array(fc.nat({ max: 9 }), { maxLength: 5 });
const restore = fc.record({
  scale: fc.double({ min: Number.MIN_VALUE, max: Number.MAX_VALUE, noNaN: true }),
  zeroPoint: fc.integer({ min: -128, max: 255 }),
});
const head: fc.Arbitrary<TensorHead> = fc.oneof(
  fc.record({ name, type: fc.constantFrom(...elementTypes), shape }),
  fc.record({
    name,
    type: fc.constantFrom('float16' as const, 'int8' as const, 'uint8' as const),
    shape,
    restore,
  }),
);
const tensors = fc.array(head, { maxLength: 6 });

const clientFrame: fc.Arbitrary<ClientFrame> = fc.oneof(
  fc.record({ kind: fc.constant('hello' as const), version: fc.constant(wireVersion), token: name }),
  fc.record({ kind: fc.constantFrom('ping' as const, 'cancel' as const), id }),
  fc.record({
    kind: fc.constantFrom('blob-up' as const, 'blob-down' as const),
    id,
    bytes: fc.nat({ max: wireLimits.blobBytes }),
  }),
  fc.record({
    kind: fc.constant('load' as const),
    id,
    slot,
    threads: fc.integer({ min: 1, max: wireLimits.threads }),
    optimisation: fc.constantFrom('all' as const, 'disabled' as const),
    modelBytes: fc.nat({ max: 1e8 }),
    externals: fc.array(fc.record({ path: name, bytes: fc.nat({ max: 1e8 }) }), { maxLength: 5 }),
  }),
  fc.record({
    kind: fc.constant('load-end' as const),
    id,
    hash: fc.uint8Array({ minLength: 32, maxLength: 32 }),
  }),
  fc.record({ kind: fc.constant('run' as const), id, slot, tensors }),
  fc.record({ kind: fc.constant('release' as const), slot }),
  fc.record({ kind: fc.constant('bye' as const) }),
  fc.record({ kind: fc.constant('chunk' as const), id, data }),
);

const serverFrame: fc.Arbitrary<ServerFrame> = fc.oneof(
  fc.record({
    kind: fc.constant('welcome' as const),
    version: fc.constant(wireVersion),
    facts: fc.record({
      name,
      engine: fc.constantFrom('native' as const, 'wasm' as const),
      engineVersion: name,
      cores: fc.nat({ max: 65_535 }),
      threads: fc.nat({ max: 65_535 }),
      maxModelBytes: fc.nat({ max: 0xffffffff }),
    }),
  }),
  fc.record({
    kind: fc.constant('refused' as const),
    version: fc.nat({ max: 65_535 }),
    reason: fc.constantFrom(...refusals),
  }),
  fc.record({ kind: fc.constantFrom('pong' as const, 'received' as const), id }),
  fc.record({
    kind: fc.constant('loaded' as const),
    id,
    createS: seconds,
    threads: fc.nat({ max: 65_535 }),
  }),
  fc.record({ kind: fc.constant('ran' as const), id, runS: seconds, tensors }),
  fc.record({
    kind: fc.constant('failed' as const),
    id,
    failure: fc.constantFrom(...partFailures),
    message: name,
  }),
  fc.record({ kind: fc.constant('bye' as const), message: name }),
  fc.record({ kind: fc.constant('chunk' as const), id, data }),
);

const options = { seed: 4, numRuns: 400 };

describe('frames', () => {
  test('every message of the page comes out as it went in', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(clientFrame, (frame) => {
        seen.add(frame.kind);
        expect(decodeClientFrame(encodeClientFrame(frame))).toEqual({ ok: true, value: frame });
      }),
      options,
    );
    expect([...seen].sort()).toEqual([...clientKinds].sort());
  });

  test('every message of the server comes out as it went in', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(serverFrame, (frame) => {
        seen.add(frame.kind);
        expect(decodeServerFrame(encodeServerFrame(frame))).toEqual({ ok: true, value: frame });
      }),
      options,
    );
    expect([...seen].sort()).toEqual([...serverKinds].sort());
  });

  test('no bytes whatever make a decoder throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(decodeClientFrame(bytes)).toHaveProperty('ok');
        expect(decodeServerFrame(bytes)).toHaveProperty('ok');
      }),
      { seed: 5, numRuns: 5000 },
    );
  });

  test('a message cut short, or with a byte changed, is refused or is another legal message', () => {
    fc.assert(
      fc.property(clientFrame, fc.nat(), fc.nat({ max: 255 }), (frame, place, byte) => {
        const bytes = encodeClientFrame(frame);
        const cut = decodeClientFrame(bytes.subarray(0, place % bytes.length));
        if (cut.ok) expect(cut.value.kind).toBe('chunk');
        const changed = bytes.slice();
        changed[place % bytes.length] = byte;
        const read = decodeClientFrame(changed);
        if (!read.ok) expect(read.error.kind).toBe('bad-frame');
        else expect(decodeClientFrame(encodeClientFrame(read.value))).toEqual(read);
      }),
      { seed: 6, numRuns: 3000 },
    );
  });
});

describe('limits', () => {
  const refused = (frame: ClientFrame) => {
    const read = decodeClientFrame(encodeClientFrame(frame));
    return read.ok ? null : read.error.message;
  };
  const run = (heads: readonly TensorHead[]): ClientFrame => ({
    kind: 'run',
    id: 1,
    slot: 0,
    tensors: heads,
  });
  const float = (shape: readonly number[]): TensorHead => ({ name: 'x', type: 'float32', shape });

  test('a message larger than the limit is refused unread', () => {
    const read = decodeClientFrame(new Uint8Array(wireLimits.frameBytes + 1));
    expect(read).toMatchObject({ ok: false, error: { kind: 'bad-frame' } });
  });

  test('tensors that announce more bytes than allowed are refused, also where a product overflows', () => {
    expect(refused(run([float([64, 1_000_000])]))).toBeNull();
    expect(refused(run([float([65, 1_000_000])]))).toContain('more than 256000000');
    expect(refused(run([float([40, 1_000_000]), float([40, 1_000_000])]))).toContain('more than 256000000');
    expect(refused(run([float(Array.from({ length: 16 }, () => 1e9))]))).toContain('more than 256000000');
  });

  test('a huge shape with an empty dimension has no bytes, and is legal', () => {
    expect(refused(run([float([...Array.from({ length: 15 }, () => 1e9), 0])]))).toBeNull();
    expect(tensorBytes(float([...Array.from({ length: 15 }, () => 1e9), 0]))).toBe(0);
  });

  test('too many tensors, too high a rank, too long a name', () => {
    expect(refused(run(Array.from({ length: 257 }, () => float([]))))).toContain('257 are more than 256');
    expect(refused(run([float(Array.from({ length: 17 }, () => 1))]))).toContain('rank');
    const bytes = encodeClientFrame(run([{ name: 'y'.repeat(1200), type: 'bool', shape: [] }]));
    new DataView(bytes.buffer).setUint16(8, 1201, true);
    expect(decodeClientFrame(bytes)).toMatchObject({ ok: false });
  });

  test('what cannot be restored to float32 is refused', () => {
    const shrunk = (type: TensorHead['type'], scale: number, zeroPoint: number) =>
      refused(run([{ name: 'x', type, shape: [1], restore: { scale, zeroPoint } }]));
    expect(shrunk('int8', 0.5, -128)).toBeNull();
    expect(shrunk('float32', 0.5, 0)).toContain('float32');
    for (const scale of [0, -1, NaN, Infinity]) expect(shrunk('int8', scale, 0)).toContain('scale');
    for (const zeroPoint of [-129, 256, NaN]) expect(shrunk('int8', 1, zeroPoint)).toContain('zero point');
  });

  test('a model larger than the server takes is refused with its external data counted', () => {
    const load = (modelBytes: number, ...externals: readonly number[]) =>
      decodeClientFrame(
        encodeClientFrame({
          kind: 'load',
          id: 1,
          slot: 0,
          threads: 1,
          optimisation: 'all',
          modelBytes,
          externals: externals.map((bytes, i) => ({ path: `w${i}`, bytes })),
        }),
        1000,
      ).ok;
    expect(load(1000)).toBe(true);
    expect(load(1001)).toBe(false);
    expect(load(500, 250, 250)).toBe(true);
    expect(load(500, 250, 251)).toBe(false);
  });

  test('what another version says after its number is not read', () => {
    const bytes = encodeClientFrame({ kind: 'hello', version: 9, token: 'whatever' });
    expect(decodeClientFrame(bytes)).toEqual({
      ok: true,
      value: { kind: 'hello', version: 9, token: '' },
    });
  });

  test('a message to another kind of server is no frame', () => {
    const bytes = encodeClientFrame({ kind: 'hello', version: wireVersion, token: 't' });
    bytes[1] = 0;
    expect(decodeClientFrame(bytes)).toMatchObject({ ok: false });
  });

  test('times that are none are refused', () => {
    for (const createS of [NaN, Infinity, -1]) {
      const bytes = encodeServerFrame({ kind: 'loaded', id: 1, createS, threads: 1 });
      expect(decodeServerFrame(bytes).ok).toBe(false);
    }
  });

  test('bytes are those of the type', () => {
    expect(totalTensorBytes([float([2, 3]), { name: 'y', type: 'int64', shape: [] }])).toBe(32);
  });
});
