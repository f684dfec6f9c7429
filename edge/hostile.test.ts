/** Connections by hand, bytes and all: whoever does not show the token keeps little, and not for long. */
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { encodeClientFrame } from '../src/core/wire/encodeFrame';
import type { ClientFrame } from '../src/core/wire/frames';
import { wireVersion } from '../src/core/wire/limits';
import { startTestServer, token, type TestServer } from './testing/startTestServer';
import { mostFromOne } from './waitingRoom';

const servers: TestServer[] = [];
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function start(options: Parameters<typeof startTestServer>[0] = {}): Promise<TestServer> {
  const server = await startTestServer(options);
  servers.push(server);
  return server;
}

/** A TCP connection that keeps its own half open whatever the server does. */
async function dial(server: TestServer, text: string): Promise<Socket> {
  const socket = connect({ port: server.port, host: '127.0.0.1', allowHalfOpen: true });
  sockets.push(socket);
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  socket.write(text);
  return socket;
}

const upgrade = (path: string): string =>
  `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
  'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n';

/** The beginning of a binary message of `length` bytes, masked with zeros: the rest may come or not. */
function frame(data: Uint8Array, length = data.length): Buffer {
  const head = Buffer.alloc(14);
  head.set([0x82, 0x80 | 127]);
  head.writeUInt32BE(length, 6);
  return Buffer.concat([head, data]);
}
const hello: ClientFrame = { kind: 'hello', version: wireVersion, token };
const helloFrame = (): Buffer => frame(encodeClientFrame(hello));

/** A connection that has been upgraded and says nothing. */
async function dialSocket(server: TestServer): Promise<Socket> {
  const socket = await dial(server, upgrade('/edge-socket'));
  await once(socket, 'data');
  socket.resume();
  return socket;
}
const ended = (socket: Socket): Promise<unknown> =>
  socket.destroyed ? Promise.resolve() : Promise.race([once(socket, 'end'), once(socket, 'close')]);

describe('who has not said hello', () => {
  test('takes no page’s place, has few places, and gives them back', async () => {
    const server = await start({ maxConnections: 1, helloMs: 400 });
    const silent = (localAddress: string) => new WebSocket(server.socketUrl, { localAddress });
    const strangers = Array.from({ length: mostFromOne }, () => silent('127.0.0.2'));
    const ends = strangers.map((stranger) => once(stranger, 'close'));
    await Promise.all(strangers.map((stranger) => once(stranger, 'open')));
    const [refused] = (await once(silent('127.0.0.2'), 'error')) as [Error];
    expect(refused.message).toContain('503');
    const page = await server.open();
    expect(server.connections()).toBe(1);
    await Promise.all(ends);
    const again = silent('127.0.0.2');
    await once(again, 'open');
    again.terminate();
    page.close();
  });

  test('is let go at the time for a hello, even half way through one', async () => {
    const server = await start({ helloMs: 200 });
    const socket = await dialSocket(server);
    socket.write(helloFrame().subarray(0, 20));
    await ended(socket);
  });

  test('may send no more than a hello', async () => {
    const server = await start({ helloMs: 60_000 });
    const socket = await dialSocket(server);
    socket.write(frame(new Uint8Array(2_000), 900_000));
    await ended(socket);
  });

  test('one page too many is told so and let go, whatever it goes on to send', async () => {
    const server = await start({ maxConnections: 0, helloMs: 60_000 });
    const socket = await dial(server, upgrade('/edge-socket'));
    socket.resume();
    socket.write(helloFrame());
    const sending = setInterval(() => socket.write(frame(new Uint8Array(100), 900_000)), 20);
    await new Promise((resolve) => socket.on('close', resolve));
    clearInterval(sending);
  });
});

describe('a page', () => {
  test('that breaks the rules and does not say goodbye is let go', async () => {
    const server = await start();
    const socket = await dialSocket(server);
    socket.write(helloFrame());
    await expect.poll(server.connections).toBe(1);
    socket.write(frame(encodeClientFrame(hello)));
    await expect.poll(server.connections, { timeout: 4_000 }).toBe(0);
  });

  test('is alive while bytes of one long message trickle in', async () => {
    const server = await start({ tickMs: 300 });
    const socket = await dialSocket(server);
    socket.write(helloFrame());
    await expect.poll(server.connections).toBe(1);
    socket.write(frame(new Uint8Array(1), 64_000));
    const sending = setInterval(() => socket.write(new Uint8Array(1)), 20);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(server.connections()).toBe(1);
    clearInterval(sending);
    await expect.poll(server.connections).toBe(0);
  });
});

describe('whoever asks for files', () => {
  test('and does not read them is let go', async () => {
    const server = await start({ idleMs: 200 });
    const bytes = 40_000_000;
    writeFileSync(join(server.folder, 'large.wasm'), Buffer.alloc(bytes));
    const socket = await dial(server, 'GET /large.wasm HTTP/1.1\r\nHost: x\r\n\r\n');
    let read = 0;
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    socket.on('data', (chunk: Buffer) => (read += chunk.length));
    await ended(socket);
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThan(bytes);
  });

  test('and takes an upgrade elsewhere does not keep the server from closing, half closed or not', async () => {
    const server = await start();
    for (const path of ['/other', '/edge-socket?x']) {
      const text = upgrade(path).replace('Host', 'Origin: http://elsewhere\r\nHost');
      const socket = await dial(server, text);
      const [answer] = (await once(socket, 'data')) as [Buffer];
      expect(answer.toString()).toMatch(/^HTTP\/1.1 40[34] /);
    }
    await server.close();
  });
});
