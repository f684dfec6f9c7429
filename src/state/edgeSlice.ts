/** The connection to an edge server. */
import type { EdgeActions, EdgeState } from './edgeTypes';

export function createEdge(): EdgeActions & { readonly edge: EdgeState } {
  return {
    edge: { status: 'absent' },
    connectEdge: () => Promise.resolve(),
    disconnectEdge: () => undefined,
    measureEdge: () => Promise.resolve(),
    edgeConnection: () => null,
  };
}
