import { describe, expect, test } from 'vitest';
import type { NodeId } from '../core/network/types';
import { err, ok, type Result } from '../core/result';
import { opening } from '../core/scenario/presets/opening';
import type { EdgeConnection, EdgeFailure, EdgeLink } from '../services/edgeTypes';
import type { Cancelled } from '../services/types';
import { createAppStore } from './createAppStore';
import { edgeHosts, linksOnTheWay, measuredFigures, stillHas } from './edgeLink';
import { createFakeServices, settled } from './testing/fakeServices';

const rate = (bitsPerSecond: number) => ({ bitsPerSecond, low: 1, high: 2, samples: 3, bytes: 4 });
const measured: EdgeLink = {
  roundTripS: { median: 0.0123456, p90: 0.02, ci95: [0.01, 0.02], samples: 60, tripsPerSample: 1 },
  up: rate(12_345_678),
  down: rate(98_765_432),
};
const facts = {
  name: 'laptop',
  engine: 'wasm',
  engineVersion: '1',
  cores: 2,
  threads: 1,
  maxModelBytes: 1,
} as const;

/** A store whose edge server does what the test says. */
function createEdgeStore(isExpected = false) {
  let end: (failure: EdgeFailure | null) => void = () => undefined;
  let finish: (result: Result<EdgeLink, EdgeFailure | Cancelled>) => void = () => undefined;
  let progress: (part: number) => void = () => undefined;
  const answers: Result<EdgeConnection, EdgeFailure | Cancelled>[] = [];
  const tokens: (string | undefined)[] = [];
  const closed = { count: 0 };
  const connection: EdgeConnection = {
    facts,
    measureLink: (signal, onProgress) =>
      new Promise((resolve) => {
        progress = onProgress;
        finish = resolve;
        signal.addEventListener('abort', () => resolve(err({ kind: 'cancelled' })));
      }),
    createHost: () => {
      throw new Error('not asked for here');
    },
    close: () => {
      closed.count += 1;
    },
    ended: new Promise((resolve) => {
      end = resolve;
    }),
  };
  const { services } = createFakeServices({
    edge: {
      isExpected,
      connect: (_, token) => {
        tokens.push(token);
        return Promise.resolve(answers.shift() ?? ok(connection));
      },
    },
  });
  const store = createAppStore(services);
  return {
    store,
    edge: () => store.getState().edge,
    actions: store.getState(),
    connection,
    answers,
    tokens,
    closed,
    end: (failure: EdgeFailure | null) => {
      end(failure);
      return settled();
    },
    finish: (result: Parameters<typeof finish>[0]) => {
      finish(result);
      return settled();
    },
    progress: (part: number) => progress(part),
  };
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await settled();
}

describe('the connection', () => {
  test('is made at the start when the address carries a token, and not otherwise', async () => {
    const expected = createEdgeStore(true);
    await until(() => expected.edge().status === 'connected');
    expect(expected.actions.edgeConnection()).toBe(expected.connection);
    const plain = createEdgeStore();
    await settled();
    expect([plain.edge().status, plain.tokens.length]).toEqual(['absent', 0]);
  });

  test('takes a typed token, says why it failed, and can be tried again', async () => {
    const { actions, answers, edge, tokens } = createEdgeStore();
    answers.push(err({ kind: 'edge-refused', reason: 'token' }));
    await actions.connectEdge('typed');
    expect(edge()).toMatchObject({ status: 'failed', failure: { kind: 'edge-refused' } });
    await actions.connectEdge();
    expect(edge()).toMatchObject({ status: 'connected', facts: { name: 'laptop' }, link: null });
    expect(tokens).toEqual(['typed', undefined]);
  });

  test('that is lost is no longer offered to anybody', async () => {
    const { actions, edge, end } = createEdgeStore();
    await actions.connectEdge();
    await end({ kind: 'edge-lost', message: 'gone' });
    expect(edge()).toMatchObject({ status: 'failed', failure: { message: 'gone' } });
    expect(actions.edgeConnection()).toBeNull();
  });

  test('is closed when the visitor says so', async () => {
    const { actions, closed, edge, end } = createEdgeStore();
    await actions.connectEdge();
    actions.disconnectEdge();
    await until(() => edge().status === 'absent');
    expect(closed.count).toBe(1);
    await end(null);
    expect(edge().status).toBe('absent');
  });
});

describe('the measured link', () => {
  test('is shown as it is measured, with its date, and can be given up', async () => {
    const { actions, edge, finish, progress } = createEdgeStore();
    await actions.connectEdge();
    const measuring = actions.measureEdge();
    await until(() => edge().status === 'connected' && 'measuring' in edge());
    await settled();
    progress(0.5);
    expect(edge()).toMatchObject({ measuring: 0.5, link: null });
    await finish(ok(measured));
    await measuring;
    expect(edge()).toMatchObject({ measuring: null, link: { measuredAt: '2026-02-03T04:05:06.000Z' } });
    const again = actions.measureEdge();
    await settled();
    actions.cancelEdgeMeasurement();
    await again;
    expect(edge()).toMatchObject({ measuring: null, link: { measuredAt: '2026-02-03T04:05:06.000Z' } });
  });

  test('is put on a link in one undo step, and remembered while the link has it', async () => {
    const { actions, edge, finish, store } = createEdgeStore();
    await actions.connectEdge();
    const measuring = actions.measureEdge();
    await settled();
    await finish(ok(measured));
    await measuring;
    const { scenario } = store.getState();
    const host = edgeHosts(scenario)[0]!;
    const { link } = linksOnTheWay(scenario, host.id)[0]!;
    actions.applyEdgeLink(host.id, link.id);
    await until(() => edge().applied.length > 0);
    const changed = () => store.getState().scenario.links.find(({ id }) => id === link.id);
    expect(changed()).toMatchObject({
      aToBMbps: 12.3,
      bToAMbps: 98.8,
      propagationMs: 6.17,
      overheadMs: 0,
      symmetric: false,
    });
    expect(edge().applied).toMatchObject([{ link: link.id, measuredAt: '2026-02-03T04:05:06.000Z' }]);
    expect(stillHas(changed(), edge().applied[0]!)).toBe(true);
    store.getState().undo();
    expect(changed()).toEqual(link);
    expect(stillHas(changed(), edge().applied[0]!)).toBe(false);
  });
});

describe('the way to a host', () => {
  const { scenario } = opening;
  const ids = (host: string) => linksOnTheWay(scenario, host as NodeId).map(({ link }) => link.id);

  test('has the fewest hops, in order from the source, with the direction of each', () => {
    const way = linksOnTheWay(scenario, 'edge' as NodeId);
    let at: NodeId = scenario.sourceId;
    for (const { link, forwards } of way) {
      expect(forwards ? link.a : link.b).toBe(at);
      at = forwards ? link.b : link.a;
    }
    expect(at).toBe('edge');
    expect(way).toHaveLength(2);
  });

  test('is empty to the source itself, to nobody, and where nothing leads', () => {
    expect(ids(scenario.sourceId)).toEqual([]);
    expect(ids('nobody')).toEqual([]);
    expect(linksOnTheWay({ ...scenario, links: [] }, 'edge' as NodeId)).toEqual([]);
  });

  test('up is away from the source, whichever way the link was drawn', () => {
    const forwards = measuredFigures(measured, true);
    const backwards = measuredFigures(measured, false);
    expect([forwards.aToBMbps, forwards.bToAMbps]).toEqual([backwards.bToAMbps, backwards.aToBMbps]);
    expect(stillHas(undefined, forwards)).toBe(false);
  });

  test('MEC hosts come first; without any, whatever computes', () => {
    expect(edgeHosts(scenario).map(({ kind }) => kind)).toEqual(['mec']);
    const without = { ...scenario, nodes: scenario.nodes.filter(({ kind }) => kind !== 'mec') };
    expect(edgeHosts(without).map(({ kind }) => kind)).toEqual(['cloud']);
  });
});
