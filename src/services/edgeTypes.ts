/** An edge server (`npm run edge`) as the page uses it: a real MEC host on the same network. */
import type { EdgeFacts } from '../core/wire/frames';
import type { Result } from '../core/result';
import type { PartHost } from './splitTypes';
import type { Cancelled } from './types';

export type { EdgeFacts };

export type EdgeFailure =
  /** The page was not served by an edge server, or it is gone. */
  | { readonly kind: 'edge-absent' }
  /** The token is missing or wrong, or the server has no room for one more page. */
  | { readonly kind: 'edge-refused'; readonly reason: 'token' | 'busy' }
  /** The connection ended: the network, the server, or one of the two did not understand the other. */
  | { readonly kind: 'edge-lost'; readonly message: string }
  /** It speaks another version of the protocol. */
  | { readonly kind: 'edge-mismatch'; readonly found: number; readonly known: number };

/** A rate over repeated transfers of one size; `low` and `high` are the slowest and the fastest of them. */
export interface EdgeThroughput {
  readonly bitsPerSecond: number;
  readonly low: number;
  readonly high: number;
  readonly samples: number;
  /** Bytes of each transfer. */
  readonly bytes: number;
}

/** What was measured over the socket, message by message: TCP, TLS and the browser are in it. */
export interface EdgeLink {
  readonly roundTripS: {
    readonly median: number;
    readonly p90: number;
    /** 95 % bootstrap interval of the median. */
    readonly ci95: readonly [number, number];
    readonly samples: number;
    /** Round trips in a sample: more than one where the page's clock is too coarse for one. */
    readonly tripsPerSample: number;
  };
  readonly up: EdgeThroughput;
  readonly down: EdgeThroughput;
}

export interface EdgeConnection {
  readonly facts: EdgeFacts;
  /** Pings, then sends and receives blocks of bytes; takes about three seconds. `onProgress` gets 0..1, never falling. */
  measureLink(
    signal: AbortSignal,
    onProgress: (part: number) => void,
  ): Promise<Result<EdgeLink, EdgeFailure | Cancelled>>;
  /** Runs parts on the server; the model is shipped once, at `load`. */
  createHost(): PartHost;
  close(): void;
  /** Settles once, when the connection ends; null when this page ended it. */
  readonly ended: Promise<EdgeFailure | null>;
}

export interface EdgeService {
  /** Whether this page's address carried a token, so that an edge server is to be expected. */
  readonly isExpected: boolean;
  /** `token` where the visitor typed one; else the one in the address. */
  connect(signal: AbortSignal, token?: string): Promise<Result<EdgeConnection, EdgeFailure | Cancelled>>;
}
