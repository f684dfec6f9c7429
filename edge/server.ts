/** HTTP(S) with the built app, and one WebSocket beside it on the same port: one origin, so the app's policy stays `'self'`. */
import { randomBytes } from 'node:crypto';
import { createServer as createPlainServer, type IncomingMessage } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { err, ok, type Result } from '../src/core/result';
import type { EdgeFacts } from '../src/core/wire/frames';
import { encodeServerFrame } from '../src/core/wire/encodeFrame';
import { wireLimits, wireVersion } from '../src/core/wire/limits';
import { createMemoryBudget } from './memoryBudget';
import type { PartRunner } from './partRunner';
import { createSession, tickS, type Peer, type Session } from './session';
import { createFileHandler } from './staticFiles';

export interface ServerOptions {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** Where the built app is. */
  readonly folder: string;
  readonly token: string;
  readonly facts: EdgeFacts;
  readonly createRunner: () => PartRunner;
  readonly tls: { readonly key: string; readonly cert: string } | null;
  /** Pages at once. */
  readonly maxConnections: number;
  /** Bytes that all pages together may make it hold. */
  readonly maxHeldBytes: number;
  readonly refusalMs?: number;
  /** Between two signs of life. */
  readonly tickMs?: number;
}

export interface RunningServer {
  readonly port: number;
  /** Pages that are connected, said hello or not. */
  readonly connections: () => number;
  close(): Promise<void>;
}

export type StartFailure =
  | { readonly kind: 'port-in-use'; readonly port: number }
  | { readonly kind: 'cannot-listen'; readonly message: string };

export const socketPath = '/edge-socket';
/** A page that does not read its answers is let go when so much waits for it. */
const unreadLimit = 64_000_000;
const noiseBytes = 1_000_000;

export async function startServer(options: ServerOptions): Promise<Result<RunningServer, StartFailure>> {
  const serveFile = createFileHandler(options.folder);
  const server =
    options.tls === null
      ? createPlainServer()
      : createSecureServer({ ...options.tls, minVersion: 'TLSv1.2' });
  server.on('request', (request, response) => void serveFile(request, response));
  // Slow or silent clients of plain files end themselves.
  server.requestTimeout = 30_000;
  server.headersTimeout = 10_000;

  const sockets = acceptPages(options);
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) =>
    sockets.upgrade(request, socket, head),
  );
  const failure = await new Promise<StartFailure | null>((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      resolve(
        error.code === 'EADDRINUSE'
          ? { kind: 'port-in-use', port: options.port }
          : { kind: 'cannot-listen', message: error.message },
      );
    });
    server.listen(options.port, options.host, () => resolve(null));
  });
  if (failure !== null) {
    sockets.close();
    return err(failure);
  }
  // A connection that breaks must not take the server along.
  server.on('error', () => undefined);
  return ok({
    port: (server.address() as AddressInfo).port,
    connections: sockets.count,
    close: () =>
      new Promise((resolve) => {
        sockets.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

function acceptPages(options: ServerOptions) {
  const budget = createMemoryBudget(options.maxHeldBytes);
  const noise = randomBytes(noiseBytes);
  const acceptor = new WebSocketServer({
    noServer: true,
    maxPayload: wireLimits.frameBytes,
    // Tensors hardly compress, and what is measured must be what is sent.
    perMessageDeflate: false,
  });
  const pages = new Map<WebSocket, { readonly session: Session; isAlive: boolean }>();

  const welcome = (socket: WebSocket): void => {
    // Too large, not UTF-8, broken masks: ws closes the connection with the right code by itself.
    socket.on('error', () => undefined);
    if (pages.size >= options.maxConnections) {
      socket.send(encodeServerFrame({ kind: 'refused', version: wireVersion, reason: 'busy' }));
      socket.close(1013);
      return;
    }
    const session = createSession({ ...options, budget, noise, peer: peerOf(socket) });
    const page = { session, isAlive: true };
    pages.set(socket, page);
    socket.on('message', (data, isBinary) => {
      // On a slow link the answer to a ping waits behind what the page sends: that is life enough.
      page.isAlive = true;
      try {
        if (isBinary && data instanceof Buffer) session.receive(data);
        else session.refuse('not a frame');
      } catch (error) {
        // A fault of this server with one page is no reason to leave the others.
        session.refuse(error instanceof Error ? error.message : String(error));
      }
    });
    socket.on('pong', () => (page.isAlive = true));
    socket.on('close', () => {
      pages.delete(socket);
      session.end();
    });
  };

  const heartbeat = setInterval(
    () => {
      for (const [socket, page] of pages) {
        if (!page.isAlive) {
          socket.terminate();
          continue;
        }
        page.isAlive = false;
        socket.ping();
        page.session.tick();
      }
    },
    options.tickMs ?? tickS * 1000,
  );
  heartbeat.unref();

  return {
    count: () => pages.size,
    upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      const path = /^[^?]*/.exec(request.url ?? '')?.[0];
      if (path === socketPath && isSameOrigin(request)) {
        acceptor.handleUpgrade(request, socket, head, welcome);
      } else {
        // Nobody else listens any more: without this, a connection that breaks now would end the server.
        socket.on('error', () => undefined);
        socket.end(
          `HTTP/1.1 ${path === socketPath ? '403 Forbidden' : '404 Not Found'}\r\nConnection: close\r\n\r\n`,
        );
      }
    },
    close: () => {
      clearInterval(heartbeat);
      for (const socket of pages.keys()) socket.close(1001);
      for (const [socket, { session }] of pages) {
        session.end();
        socket.terminate();
      }
      acceptor.close();
    },
  };
}

/** Browsers name the page's origin: another site's page may not use a token it has guessed or seen. */
function isSameOrigin({ headers }: IncomingMessage): boolean {
  if (headers.origin === undefined) return true;
  try {
    return new URL(headers.origin).host === headers.host;
  } catch {
    return false;
  }
}

function peerOf(socket: WebSocket): Peer {
  return {
    send: (frame) =>
      new Promise((resolve, reject) => {
        if (socket.bufferedAmount > unreadLimit) {
          socket.terminate();
          reject(new Error('too much is unread'));
          return;
        }
        socket.send(frame, (error) => (error ? reject(error) : resolve()));
      }),
    close: (code) => socket.close(code),
  };
}
