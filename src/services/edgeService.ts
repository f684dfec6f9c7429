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
  try {
    if (token === null) return sessionStorage.getItem(storageKey);
    sessionStorage.setItem(storageKey, token);
  } catch {
    // Storage may be forbidden: then a reload asks for the token again.
  }
  address.searchParams.delete(parameter);
  window.history.replaceState(null, '', address.href);
  return token;
}

/** The edge server that may have served this page; its code loads on the first connection. */
export function createEdgeService(token: string | null = null): EdgeService {
  return {
    isExpected: token !== null,
    connect: async (signal, typed): Promise<Result<EdgeConnection, EdgeFailure | Cancelled>> => {
      try {
        const { connectToPageServer } = await import('./edge/connectToPageServer');
        return await connectToPageServer(signal, typed ?? token ?? '', (good) =>
          sessionStorage.setItem(storageKey, good),
        );
      } catch (error) {
        return err({ kind: 'edge-lost', message: error instanceof Error ? error.message : String(error) });
      }
    },
  };
}
