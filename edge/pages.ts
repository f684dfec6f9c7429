/** WebSockets: strangers first, who have little time and less room, and pages once they have shown the token. */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import type { EdgeFacts } from '../src/core/wire/frames';
import { wireLimits } from '../src/core/wire/limits';
import { createMemoryBudget } from './memoryBudget';
import type { PartRunner } from './partRunner';
import { closeCodes, peerOf, terminateSoon } from './peer';
import { createSession, tickS, type Session } from './session';
import { createStranger, helloBytes } from './stranger';
import { createWaitingRoom } from './waitingRoom';

export interface PagesOptions {
  readonly token: string;
  readonly facts: EdgeFacts;
  readonly createRunner: () => PartRunner;
  /** Pages at once. */
  readonly maxConnections: number;
  /** Bytes that all pages together may make it hold. */
  readonly maxHeldBytes: number;
  readonly refusalMs?: number;
  /** From the connection to the token. */
  readonly helloMs?: number;
  /** Between two signs of life. */
  readonly tickMs?: number;
}

export interface Pages {
  /** Those that have said hello. */
  readonly count: () => number;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): void;
}

export const socketPath = '/edge-socket';
const noiseBytes = 1_000_000;
const defaultHelloMs = 3_000;
/** A refused connection that is not read from is not waited for. */
const refusedMs = 1_000;

interface Page {
  readonly session: Session;
  isAlive: boolean;
}

export function acceptPages(options: PagesOptions): Pages {
  const acceptor = new WebSocketServer({
    noServer: true,
    maxPayload: wireLimits.frameBytes,
    // Tensors hardly compress, and what is measured must be what is sent.
    perMessageDeflate: false,
  });
  const waiting = createWaitingRoom();
  const pages = new Map<WebSocket, Page>();
  const meet = createMeeting(options, pages);
  const heartbeat = setInterval(() => beat(pages), options.tickMs ?? tickS * 1000);
  heartbeat.unref();

  return {
    count: () => pages.size,
    upgrade: (request, socket, head) => {
      const address = request.socket.remoteAddress ?? '';
      if (/^[^?]*/.exec(request.url ?? '')?.[0] !== socketPath) turnAway(socket, '404 Not Found');
      else if (!isSameOrigin(request)) turnAway(socket, '403 Forbidden');
      else if (!waiting.hasRoom(address)) turnAway(socket, '503 Service Unavailable');
      else {
        acceptor.handleUpgrade(request, socket, head, (accepted) => {
          waiting.enter(address);
          meet(accepted, socket, () => waiting.leave(address));
        });
      }
    },
    close: () => {
      clearInterval(heartbeat);
      for (const { session } of pages.values()) session.end();
      for (const socket of acceptor.clients) {
        socket.close(closeCodes.leaving);
        socket.terminate();
      }
      acceptor.close();
    },
  };
}

/** `leaveWaiting` is called once: when the stranger is a page, or gone. */
type Meet = (socket: WebSocket, wire: Duplex, leaveWaiting: () => void) => void;

function createMeeting(options: PagesOptions, pages: Map<WebSocket, Page>): Meet {
  const budget = createMemoryBudget(options.maxHeldBytes);
  const noise = randomBytes(noiseBytes);
  return (socket, wire, leaveWaiting) => {
    let page: Page | null = null;
    const live = (): void => {
      if (page !== null) page.isAlive = true;
    };
    const peer = peerOf(socket, live);
    const helloTimer = setTimeout(() => socket.terminate(), options.helloMs ?? defaultHelloMs);
    const stranger = createStranger({
      ...options,
      peer,
      hasRoom: () => pages.size < options.maxConnections,
      enter: () => {
        clearTimeout(helloTimer);
        leaveWaiting();
        page = { session: createSession({ ...options, budget, noise, peer }), isAlive: true };
        pages.set(socket, page);
      },
    });
    let strangeBytes = 0;
    // After the WebSocket's own listener: bytes of a frame that is not complete count too. On a slow link the answer to a ping
    // waits behind what the page sends: that is life enough.
    wire.on('data', (chunk: Buffer) => {
      live();
      strangeBytes += chunk.length;
      if (page === null && strangeBytes > helloBytes) socket.terminate();
    });
    socket.on('message', (data, isBinary) => {
      // Text is no frame, nor is nothing.
      const message = isBinary && data instanceof Buffer ? data : new Uint8Array();
      if (page === null) stranger.receive(message);
      else hear(page.session, message);
    });
    // Too large, not UTF-8, broken masks: ws says goodbye with the right code by itself.
    socket.on('error', () => terminateSoon(socket));
    socket.on('close', () => {
      stranger.end();
      if (page === null) {
        clearTimeout(helloTimer);
        leaveWaiting();
      }
      pages.delete(socket);
      page?.session.end();
    });
  };
}

/** A fault of this server with one page is no reason to leave the others. */
function hear(session: Session, message: Uint8Array): void {
  try {
    session.receive(message);
  } catch (error) {
    session.refuse(error instanceof Error ? error.message : String(error));
  }
}

function beat(pages: ReadonlyMap<WebSocket, Page>): void {
  for (const [socket, page] of pages) {
    if (!page.isAlive) {
      socket.terminate();
      continue;
    }
    page.isAlive = false;
    socket.ping();
    page.session.tick();
  }
}

function turnAway(socket: Duplex, status: string): void {
  // Nobody else listens any more: without this, a connection that breaks now would end the server.
  socket.on('error', () => undefined);
  // One that is only half closed would keep its descriptor, and the server from closing.
  socket.once('finish', () => socket.destroy());
  setTimeout(() => socket.destroy(), refusedMs).unref();
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`);
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
