/** An edge server on a free port with a small folder to serve, and the page's side of a connection to it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { err, ok, type Err } from '../../src/core/result';
import type { PartFailure } from '../../src/protocol/partApi';
import type { EdgeSocket } from '../../src/services/edge/edgeSocket';
import { openEdge } from '../../src/services/edge/openEdge';
import type { EdgeConnection } from '../../src/services/edgeTypes';
import { socketPath } from '../pages';
import type { PartRunner } from '../partRunner';
import { startServer, type RunningServer, type ServerOptions } from '../server';
import { createThreadRunner } from '../threadRunner';

export const token = 'right-token';
export const policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";

export interface TestServer extends RunningServer {
  readonly folder: string;
  readonly socketUrl: string;
  open(): Promise<EdgeConnection>;
}

export const openSocket = (url: string): EdgeSocket => new WebSocket(url);

/** A runner that never answers until it is closed. */
export function createHangingRunner(): PartRunner {
  let close: () => void = () => undefined;
  const closed = new Promise<Err<PartFailure>>((resolve) => {
    close = () => resolve(err({ kind: 'part-failed', message: 'closed' }));
  });
  return {
    load: () => Promise.resolve(ok({ createS: 0.5, threads: 1 })),
    run: () => closed,
    close,
    ended: closed.then(() => undefined),
  };
}

export async function startTestServer(options: Partial<ServerOptions> = {}): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'edge-test-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(
    join(folder, 'index.html'),
    `<meta http-equiv="Content-Security-Policy" content="${policy}" /><p>the page</p>`,
  );
  writeFileSync(join(folder, 'assets', 'run-1a2b.wasm'), Uint8Array.of(0, 0x61, 0x73, 0x6d));
  writeFileSync(join(folder, 'assets', 'glue.mjs'), 'export {};');
  const started = await startServer({
    host: '127.0.0.1',
    port: 0,
    folder,
    token,
    facts: {
      name: 'test host',
      engine: 'wasm',
      engineVersion: '1.30.0',
      cores: 2,
      threads: 1,
      maxModelBytes: 1_000_000,
    },
    createRunner: () => createThreadRunner('wasm'),
    tls: null,
    maxConnections: 3,
    maxHeldBytes: 3_000_000,
    refusalMs: 5,
    ...options,
  });
  if (!started.ok) throw new Error(started.error.kind);
  const server = started.value;
  const socketUrl = `ws://127.0.0.1:${server.port}${socketPath}`;
  return {
    ...server,
    close: async () => {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
    folder,
    socketUrl,
    open: async () => {
      const opened = await openEdge(never(), () => openSocket(socketUrl), token, 1e-6);
      if (!opened.ok) throw new Error(opened.error.kind);
      return opened.value;
    },
  };
}

/** A signal that nobody aborts. */
export const never = (): AbortSignal => new AbortController().signal;
