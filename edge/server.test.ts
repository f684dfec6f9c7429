import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { restoreTensor, shipTensor } from '../src/core/onnx/cut/shipTensor';
import { encodeClientFrame } from '../src/core/wire/encodeFrame';
import { decodeServerFrame } from '../src/core/wire/decodeFrame';
import type { ClientFrame, ServerFrame } from '../src/core/wire/frames';
import { wireLimits, wireVersion } from '../src/core/wire/limits';
import { openEdge } from '../src/services/edge/openEdge';
import {
  createHangingRunner,
  never,
  openSocket,
  startTestServer,
  token,
  type TestServer,
} from './testing/startTestServer';
import { tinyInput, tinyPart } from './testing/tinyModel';
import { createWasmRuntime } from './engine';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.close());

const partLoad = { part: tinyPart(), backend: 'wasm', threads: 1, optimisation: 'disabled' } as const;

/** What a stranger sees who speaks frames by hand: every answer until the connection ends. */
async function speak(url: string, frames: readonly (ClientFrame | Uint8Array | string)[], headers = {}) {
  const socket = new WebSocket(url, { headers });
  const answers: ServerFrame[] = [];
  socket.on('message', (data: Buffer) => {
    const read = decodeServerFrame(data);
    if (read.ok) answers.push(read.value);
  });
  socket.on('open', () => {
    for (const frame of frames)
      socket.send(
        typeof frame === 'string' || frame instanceof Uint8Array ? frame : encodeClientFrame(frame),
      );
  });
  const code = await new Promise<number>((resolve) => {
    socket.on('close', resolve);
    socket.on('error', () => resolve(-1));
  });
  return { answers, code };
}
const hello: ClientFrame = { kind: 'hello', version: wireVersion, token };

describe('a page with the token', () => {
  test('is told what the server is, and its part runs there bit for bit as it does here', async () => {
    const connection = await server.open();
    expect(connection.facts).toMatchObject({ name: 'test host', engine: 'wasm', threads: 1 });
    const host = connection.createHost();
    const loaded = await host.load(never(), { ...partLoad, threads: 64 });
    expect(loaded).toMatchObject({ ok: true, value: { threads: 1 } });
    const here = await createWasmRuntime().createSession(tinyPart().model, {
      external: [],
      threads: 1,
      optimisation: 'disabled',
    });
    for (const seed of [1, 2, 3]) {
      const ran = await host.run(never(), [tinyInput(seed)]);
      const expected = await here.run([tinyInput(seed)]);
      if (!ran.ok) throw new Error(ran.error.kind);
      expect(ran.value.outputs).toEqual(expected);
      expect(ran.value.runS).toBeGreaterThan(0);
    }
    await here.release();
    connection.close();
  });

  test.each(['fp16', 'int8'] as const)(
    'may ship float32 as %s: the server restores it',
    async (precision) => {
      const connection = await server.open();
      const host = connection.createHost();
      await host.load(never(), partLoad);
      const shipped = shipTensor(tinyInput(1), precision);
      const there = await host.run(never(), [shipped]);
      const restored = await host.run(never(), [restoreTensor(shipped)]);
      if (!there.ok || !restored.ok) throw new Error(JSON.stringify([there, restored]));
      expect(shipped.data.length).toBeLessThan(tinyInput(1).data.length);
      expect(there.value.outputs).toEqual(restored.value.outputs);
      connection.close();
    },
  );

  test('gets the runtime’s own words when a part cannot be loaded or run', async () => {
    const connection = await server.open();
    const host = connection.createHost();
    const part = { ...tinyPart(), model: Uint8Array.of(1, 2, 3) };
    expect(await host.run(never(), [tinyInput()])).toMatchObject({
      ok: false,
      error: { kind: 'part-failed', message: 'No part is loaded' },
    });
    const loaded = await host.load(never(), { ...partLoad, part });
    expect(loaded).toMatchObject({ ok: false, error: { kind: 'part-failed' } });
    const again = await host.load(never(), partLoad);
    expect(again.ok).toBe(true);
    const wrong = await host.run(never(), [{ ...tinyInput(), name: 'nobody' }]);
    expect(wrong).toMatchObject({ ok: false, error: { kind: 'part-failed' } });
    expect((await host.run(never(), [tinyInput()])).ok).toBe(true);
    connection.close();
  });

  test('measures the link, and is told how far that is', async () => {
    const connection = await server.open();
    const parts: number[] = [];
    const measured = await connection.measureLink(never(), (part) => parts.push(part));
    if (!measured.ok) throw new Error(measured.error.kind);
    const { roundTripS, up, down } = measured.value;
    expect(roundTripS.samples).toBeGreaterThanOrEqual(20);
    expect(roundTripS.median).toBeGreaterThan(0);
    expect(roundTripS.p90).toBeGreaterThanOrEqual(roundTripS.median);
    for (const rate of [up, down]) {
      expect(rate.samples).toBeGreaterThanOrEqual(3);
      expect(rate.low).toBeGreaterThan(0);
      expect(rate.low).toBeLessThanOrEqual(rate.bitsPerSecond);
      expect(rate.bitsPerSecond).toBeLessThanOrEqual(rate.high);
    }
    expect(parts.at(-1)).toBeLessThanOrEqual(1);
    expect([...parts].sort((a, b) => a - b)).toEqual(parts);
    connection.close();
  });

  test('shares the server with another one', async () => {
    const [first, second] = await Promise.all([server.open(), server.open()]);
    const hosts = [first.createHost(), second.createHost()];
    await Promise.all(hosts.map((host) => host.load(never(), partLoad)));
    const [a, b] = await Promise.all(hosts.map((host, i) => host.run(never(), [tinyInput(i)])));
    expect([a?.ok, b?.ok]).toEqual([true, true]);
    first.close();
    expect(await first.ended).toBeNull();
    expect((await hosts[1]!.run(never(), [tinyInput()])).ok).toBe(true);
    second.close();
  });
});

describe('every call settles', () => {
  test('when the server dies in the middle of a run', async () => {
    const hanging = await startTestServer({ createRunner: createHangingRunner });
    const connection = await hanging.open();
    const host = connection.createHost();
    expect((await host.load(never(), partLoad)).ok).toBe(true);
    const running = host.run(never(), [tinyInput()]);
    await hanging.close();
    expect(await running).toMatchObject({ ok: false, error: { kind: 'worker-failed' } });
    expect(await connection.ended).toMatchObject({ kind: 'edge-lost' });
    expect(await host.run(never(), [tinyInput()])).toMatchObject({ ok: false });
  });

  test('when it is given up, and the connection still serves', async () => {
    const hanging = await startTestServer({ createRunner: createHangingRunner });
    const connection = await hanging.open();
    const host = connection.createHost();
    await host.load(never(), partLoad);
    const giveUp = new AbortController();
    const running = host.run(giveUp.signal, [tinyInput()]);
    giveUp.abort();
    expect(await running).toEqual({ ok: false, error: { kind: 'cancelled' } });
    expect((await connection.createHost().load(never(), partLoad)).ok).toBe(true);
    const other = host.run(never(), [tinyInput()]);
    host.close();
    expect(await other).toEqual({ ok: false, error: { kind: 'cancelled' } });
    connection.close();
    await hanging.close();
  });

  test('when the measurement is given up', async () => {
    const connection = await server.open();
    const giveUp = new AbortController();
    const measuring = connection.measureLink(giveUp.signal, () => giveUp.abort());
    expect(await measuring).toEqual({ ok: false, error: { kind: 'cancelled' } });
    connection.close();
  });
});

describe('what it refuses', () => {
  const open = (given: string) => openEdge(never(), () => openSocket(server.socketUrl), given, 1e-6);

  test('a wrong token, or none', async () => {
    const refused = { ok: false, error: { kind: 'edge-refused', reason: 'token' } };
    expect(await open('wrong-token')).toEqual(refused);
    expect(await open('')).toEqual(refused);
  });

  test('another version of the protocol, whatever else it says', async () => {
    const { answers, code } = await speak(server.socketUrl, [{ ...hello, version: 9 }]);
    expect(answers).toEqual([{ kind: 'refused', version: wireVersion, reason: 'version' }]);
    expect(code).toBe(1008);
  });

  test('one page too many', async () => {
    const pages = [await server.open(), await server.open(), await server.open()];
    expect(await open(token)).toEqual({ ok: false, error: { kind: 'edge-refused', reason: 'busy' } });
    pages[0]!.close();
    await expect.poll(server.connections).toBe(2);
    expect((await open(token)).ok).toBe(true);
  });

  test('garbage of a page too many, and of one that leaves in the middle of an upgrade, and goes on', async () => {
    const pages = [await server.open(), await server.open(), await server.open()];
    const upgrade = (path: string) =>
      `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
      'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n';
    const faults: unknown[] = [];
    const note = (fault: unknown): void => void faults.push(fault);
    process.on('uncaughtException', note);
    for (let k = 0; k < 10; k += 1) {
      for (const path of ['/edge-socket', '/other']) {
        const socket = connect(server.port, '127.0.0.1');
        socket.on('error', () => undefined);
        await once(socket, 'connect');
        socket.write(upgrade(path) + '\xff\xff\x01\x02\x03'.repeat(20));
        await new Promise((resolve) => setTimeout(resolve, k % 5));
        socket.resetAndDestroy();
      }
    }
    await expect.poll(server.connections).toBe(3);
    pages[0]!.close();
    await expect.poll(server.connections).toBe(2);
    process.off('uncaughtException', note);
    expect(faults).toEqual([]);
    expect((await open(token)).ok).toBe(true);
  });

  test('one that is gone without a word, but none that sends and has no time for pings', async () => {
    const ticking = await startTestServer({ tickMs: 400 });
    const open = async () => {
      const socket = new WebSocket(ticking.socketUrl, { autoPong: false });
      await once(socket, 'open');
      socket.send(encodeClientFrame(hello));
      return socket;
    };
    const [silent, busy] = [await open(), await open()];
    let id = 0;
    const sending = setInterval(() => busy.send(encodeClientFrame({ kind: 'ping', id: (id += 1) })), 10);
    await once(silent, 'close');
    await new Promise((resolve) => setTimeout(resolve, 900));
    expect(busy.readyState).toBe(WebSocket.OPEN);
    clearInterval(sending);
    await once(busy, 'close');
    await ticking.close();
  });

  test('whatever comes before hello, without a word', async () => {
    for (const first of [{ kind: 'ping', id: 1 } as const, Uint8Array.of(99), 'text'])
      expect(await speak(server.socketUrl, [first])).toMatchObject({ code: 1002 });
  });

  test('a page of another site', async () => {
    expect((await speak(server.socketUrl, [hello], { origin: 'https://example.org' })).code).toBe(-1);
    const elsewhere = server.socketUrl.replace('edge-socket', 'other');
    expect((await speak(elsewhere, [hello])).code).toBe(-1);
  });

  const bad: readonly (readonly [string, readonly (ClientFrame | Uint8Array | string)[]])[] = [
    ['an unknown message', [Uint8Array.of(99)]],
    ['text', ['hello?']],
    ['a second hello', [hello]],
    [
      'a number used before',
      [
        { kind: 'ping', id: 5 },
        { kind: 'ping', id: 5 },
      ],
    ],
    ['bytes nobody announced', [{ kind: 'chunk', id: 7, data: Uint8Array.of(1) }]],
    [
      'more bytes than announced',
      [
        { kind: 'blob-up', id: 1, bytes: 3 },
        { kind: 'chunk', id: 1, data: new Uint8Array(4) },
      ],
    ],
    ['too much to measure with', [{ kind: 'blob-down', id: 1, bytes: wireLimits.blobBytes + 1 }]],
    [
      'a model larger than it takes',
      [
        {
          kind: 'load',
          id: 1,
          slot: 0,
          threads: 1,
          optimisation: 'all',
          modelBytes: 1_000_001,
          externals: [],
        },
      ],
    ],
    [
      'too many transfers at once',
      Array.from({ length: 9 }, (_, i) => ({ kind: 'blob-up', id: i + 1, bytes: 3 }) as const),
    ],
  ];
  test.each(bad)('%s: it says why and ends the connection', async (_, frames) => {
    const { answers, code } = await speak(server.socketUrl, [hello, ...frames]);
    expect(answers[0]).toMatchObject({ kind: 'welcome' });
    expect(answers.at(-1)).toMatchObject({ kind: 'bye' });
    expect(code).toBe(1002);
  });

  test('a message larger than any may be', async () => {
    const { code } = await speak(server.socketUrl, [hello, new Uint8Array(wireLimits.frameBytes + 1)]);
    expect(code).toBe(1009);
  });

  test('a model that was damaged on its way', async () => {
    const socket = new WebSocket(server.socketUrl);
    const failed = new Promise((resolve) => {
      socket.on('message', (data: Buffer) => {
        const read = decodeServerFrame(data);
        if (read.ok && read.value.kind !== 'welcome') resolve(read.value);
      });
    });
    await new Promise((resolve) => socket.on('open', resolve));
    const load = { slot: 0, threads: 1, optimisation: 'all', modelBytes: 4, externals: [] } as const;
    for (const frame of [
      hello,
      { kind: 'load', id: 1, ...load },
      { kind: 'chunk', id: 1, data: new Uint8Array(4) },
      { kind: 'load-end', id: 1, hash: new Uint8Array(32) },
    ] as const)
      socket.send(encodeClientFrame(frame));
    expect(await failed).toMatchObject({ kind: 'failed', failure: 'part-failed' });
    socket.close();
  });

  test('more models than it has room for, until some go', async () => {
    const roomy = await startTestServer({ createRunner: createHangingRunner, maxHeldBytes: 100_000 });
    const connection = await roomy.open();
    // A model is held twice while it is being opened.
    const part = { ...tinyPart(), model: new Uint8Array(60_000) };
    const [first, second] = [connection.createHost(), connection.createHost()];
    expect((await first.load(never(), { ...partLoad, part })).ok).toBe(true);
    const refused = await second.load(never(), { ...partLoad, part });
    expect(refused).toMatchObject({ ok: false, error: { kind: 'out-of-memory' } });
    first.close();
    // Its thread takes a moment to end.
    await expect.poll(async () => (await second.load(never(), { ...partLoad, part })).ok).toBe(true);
    connection.close();
    await roomy.close();
  });
});
