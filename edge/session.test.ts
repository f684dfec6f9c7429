/** A page's connection after its hello, without sockets: whatever a page says, the server keeps its limits and nothing of it stays. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeServerFrame } from '../src/core/wire/decodeFrame';
import { encodeClientFrame } from '../src/core/wire/encodeFrame';
import type { ClientFrame, ServerFrame } from '../src/core/wire/frames';
import { wireVersion } from '../src/core/wire/limits';
import { ok } from '../src/core/result';
import { createMemoryBudget } from './memoryBudget';
import { createSession } from './session';
import type { PartRunner } from './partRunner';
import { createHangingRunner } from './testing/startTestServer';

const load = { slot: 0, threads: 1, optimisation: 'all', modelBytes: 40, externals: [] } as const;

/** A model on its way, from its announcement to its hash. */
function loadFrames(id: number, given: { readonly threads?: number } = {}): ClientFrame[] {
  const data = new Uint8Array(load.modelBytes);
  return [
    { kind: 'load', id, ...load, ...given },
    { kind: 'chunk', id, data },
    { kind: 'load-end', id, hash: createHash('sha256').update(data).digest() },
  ];
}

function createTestSession(
  send: (frame: ServerFrame) => Promise<void> = () => Promise.resolve(),
  create: () => PartRunner = createHangingRunner,
) {
  const budget = createMemoryBudget(100_000);
  const told: ServerFrame[] = [];
  const closed: number[] = [];
  let living = 0;
  const session = createSession({
    facts: {
      name: 'x',
      engine: 'wasm',
      engineVersion: '1',
      cores: 1,
      threads: 4,
      maxModelBytes: 50_000,
    },
    budget,
    noise: new Uint8Array(100),
    createRunner: () => {
      living += 1;
      const runner = create();
      return {
        ...runner,
        close: () => {
          living -= 1;
          runner.close();
        },
      };
    },
    peer: {
      send: (bytes) => {
        const read = decodeServerFrame(bytes);
        if (!read.ok) throw new Error(read.error.message);
        told.push(read.value);
        return send(read.value);
      },
      close: (code) => void closed.push(code),
    },
  });
  const say = (...frames: readonly ClientFrame[]): void => {
    for (const frame of frames) session.receive(encodeClientFrame(frame));
  };
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return { session, say, settle, budget, told, closed, living: () => living };
}

const id = fc.integer({ min: 1, max: 30 });
const slot = fc.nat({ max: 3 });
const anyFrame: fc.Arbitrary<ClientFrame> = fc.oneof(
  fc.record({ kind: fc.constantFrom('ping' as const, 'cancel' as const), id }),
  fc.record({
    kind: fc.constantFrom('blob-up' as const, 'blob-down' as const),
    id,
    bytes: fc.nat({ max: 500 }),
  }),
  fc.record({
    kind: fc.constant('load' as const),
    id,
    slot,
    threads: fc.constant(1),
    optimisation: fc.constant('all' as const),
    modelBytes: fc.constantFrom(0, 10, 40_000),
    externals: fc.constantFrom([], [{ path: 'w', bytes: 10 }]),
  }),
  fc.record({
    kind: fc.constant('load-end' as const),
    id,
    hash: fc.uint8Array({ minLength: 32, maxLength: 32 }),
  }),
  fc.record({
    kind: fc.constant('run' as const),
    id,
    slot,
    tensors: fc.constantFrom([], [{ name: 'x', type: 'float32' as const, shape: [5] }]),
  }),
  fc.record({ kind: fc.constant('release' as const), slot }),
  fc.record({ kind: fc.constant('chunk' as const), id, data: fc.uint8Array({ maxLength: 40 }) }),
);

describe('a session', () => {
  test('holds nothing of a page that is gone, whatever it has said', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof({ weight: 20, arbitrary: anyFrame }, fc.uint8Array({ maxLength: 30 })), {
          maxLength: 40,
        }),
        async (messages) => {
          const { session, say, settle, budget, closed, living } = createTestSession();
          let rising = 0;
          for (const message of messages) {
            if (message instanceof Uint8Array) session.receive(message);
            else if ('id' in message && !['chunk', 'cancel', 'load-end'].includes(message.kind))
              say({ ...message, id: (rising += 1) });
            else say(message);
            expect(budget.held).toBeGreaterThanOrEqual(0);
            expect(budget.held).toBeLessThanOrEqual(100_000);
          }
          await settle();
          session.tick();
          session.end();
          await settle();
          expect([budget.held, living()]).toEqual([0, 0]);
          expect(closed.length).toBeLessThanOrEqual(1);
        },
      ),
      { seed: 11, numRuns: 300 },
    );
  });

  test('welcomes the page with what the server is', () => {
    expect(createTestSession().told).toMatchObject([{ kind: 'welcome', version: wireVersion }]);
  });

  test('gives up bytes that do not come, and says so', async () => {
    const { session, say, settle, budget, told } = createTestSession();
    say({ kind: 'load', id: 1, ...load });
    say({ kind: 'chunk', id: 1, data: new Uint8Array(10) });
    expect(budget.held).toBe(40);
    for (let i = 0; i < 5; i += 1) session.tick();
    await settle();
    expect(told.at(-1)).toMatchObject({ kind: 'failed', id: 1 });
    expect(budget.held).toBe(0);
    // What was on its way then is dropped without a word.
    say({ kind: 'chunk', id: 1, data: new Uint8Array(10) }, { kind: 'ping', id: 2 });
    await settle();
    expect(told.at(-1)).toEqual({ kind: 'pong', id: 2 });
  });

  test('counts the inputs of runs that wait, given up or not', async () => {
    const { session, say, settle, budget, told } = createTestSession();
    const tensors = [{ name: 'x', type: 'uint8', shape: [30_000] }] as const;
    say(...loadFrames(1));
    await settle();
    for (const id of [2, 3, 4, 5, 6]) {
      say({ kind: 'run', id, slot: 0, tensors }, { kind: 'chunk', id, data: new Uint8Array(30_000) });
      await settle();
      say({ kind: 'cancel', id });
    }
    await settle();
    expect(budget.held).toBe(90_040);
    expect(told.filter(({ kind }) => kind === 'failed')).toHaveLength(2);
    session.end();
    await settle();
    expect(budget.held).toBe(0);
  });

  test('asks for as many threads as the page wants and the server gives, and tells how many it got', async () => {
    const given: number[] = [];
    const { say, settle, told } = createTestSession(undefined, () => ({
      ...createHangingRunner(),
      load: ({ threads }) => {
        given.push(threads);
        return Promise.resolve(ok({ createS: 0.5, threads: Math.min(3, threads) }));
      },
    }));
    say(...loadFrames(1, { threads: 2 }), ...loadFrames(2, { threads: 64 }));
    await settle();
    expect(given).toEqual([2, 4]);
    const loaded = told.filter((frame) => frame.kind === 'loaded');
    expect(loaded.map(({ threads }) => threads)).toEqual([2, 3]);
  });

  test('counts a model and its inputs until the thread has ended, not until it was asked to', async () => {
    let end: () => void = () => undefined;
    const ended = new Promise<void>((resolve) => (end = resolve));
    const { session, say, settle, budget } = createTestSession(undefined, () => ({
      ...createHangingRunner(),
      ended,
    }));
    say(...loadFrames(1));
    await settle();
    const tensors = [{ name: 'x', type: 'uint8', shape: [100] }] as const;
    say({ kind: 'run', id: 2, slot: 0, tensors }, { kind: 'chunk', id: 2, data: new Uint8Array(100) });
    await settle();
    expect(budget.held).toBe(140);
    session.end();
    await settle();
    expect(budget.held).toBe(140);
    end();
    await settle();
    expect(budget.held).toBe(0);
  });

  test('counts results until they are sent, and has no room for what is too much', async () => {
    const y = (bytes: number) =>
      ({ name: 'y', type: 'uint8', shape: [bytes], data: new Uint8Array(bytes) }) as const;
    let read: () => void = () => undefined;
    let bytes = 60_000;
    const { say, settle, budget, told } = createTestSession(
      (frame) => (frame.kind === 'ran' ? new Promise((resolve) => (read = resolve)) : Promise.resolve()),
      () => ({
        ...createHangingRunner(),
        run: () => Promise.resolve(ok({ runS: 0.5, outputs: [y(bytes)] })),
      }),
    );
    say(...loadFrames(1));
    say({ kind: 'run', id: 2, slot: 0, tensors: [] });
    await settle();
    expect(budget.held).toBe(60_040);
    read();
    await settle();
    expect(told.at(-1)).toMatchObject({ kind: 'chunk', id: 2 });
    expect(budget.held).toBe(40);
    bytes = 100_000;
    say({ kind: 'run', id: 3, slot: 0, tensors: [] });
    await settle();
    expect(told.at(-1)).toMatchObject({ kind: 'failed', id: 3, failure: 'out-of-memory' });
    expect(budget.held).toBe(40);
  });

  test('of a page that asks nothing for half an hour ends', async () => {
    const { session, settle, closed, told } = createTestSession();
    for (let i = 0; i < 121; i += 1) session.tick();
    await settle();
    expect(told.at(-1)).toMatchObject({ kind: 'bye' });
    expect(closed).toEqual([1000]);
  });

  test('sends a block only as fast as it is read, and stops when it is given up', async () => {
    let read: () => void = () => undefined;
    const { say, settle, told } = createTestSession((frame) =>
      frame.kind === 'chunk' ? new Promise((resolve) => (read = resolve)) : Promise.resolve(),
    );
    say({ kind: 'blob-down', id: 1, bytes: 1000 });
    await settle();
    expect(told.filter(({ kind }) => kind === 'chunk')).toHaveLength(1);
    read();
    await settle();
    expect(told.filter(({ kind }) => kind === 'chunk')).toHaveLength(2);
    say({ kind: 'cancel', id: 1 });
    read();
    await settle();
    expect(told.filter(({ kind }) => kind === 'chunk')).toHaveLength(2);
  });

  test('ends when the connection breaks while it sends', async () => {
    const { say, settle, budget, living } = createTestSession((frame) =>
      frame.kind === 'pong' ? Promise.reject(new Error('broken')) : Promise.resolve(),
    );
    say({ kind: 'load', id: 1, ...load }, { kind: 'ping', id: 2 });
    await settle();
    expect([budget.held, living()]).toEqual([0, 0]);
  });
});
