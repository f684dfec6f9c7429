/** HTTP(S) with the built app, and one WebSocket beside it on the same port: one origin, so the app's policy stays `'self'`. */
import { createServer as createPlainServer, type IncomingMessage } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { err, ok, type Result } from '../src/core/result';
import { acceptPages, type PagesOptions } from './pages';
import { createFileHandler } from './staticFiles';

export interface ServerOptions extends PagesOptions {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** Where the built app is. */
  readonly folder: string;
  readonly tls: { readonly key: string; readonly cert: string } | null;
  /** After so long without a byte, a connection that is no WebSocket ends. */
  readonly idleMs?: number;
}

export interface RunningServer {
  readonly port: number;
  /** Pages that have said hello. */
  readonly connections: () => number;
  close(): Promise<void>;
}

export type StartFailure =
  | { readonly kind: 'port-in-use'; readonly port: number }
  | { readonly kind: 'cannot-listen'; readonly message: string };

const defaultIdleMs = 30_000;
const headersMs = 10_000;
/** Requests are held against their limits this often. */
const lookMs = 5_000;

export async function startServer(options: ServerOptions): Promise<Result<RunningServer, StartFailure>> {
  const serveFile = createFileHandler(options.folder);
  const server = createHttpServer(options);
  server.on('request', (request, response) => void serveFile(request, response));
  const pages = acceptPages(options);
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) =>
    pages.upgrade(request, socket, head),
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
    pages.close();
    return err(failure);
  }
  // A connection that breaks must not take the server along.
  server.on('error', () => undefined);
  return ok({
    port: (server.address() as AddressInfo).port,
    connections: pages.count,
    close: () =>
      new Promise((resolve) => {
        pages.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

function createHttpServer({ tls, idleMs = defaultIdleMs }: ServerOptions) {
  const looks = { connectionsCheckingInterval: lookMs };
  const server =
    tls === null
      ? createPlainServer(looks)
      : createSecureServer({ ...tls, ...looks, minVersion: 'TLSv1.2', handshakeTimeout: headersMs });
  server.headersTimeout = headersMs;
  // For requests that do not come to their end...
  server.requestTimeout = defaultIdleMs;
  // ...and for answers that nobody reads. A WebSocket takes this limit off its connection and has its own.
  server.setTimeout(idleMs);
  return server;
}
