import type { Result } from '../../core/result';
import type { EdgeConnection, EdgeFailure } from '../edgeTypes';
import type { Cancelled } from '../types';
import { openEdge } from './openEdge';

/** The server that this page came from: same host, same port, so that the content security policy stays `'self'`. */
export function connectToPageServer(
  signal: AbortSignal,
  token: string,
  clockS: number,
): Promise<Result<EdgeConnection, EdgeFailure | Cancelled>> {
  const address = new URL('edge-socket', document.baseURI);
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  address.search = address.hash = '';
  return openEdge(signal, () => new WebSocket(address), token, clockS);
}
