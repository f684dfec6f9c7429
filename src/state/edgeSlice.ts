/** The connection to an edge server. What it does is loaded on first use: most visits have none. */
import type { EdgeConnection } from '../services/edgeTypes';
import type { EdgeActions, EdgeState } from './edgeTypes';
import type { SliceContext } from './slice';

export function createEdge(context: SliceContext): EdgeActions & { readonly edge: EdgeState } {
  let connection: EdgeConnection | null = null;
  const start = async () => {
    const { createEdgeWork } = await import('./edgeWork');
    return createEdgeWork(context, (next) => {
      connection = next;
    });
  };
  let work: ReturnType<typeof start> | null = null;
  const load = () => (work ??= start());
  return {
    edge: { status: 'absent', isExpected: context.services.edge.isExpected, applied: [] },
    connectEdge: async (token) => {
      try {
        await (await load()).connect(token);
      } catch (error) {
        // The code could not be fetched; the next attempt asks for it again.
        work = null;
        const failure = { kind: 'edge-lost', message: String(error) } as const;
        context.set({ edge: { ...context.get().edge, status: 'failed', failure } });
      }
    },
    disconnectEdge: () => void load().then(({ disconnect }) => disconnect()),
    measureEdge: async () => (await load()).measure(),
    cancelEdgeMeasurement: () => void load().then(({ cancelMeasurement }) => cancelMeasurement()),
    applyEdgeLink: (host, link) => void load().then(({ apply }) => apply(host, link)),
    edgeConnection: () => connection,
  };
}
