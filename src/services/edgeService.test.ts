import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { encodeServerFrame } from '../core/wire/encodeFrame';
import type { ServerFrame } from '../core/wire/frames';
import { wireVersion } from '../core/wire/limits';
import { createEdgeService, takeEdgeToken } from './edgeService';

const facts = {
  name: 'host',
  engine: 'wasm',
  engineVersion: '1',
  cores: 2,
  threads: 1,
  maxModelBytes: 1000,
} as const;
const welcome: ServerFrame = { kind: 'welcome', version: wireVersion, facts };
const refused: ServerFrame = { kind: 'refused', version: wireVersion, reason: 'token' };

/** What the next server answers to a hello. */
let answer: ServerFrame;
const sockets: FakeSocket[] = [];

class FakeSocket {
  binaryType = '';
  bufferedAmount = 0;
  isClosed = false;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: (() => void) | null = null;
  onerror: (() => void) | null = null;

  constructor(readonly address: URL) {
    sockets.push(this);
    queueMicrotask(() => this.onopen?.());
  }

  send(): void {
    queueMicrotask(() => this.onmessage?.({ data: encodeServerFrame(answer).buffer }));
  }

  close(): void {
    this.isClosed = true;
  }
}

function storage(stored: Map<string, string>) {
  return {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
  };
}
const forbidden = () => {
  throw new DOMException('Access is denied for this document.', 'SecurityError');
};

beforeEach(() => {
  answer = welcome;
  sockets.length = 0;
  vi.stubGlobal('WebSocket', FakeSocket);
  vi.stubGlobal('document', { baseURI: 'https://192.168.1.5:4180/?x=1#y' });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const connect = (typed?: string) =>
  createEdgeService('of-the-address', 1e-4).connect(new AbortController().signal, typed);

test('a token that was accepted is kept for reloads of the tab, one that was not is forgotten', async () => {
  const stored = new Map<string, string>();
  vi.stubGlobal('sessionStorage', storage(stored));
  answer = refused;
  expect(await connect('wrong')).toMatchObject({ ok: false, error: { kind: 'edge-refused' } });
  expect([...stored.values()]).toEqual([]);
  expect(sockets[0]!.isClosed).toBe(true);
  answer = welcome;
  expect(await connect('right')).toMatchObject({ ok: true });
  expect([...stored.values()]).toEqual(['right']);
  expect(sockets[1]!.address.href).toBe('wss://192.168.1.5:4180/edge-socket');
});

test('where storage is forbidden the connection stands all the same', async () => {
  vi.stubGlobal('sessionStorage', { getItem: forbidden, setItem: forbidden });
  const connected = await connect();
  expect(connected).toMatchObject({ ok: true, value: { facts } });
  expect(sockets.map(({ isClosed }) => isClosed)).toEqual([false]);
  if (connected.ok) connected.value.close();
  expect(sockets[0]!.isClosed).toBe(true);
});

test.each([
  ['kept', storage(new Map())],
  ['forbidden to be kept', { getItem: forbidden, setItem: forbidden }],
])('the token is taken out of the address, %s', (_, sessionStorage) => {
  const shown: string[] = [];
  vi.stubGlobal('sessionStorage', sessionStorage);
  vi.stubGlobal('window', {
    location: { href: 'http://host:1/?edge=secret&place=run#s=1' },
    history: { replaceState: (_state: unknown, _title: string, href: string) => void shown.push(href) },
  });
  expect(takeEdgeToken()).toBe('secret');
  expect(shown).toEqual(['http://host:1/?place=run#s=1']);
});
