/** The edge server this page may be connected to. */
import type { LinkId, NodeId } from '../core/network/types';
import type { EdgeConnection, EdgeFacts, EdgeFailure, EdgeLink } from '../services/edgeTypes';

/** A link as it was measured, and when (ISO 8601). */
export interface MeasuredEdgeLink extends EdgeLink {
  readonly measuredAt: string;
}

/** Measured values put on a link of the document: where these figures of the link come from while it still has them. */
interface AppliedEdgeLink {
  readonly link: LinkId;
  readonly measuredAt: string;
  readonly aToBMbps: number;
  readonly bToAMbps: number;
  readonly propagationMs: number;
}

type EdgeStatus =
  | { readonly status: 'absent' }
  | { readonly status: 'connecting' }
  | {
      readonly status: 'connected';
      readonly facts: EdgeFacts;
      readonly link: MeasuredEdgeLink | null;
      /** Part of the measurement done, 0..1; null while none goes on. */
      readonly measuring: number | null;
    }
  | { readonly status: 'failed'; readonly failure: EdgeFailure };

export type EdgeState = EdgeStatus & {
  /** Whether the page's address named an edge server. */
  readonly isExpected: boolean;
  readonly applied: readonly AppliedEdgeLink[];
};

export interface EdgeActions {
  /** `token` where the visitor typed one; else the one of the page's address. */
  readonly connectEdge: (token?: string) => Promise<void>;
  readonly disconnectEdge: () => void;
  readonly measureEdge: () => Promise<void>;
  readonly cancelEdgeMeasurement: () => void;
  /** Puts the measured values on a link of the way from the source to this host: one undo step. */
  readonly applyEdgeLink: (host: NodeId, link: LinkId) => void;
  /** The live connection, for whoever runs parts on it; null when there is none. */
  readonly edgeConnection: () => EdgeConnection | null;
}
