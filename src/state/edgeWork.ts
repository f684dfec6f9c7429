/** Connecting to an edge server, measuring the link to it, and putting what was measured into the document. */
import type { LinkId, NodeId } from '../core/network/types';
import { changeLink } from '../core/scenario/edits';
import type { EdgeConnection } from '../services/edgeTypes';
import { linksOnTheWay, measuredFigures } from './edgeLink';
import type { EdgeState } from './edgeTypes';
import type { SliceContext } from './slice';

type Status = EdgeState extends infer State
  ? State extends EdgeState
    ? Omit<State, 'isExpected' | 'applied'>
    : never
  : never;

export function createEdgeWork(
  { set, get, services }: SliceContext,
  keep: (connection: EdgeConnection | null) => void,
) {
  let attempt: AbortController | null = null;
  let connection: EdgeConnection | null = null;
  let measurement: AbortController | null = null;

  const show = (status: Status): void => {
    const { isExpected, applied } = get().edge;
    set({ edge: { ...status, isExpected, applied } });
  };

  const hold = (next: EdgeConnection | null): void => {
    connection = next;
    keep(next);
  };

  const drop = (): void => {
    attempt?.abort();
    measurement?.abort();
    attempt = null;
    measurement = null;
    const dropped = connection;
    hold(null);
    dropped?.close();
  };

  return {
    connect: async (token?: string): Promise<void> => {
      if (attempt !== null || connection !== null) return;
      const mine = new AbortController();
      attempt = mine;
      show({ status: 'connecting' });
      const connected = await services.edge.connect(mine.signal, token);
      if (attempt !== mine) {
        if (connected.ok) connected.value.close();
        return;
      }
      attempt = null;
      if (!connected.ok) {
        const { error } = connected;
        show(error.kind === 'cancelled' ? { status: 'absent' } : { status: 'failed', failure: error });
        return;
      }
      const opened = connected.value;
      hold(opened);
      show({ status: 'connected', facts: opened.facts, link: null, measuring: null });
      void opened.ended.then((failure) => {
        if (connection !== opened) return;
        drop();
        show(failure === null ? { status: 'absent' } : { status: 'failed', failure });
      });
    },

    disconnect: (): void => {
      drop();
      show({ status: 'absent' });
    },

    measure: async (): Promise<void> => {
      const measured = connection;
      if (measured === null || measurement !== null) return;
      const mine = new AbortController();
      measurement = mine;
      const tell = (part: number | null): void => {
        const { edge } = get();
        if (edge.status === 'connected' && connection === measured) show({ ...edge, measuring: part });
      };
      tell(0);
      const result = await measured.measureLink(mine.signal, tell);
      if (measurement !== mine) return;
      measurement = null;
      tell(null);
      const { edge } = get();
      // A connection that was lost meanwhile says so itself.
      if (result.ok && edge.status === 'connected')
        show({ ...edge, link: { ...result.value, measuredAt: services.now() } });
    },

    cancelMeasurement: (): void => measurement?.abort(),

    apply: (host: NodeId, id: LinkId): void => {
      const { edge, edit, scenario } = get();
      const step = linksOnTheWay(scenario, host).find(({ link }) => link.id === id);
      if (edge.status !== 'connected' || edge.link === null || step === undefined) return;
      const figures = measuredFigures(edge.link, step.forwards);
      // The round trip contains whatever a transfer costs besides its bytes: an overhead of its own would count it twice.
      edit((document) => changeLink(document, id, { ...figures, symmetric: false, overheadMs: 0 }));
      const kept = get().scenario.links.find((link) => link.id === id);
      if (kept === undefined) return;
      const { aToBMbps, bToAMbps, propagationMs } = kept;
      const { measuredAt } = edge.link;
      const others = edge.applied.filter(({ link }) => link !== id);
      const applied = [...others, { link: id, measuredAt, aToBMbps, bToAMbps, propagationMs }];
      set({ edge: { ...edge, applied } });
    },
  };
}
