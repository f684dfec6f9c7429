import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { decodeClientFrame } from '../../core/wire/decodeFrame';
import { encodeServerFrame } from '../../core/wire/encodeFrame';
import type { ClientFrame, ServerFrame } from '../../core/wire/frames';
import { createEdgeWire, type Question } from './edgeWire';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** A socket whose other end the test plays, on a page whose timers come every `slowestMs` at most. */
function createFakeSocket(slowestMs = 0) {
  const everyMs = setInterval;
  vi.stubGlobal('setInterval', (work: () => void, ms: number) => everyMs(work, Math.max(ms, slowestMs)));
  const sent: ClientFrame[] = [];
  const socket = {
    binaryType: '',
    bufferedAmount: 0,
    closed: false,
    send: (bytes: Uint8Array) => {
      const read = decodeClientFrame(bytes);
      if (read.ok) sent.push(read.value);
    },
    close: () => {
      socket.closed = true;
    },
    onopen: null,
    onmessage: null as ((event: { data: unknown }) => void) | null,
    onclose: null as (() => void) | null,
    onerror: null,
  };
  return {
    socket,
    sent,
    wire: createEdgeWire(socket),
    hear: (frame: ServerFrame) => socket.onmessage?.({ data: encodeServerFrame(frame).buffer }),
  };
}

const never = (): AbortSignal => new AbortController().signal;
const ping: Question<true> = {
  ask: (id) => ({ kind: 'ping', id }),
  take: (answer) => answer.kind === 'pong' || undefined,
};
const upload = (bytes: number): Question<true> => ({
  ask: (id) => ({ kind: 'blob-up', id, bytes }),
  pieces: [new Uint8Array(bytes)],
  take: (answer) => answer.kind === 'received' || undefined,
});

describe('a question', () => {
  test('is answered by its number, in any order', async () => {
    const { wire, hear } = createFakeSocket();
    const [first, second] = [wire.ask(never(), ping), wire.ask(never(), ping)];
    hear({ kind: 'pong', id: 2 });
    expect(await second).toEqual({ value: true });
    hear({ kind: 'pong', id: 1 });
    expect(await first).toEqual({ value: true });
  });

  test('to a server that has fallen silent ends after half a minute, and so does the connection', async () => {
    const { socket, wire } = createFakeSocket();
    const asked = wire.ask(never(), ping);
    await vi.advanceTimersByTimeAsync(29_000);
    expect(socket.closed).toBe(false);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await asked).toMatchObject({ kind: 'edge-lost' });
    expect(await wire.ended).toMatchObject({ kind: 'edge-lost' });
    expect(await wire.ask(never(), ping)).toMatchObject({ kind: 'edge-lost' });
  });

  test('may take long, as long as the server answers pings', async () => {
    const { hear, sent, wire } = createFakeSocket();
    const asked = wire.ask(never(), upload(3));
    for (let i = 0; i < 60; i += 1) {
      await vi.advanceTimersByTimeAsync(5_000);
      const last = sent.at(-1);
      if (last?.kind === 'ping') hear({ kind: 'pong', id: last.id });
    }
    hear({ kind: 'received', id: 1 });
    expect(await asked).toEqual({ value: true });
  });

  test('may take long on a page that is hidden: its timers come once a minute, and the pongs in between', async () => {
    const { hear, sent, socket, wire } = createFakeSocket(60_000);
    void wire.ask(never(), upload(3));
    for (let minute = 0; minute < 5; minute += 1) {
      await vi.advanceTimersByTimeAsync(60_000);
      const last = sent.at(-1);
      if (last?.kind === 'ping') hear({ kind: 'pong', id: last.id });
    }
    expect(socket.closed).toBe(false);
    await vi.advanceTimersByTimeAsync(300_000);
    expect(await wire.ended).toMatchObject({ kind: 'edge-lost' });
  });

  test('may take long while bytes come, be they of another answer', async () => {
    const { hear, wire } = createFakeSocket();
    const asked = wire.ask(never(), ping);
    for (let i = 0; i < 10; i += 1) {
      await vi.advanceTimersByTimeAsync(25_000);
      hear({ kind: 'chunk', id: 99, data: Uint8Array.of(1) });
    }
    hear({ kind: 'pong', id: 1 });
    expect(await asked).toEqual({ value: true });
  });

  test('nobody waits for is no reason to ping, and silence then means nothing', async () => {
    const { sent, socket } = createFakeSocket();
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect([sent, socket.closed]).toEqual([[], false]);
  });

  test('that is given up is cancelled on the server too, and no more of its bytes are sent', async () => {
    const { sent, socket, wire } = createFakeSocket();
    socket.bufferedAmount = 2_000_000;
    const giveUp = new AbortController();
    const asked = wire.ask(giveUp.signal, upload(150_000));
    giveUp.abort();
    expect(await asked).toBe('cancelled');
    socket.bufferedAmount = 0;
    await vi.advanceTimersByTimeAsync(100);
    expect(sent.map(({ kind }) => kind)).toEqual(['blob-up', 'cancel']);
  });

  test('waits with its bytes until those before it have left', async () => {
    const { sent, socket, wire } = createFakeSocket();
    socket.bufferedAmount = 2_000_000;
    void wire.ask(never(), upload(150_000));
    await vi.advanceTimersByTimeAsync(100);
    expect(sent.map(({ kind }) => kind)).toEqual(['blob-up']);
    socket.bufferedAmount = 0;
    await vi.advanceTimersByTimeAsync(100);
    expect(sent.map(({ kind }) => kind)).toEqual(['blob-up', 'chunk', 'chunk', 'chunk']);
    wire.end(null);
  });
});

describe('the connection', () => {
  test.each([
    ['closed', ({ socket }) => socket.onclose?.()],
    ['told goodbye', ({ hear }) => hear({ kind: 'bye', message: 'Enough' })],
    ['sent text', ({ socket }) => socket.onmessage?.({ data: 'text' })],
    ['sent nonsense', ({ socket }) => socket.onmessage?.({ data: Uint8Array.of(99).buffer })],
  ] as readonly (readonly [string, (fake: ReturnType<typeof createFakeSocket>) => void])[])(
    'that is %s settles every question',
    async (_, happens) => {
      const fake = createFakeSocket();
      const asked = [fake.wire.ask(never(), ping), fake.wire.ask(never(), upload(3))];
      happens(fake);
      for (const outcome of await Promise.all(asked)) expect(outcome).toMatchObject({ kind: 'edge-lost' });
      expect(await fake.wire.ended).toMatchObject({ kind: 'edge-lost' });
      expect(fake.socket.closed).toBe(true);
    },
  );

  test('that this end closes says goodbye and is no failure', async () => {
    const { sent, wire } = createFakeSocket();
    const asked = wire.ask(never(), ping);
    wire.end(null);
    expect(await asked).toBe('cancelled');
    expect(await wire.ended).toBeNull();
    expect(sent.at(-1)).toEqual({ kind: 'bye' });
  });
});
