import { err, ok, type Result } from '../../core/result';
import { decodeServerFrame } from '../../core/wire/decodeFrame';
import { encodeClientFrame } from '../../core/wire/encodeFrame';
import type { EdgeFacts } from '../../core/wire/frames';
import { wireLimits, wireVersion } from '../../core/wire/limits';
import type { EdgeConnection, EdgeFailure } from '../edgeTypes';
import type { Cancelled } from '../types';
import { createEdgeHost } from './edgeHost';
import type { EdgeSocket } from './edgeSocket';
import { createEdgeWire } from './edgeWire';
import { measureEdgeLink } from './measureEdgeLink';

/** From the first packet to the server's welcome; a wrong token is answered after a second. */
const openMs = 15_000;

/**
 * Opens a connection to an edge server: the WebSocket, then the token, then its facts.
 *
 * @param clockS - smallest step of `performance.now()` [s]
 */
export async function openEdge(
  signal: AbortSignal,
  createSocket: () => EdgeSocket,
  token: string,
  clockS: number,
): Promise<Result<EdgeConnection, EdgeFailure | Cancelled>> {
  if (signal.aborted) return err({ kind: 'cancelled' });
  const socket = createSocket();
  socket.binaryType = 'arraybuffer';
  const greeted = await greet(signal, socket, token);
  if (!greeted.ok) {
    socket.close(1000);
    return greeted;
  }
  const wire = createEdgeWire(socket);
  const slots = new Set(Array.from({ length: wireLimits.slots }, (_, slot) => slot));
  return ok({
    facts: greeted.value,
    measureLink: (given, onProgress) => measureEdgeLink(given, wire, clockS, onProgress),
    createHost: () => createEdgeHost(wire, slots, greeted.value.maxModelBytes),
    close: () => wire.end(null),
    ended: wire.ended,
  });
}

function greet(
  signal: AbortSignal,
  socket: EdgeSocket,
  token: string,
): Promise<Result<EdgeFacts, EdgeFailure | Cancelled>> {
  return new Promise((resolve) => {
    let isOpen = false;
    const settle = (result: Result<EdgeFacts, EdgeFailure | Cancelled>): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      socket.onopen = socket.onmessage = socket.onclose = null;
      resolve(result);
    };
    const abort = (): void => settle(err({ kind: 'cancelled' }));
    const fail = (failure: EdgeFailure): void => settle(err(failure));
    const timer = setTimeout(() => fail({ kind: 'edge-absent' }), openMs);
    signal.addEventListener('abort', abort, { once: true });
    socket.onopen = () => {
      isOpen = true;
      socket.send(encodeClientFrame({ kind: 'hello', version: wireVersion, token }));
    };
    socket.onerror = () => undefined;
    socket.onclose = () =>
      fail(
        isOpen
          ? { kind: 'edge-lost', message: 'The server closed the connection at once' }
          : { kind: 'edge-absent' },
      );
    socket.onmessage = ({ data }: { readonly data: unknown }) => {
      const read = data instanceof ArrayBuffer ? decodeServerFrame(new Uint8Array(data)) : null;
      if (read?.ok !== true) {
        fail({ kind: 'edge-absent' });
        return;
      }
      const frame = read.value;
      if (frame.kind === 'welcome') settle(ok(frame.facts));
      else if (frame.kind !== 'refused') fail({ kind: 'edge-lost', message: 'The server did not say hello' });
      else if (frame.reason === 'version')
        fail({ kind: 'edge-mismatch', found: frame.version, known: wireVersion });
      else fail({ kind: 'edge-refused', reason: frame.reason });
    };
  });
}
