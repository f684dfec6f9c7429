/** An edge server (`npm run edge`) as the page uses it: a real MEC host on the same network. */
import type { Result } from '../core/result';
import type { PartHost } from './splitTypes';
import type { Cancelled } from './types';

export type EdgeFailure =
  /** The page was not served by an edge server, or it is gone. */
  | { readonly kind: 'edge-absent'; readonly message: string }
  /** The token in the address is missing or wrong. */
  | { readonly kind: 'edge-refused'; readonly message: string }
  | { readonly kind: 'edge-lost'; readonly message: string }
  /** It speaks another version of the protocol. */
  | { readonly kind: 'edge-mismatch'; readonly found: number; readonly known: number };

export interface EdgeFacts {
  /** As the server names itself ("laptop, 8 cores, onnxruntime-node 1.30.0"). */
  readonly name: string;
  readonly engine: 'native' | 'wasm';
  readonly engineVersion: string;
  readonly cores: number;
  readonly threads: number;
}

/** What was measured over the socket, message by message. */
export interface EdgeLink {
  readonly roundTripS: { readonly median: number; readonly p90: number; readonly samples: number };
  readonly upBitsPerSecond: number;
  readonly downBitsPerSecond: number;
}

export interface EdgeConnection {
  readonly facts: EdgeFacts;
  /** Pings, then sends and receives blocks of bytes; takes about three seconds. */
  measureLink(
    signal: AbortSignal,
    onProgress: (part: number) => void,
  ): Promise<Result<EdgeLink, EdgeFailure | Cancelled>>;
  /** Runs parts on the server; the model is shipped once, at `load`. */
  createHost(): PartHost;
  close(): void;
  /** Called once when the connection ends. */
  readonly ended: Promise<EdgeFailure>;
}

export interface EdgeService {
  /** Whether this page's address carries a token, so that an edge server is to be expected. */
  readonly isExpected: boolean;
  connect(signal: AbortSignal): Promise<Result<EdgeConnection, EdgeFailure | Cancelled>>;
}
