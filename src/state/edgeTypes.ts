/** The edge server this page may be connected to. */
import type { EdgeConnection, EdgeFacts, EdgeFailure, EdgeLink } from '../services/edgeTypes';

export type EdgeState =
  | { readonly status: 'absent' }
  | { readonly status: 'connecting' }
  | {
      readonly status: 'connected';
      readonly facts: EdgeFacts;
      readonly link: EdgeLink | null;
      readonly measuring: number | null;
    }
  | { readonly status: 'failed'; readonly failure: EdgeFailure };

export interface EdgeActions {
  readonly connectEdge: () => Promise<void>;
  readonly disconnectEdge: () => void;
  readonly measureEdge: () => Promise<void>;
  /** The live connection, for whoever runs parts on it; null when there is none. */
  readonly edgeConnection: () => EdgeConnection | null;
}
