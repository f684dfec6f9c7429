/** The command: its options, its words, its certificate, and what it does when the port is taken. */
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { get } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { openEdge } from '../src/services/edge/openEdge';
import type { EdgeSocket } from '../src/services/edge/edgeSocket';
import { announcement, createToken, networkAddresses } from './announce';
import { findCertificate } from './certificate';
import { startServer } from './server';
import { parseStartOptions } from './startOptions';
import { createHangingRunner, never, startTestServer, token } from './testing/startTestServer';

describe('options', () => {
  test('without any: every address, a new token, the best engine, plain http', () => {
    expect(parseStartOptions([])).toMatchObject({
      ok: true,
      value: { port: 4180, host: '0.0.0.0', token: null, engine: null, threads: null, tls: false },
    });
  });

  test('all of them', () => {
    const args =
      '--port 0 --host 127.0.0.1 --threads 1 --engine wasm --tls --cert-dir /c --token ten.letters';
    expect(parseStartOptions(args.split(' '))).toEqual({
      ok: true,
      value: {
        port: 0,
        host: '127.0.0.1',
        threads: 1,
        engine: 'wasm',
        tls: true,
        certificateFolder: '/c',
        token: 'ten.letters',
        help: false,
      },
    });
  });

  test.each([
    ['--port', '65536'],
    ['--port', '1e3'],
    ['--threads', '0'],
    ['--engine', 'gpu'],
    ['--token', 'short'],
    ['--token', 'with a space in it'],
    ['--unknown'],
    ['file'],
  ])('%s %s is refused with a hint', (...args) => {
    const parsed = parseStartOptions(args);
    expect(parsed).toMatchObject({ ok: false, error: expect.stringContaining('--help') as string });
  });
});

describe('words', () => {
  const server = {
    host: '0.0.0.0',
    port: 4180,
    token: 'abc',
    isSecure: false,
    engine: 'native',
    version: '1.30.0',
    threads: 8,
    addresses: ['192.168.1.5', '10.0.0.9'],
    fingerprint: null,
  } as const;

  test('every address to open, and what plain http loses', () => {
    const text = announcement(server);
    expect(text).toContain('http://localhost:4180/?edge=abc');
    expect(text).toContain('http://192.168.1.5:4180/?edge=abc');
    expect(text).toContain('http://10.0.0.9:4180/?edge=abc');
    expect(text).toMatch(/no WebGPU, one thread.*\n.*--tls/);
  });

  test('with a certificate: its fingerprint, and nothing lost', () => {
    const text = announcement({ ...server, isSecure: true, fingerprint: 'AA:BB' });
    expect(text).toContain('https://192.168.1.5:4180/?edge=abc');
    expect(text).toContain('AA:BB');
    expect(text).not.toContain('http://');
    expect(text).not.toContain('no WebGPU, one thread and');
  });

  test('on this computer only, nothing is said of phones', () => {
    const text = announcement({ ...server, host: '127.0.0.1' });
    expect(text).toContain('localhost');
    expect(text).toContain('this computer only');
    expect(text).not.toContain('192.168.1.5');
  });

  test('on one address of IPv6, in brackets', () => {
    const text = announcement({ ...server, host: 'fd00::7' });
    expect(text).toContain('http://[fd00::7]:4180/?edge=abc');
    expect(announcement({ ...server, host: '::1' })).toContain('this computer only');
  });

  test('addresses are those of the network, IPv4', () => {
    const info = { netmask: '', mac: '', cidr: null };
    const v4 = (address: string, internal: boolean) =>
      ({ ...info, family: 'IPv4', address, internal }) as const;
    const v6 = { ...info, family: 'IPv6', address: 'fe80::1', internal: false, scopeid: 1 } as const;
    expect(networkAddresses({ lo: [v4('127.0.0.1', true)], wlan0: [v6, v4('192.168.1.5', false)] })).toEqual([
      '192.168.1.5',
    ]);
  });

  test('tokens are new each time and can be typed', () => {
    const tokens = Array.from({ length: 50 }, createToken);
    expect(new Set(tokens).size).toBe(50);
    for (const made of tokens) expect(made).toMatch(/^[a-km-np-z2-9]{12}$/);
  });
});

describe('the certificate', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'edge-cert-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('is made once, for this computer’s addresses, and only its user can read it', async () => {
    const made = await findCertificate(join(folder, 'new'), ['192.168.1.5']);
    expect(made.isNew).toBe(true);
    expect(await findCertificate(join(folder, 'new'), ['192.168.1.5'])).toEqual({ ...made, isNew: false });
    const read = new X509Certificate(made.cert);
    expect(read.checkIP('192.168.1.5')).toBeDefined();
    expect(read.checkHost('localhost')).toBeDefined();
    expect(read.checkIP('192.168.1.6')).toBeUndefined();
    for (const name of ['edge-key.pem', 'edge-certificate.pem'])
      expect(statSync(join(folder, 'new', name)).mode & 0o777).toBe(0o600);
  });

  test('is made anew for another address, when it is damaged, and when it is about to end', async () => {
    const first = await findCertificate(folder, ['192.168.1.5']);
    const moved = await findCertificate(folder, ['192.168.1.5', '10.0.0.9']);
    expect([moved.isNew, moved.cert === first.cert]).toEqual([true, false]);
    writeFileSync(join(folder, 'edge-certificate.pem'), 'nonsense');
    expect((await findCertificate(folder, ['10.0.0.9'])).isNew).toBe(true);
    const in800Days = Date.now() + 800 * 86_400_000;
    expect((await findCertificate(folder, ['10.0.0.9'], in800Days)).isNew).toBe(true);
    expect(readFileSync(join(folder, 'edge-key.pem'), 'utf8')).toContain('PRIVATE KEY');
  });

  test('serves the page and the socket over TLS', async () => {
    const { key, cert } = await findCertificate(folder, []);
    const server = await startTestServer({ tls: { key, cert }, createRunner: createHangingRunner });
    const status = await new Promise((resolve, reject) => {
      get(`https://127.0.0.1:${server.port}/`, { rejectUnauthorized: false }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).on('error', reject);
    });
    expect(status).toBe(200);
    const url = server.socketUrl.replace('ws:', 'wss:');
    const socket = () => new WebSocket(url, { rejectUnauthorized: false }) as unknown as EdgeSocket;
    const opened = await openEdge(never(), socket, token, 1e-6);
    expect(opened.ok).toBe(true);
    if (opened.ok) opened.value.close();
    await server.close();
  });
});

test('a port in use is told, not thrown', async () => {
  const server = await startTestServer();
  const again = await startServer({
    host: '127.0.0.1',
    port: server.port,
    folder: server.folder,
    token,
    facts: { name: '', engine: 'wasm', engineVersion: '', cores: 1, threads: 1, maxModelBytes: 1 },
    createRunner: createHangingRunner,
    tls: null,
    maxConnections: 1,
    maxHeldBytes: 1,
  });
  expect(again).toEqual({ ok: false, error: { kind: 'port-in-use', port: server.port } });
  await server.close();
});
