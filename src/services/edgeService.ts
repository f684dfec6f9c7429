import { err, type Result } from '../core/result';
import type { EdgeConnection, EdgeFailure, EdgeService } from './edgeTypes';
import type { Cancelled } from './types';

/** Where an edge server puts its token, and where a reload finds it again. */
const parameter = 'edge';
const storageKey = 'splitscape.edge-token';

/**
 * Takes the token out of the page's address, so that it is in no share link, bookmark or Referer, and keeps it for reloads
 * of this tab. Call it before anything else reads the address.
 */
export function takeEdgeToken(): string | null {
  const address = new URL(window.location.href);
  const token = address.searchParams.get(parameter);
  if (token === null) return keptToken();
  keepToken(token);
  address.searchParams.delete(parameter);
  window.history.replaceState(null, '', address.href);
  return token;
}

// Storage may be forbidden: then a reload asks for the token again.
function keptToken(): string | null {
  try {
    return sessionStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

function keepToken(token: string): void {
  try {
    sessionStorage.setItem(storageKey, token);
  } catch {
    // As above.
  }
}

/**
 * The edge server that may have served this page; its code loads on the first connection.
 *
 * @param clockS - smallest step of `performance.now()` [s]
 */
export function createEdgeService(token: string | null, clockS: number): EdgeService {
  return {
    isExpected: token !== null,
    connect: async (signal, typed): Promise<Result<EdgeConnection, EdgeFailure | Cancelled>> => {
      try {
        const { connectToPageServer } = await import('./edge/connectToPageServer');
        const given = typed ?? token ?? '';
        const connected = await connectToPageServer(signal, given, clockS);
        // The next visit of this tab finds it again.
        if (connected.ok) keepToken(given);
        return connected;
      } catch (error) {
        return err({ kind: 'edge-lost', message: error instanceof Error ? error.message : String(error) });
      }
    },
  };
}
