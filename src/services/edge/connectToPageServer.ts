import type { Result } from '../../core/result';
import { measureClockStep } from '../browserFacts';
import type { EdgeConnection, EdgeFailure } from '../edgeTypes';
import type { Cancelled } from '../types';
import { openEdge } from './openEdge';

/** The server that this page came from: same host, same port, so that the content security policy stays `'self'`. */
export async function connectToPageServer(
  signal: AbortSignal,
  token: string,
  onAccepted: (token: string) => void,
): Promise<Result<EdgeConnection, EdgeFailure | Cancelled>> {
  const address = new URL('edge-socket', document.baseURI);
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  address.search = address.hash = '';
  const clockS = measureClockStep(() => performance.now()) / 1e3;
  const connected = await openEdge(signal, () => new WebSocket(address), token, clockS);
  // The next visit of this tab finds it again.
  if (connected.ok) onAccepted(token);
  return connected;
}
