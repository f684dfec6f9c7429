import { describe, expect, it } from 'vitest';
import { workloadChain } from '../core/model/workloadChain';
import { openingScenario } from '../core/scenario/presets/opening';
import type { CatalogueWorkload, RunnableWorkload, Scenario } from '../core/scenario/types';
import { importedExample } from '../core/scenario/testing/importedExample';
import { solveScenario } from '../core/solvers/solveScenario';
import { err, ok } from '../core/result';
import type { PartLoad } from '../protocol/partApi';
import type { EdgeConnection } from '../services/edgeTypes';
import type { PartHost, SplitService } from '../services/splitTypes';
import { createAppStore } from './createAppStore';
import { createFakeServices, settled } from './testing/fakeServices';

const workload: CatalogueWorkload = {
  kind: 'catalogue',
  architecture: 'mobilenet-v2',
  inputPx: 64,
  width: 0.25,
  shipped: 'fp32',
  rawInput: 'fp32',
};
const [phone, , mec] = openingScenario.nodes;
const oneCut: Scenario = {
  ...openingScenario,
  workload,
  ownSplit: { nodes: [phone!.id, mec!.id], boundaries: [12, 55] },
};

interface FakeOptions {
  /** Answers a run of a model's part instead of making its outputs. */
  readonly onRun?: (host: string, run: number) => ReturnType<PartHost['run']> | null;
}

/** Hosts whose parts take 2 ms a run by a clock that only they and the links move. */
function createFakeSplitter({ onRun = () => null }: FakeOptions = {}) {
  let nowS = 0;
  const hosts: { readonly name: string; open: boolean; runs: number; loads: PartLoad[] }[] = [];
  const links = { open: 0 };
  const createHost = (name: string): PartHost => {
    const host = { name, open: true, runs: 0, loads: [] as PartLoad[] };
    hosts.push(host);
    return {
      load: (signal, request) => {
        host.loads.push(request);
        return Promise.resolve(
          signal.aborted ? err({ kind: 'cancelled' }) : ok({ createS: 0.1, threads: 1 }),
        );
      },
      run: (signal) => {
        if (signal.aborted) return Promise.resolve(err({ kind: 'cancelled' }));
        const { part } = host.loads.at(-1)!;
        const isModel = part.outputs[0] !== 'y';
        if (isModel) {
          host.runs += 1;
          const answer = onRun(name, host.runs);
          if (answer !== null) return answer;
        }
        nowS += 0.003;
        const outputs = part.outputs.map((output) => ({
          name: output,
          type: 'float32' as const,
          shape: [2],
          data: new Uint8Array(8),
        }));
        return Promise.resolve(ok({ outputs, runS: 0.002 }));
      },
      close: () => {
        host.open = false;
      },
    };
  };
  const splitter: SplitService = {
    createWorkerHost: () => createHost(`worker ${hosts.length}`),
    createLink: () => {
      links.open += 1;
      return {
        ship: (signal, { tensors, hops }) => {
          if (signal.aborted) return Promise.resolve(err({ kind: 'cancelled' }));
          const bytes = tensors.reduce((sum, { data }) => sum + data.byteLength, 0);
          const linkS = hops.reduce((sum, hop) => sum + hop.fixedS + (8 * bytes) / hop.bitsPerSecond, 0);
          nowS += linkS + 0.001;
          return Promise.resolve(ok({ tensors, bytes, linkS, codingS: 0 }));
        },
        close: () => {
          links.open -= 1;
        },
      };
    },
    now: () => nowS,
  };
  return { splitter, hosts, links, createHost };
}

/** Parts that read and make everything at their boundaries. */
function cutOf(cutWorkload: RunnableWorkload, boundaries: readonly number[]) {
  const { boundaryTensors, blocks } = workloadChain(cutWorkload);
  const ends = [0, ...boundaries, blocks.length];
  return ends.slice(1).map((to, k) => ({
    from: ends[k]!,
    to,
    model: new Uint8Array(10),
    external: [],
    inputs: boundaryTensors[ends[k]!]!,
    outputs: boundaryTensors[to]!,
  }));
}

async function open(scenario: Scenario, options: FakeOptions = {}) {
  const fake = createFakeServices();
  const split = createFakeSplitter(options);
  const models = {
    ...fake.services.models,
    cut: (signal: AbortSignal, { source, boundaries }: Parameters<typeof fake.services.models.cut>[1]) =>
      Promise.resolve(
        signal.aborted ? err({ kind: 'cancelled' } as const) : ok(cutOf(source.workload, boundaries)),
      ),
  };
  const store = createAppStore({ ...fake.services, models, splitter: split.splitter }, scenario);
  await settled();
  await fake.solves[0]!.answer(ok(solveScenario(scenario)));
  store.getState().changeView({ shownPlan: 'own' });
  store.getState().changeSplitOptions({ repetitions: 4, bandwidths: [1, 2] });
  return { store, ...split };
}

describe('runSplit', () => {
  it('runs each part in a host of its own and ends all of them', async () => {
    const { store, hosts, links } = await open(oneCut);
    await store.getState().runSplit();
    const { run } = store.getState().splitRun;
    expect(run.status).toBe('done');
    expect(hosts.map(({ open: isOpen }) => isOpen)).toEqual([false, false, false]);
    expect(links.open).toBe(0);
    const [, head, tail] = hosts;
    expect(head!.loads.map(({ part, optimisation }) => [part.from, part.to, optimisation])).toEqual([
      [0, 12, 'all'],
      [0, 12, 'disabled'],
    ]);
    expect(tail!.loads[0]).toMatchObject({ part: { from: 12, to: 55 }, threads: 1, backend: 'wasm' });
    // State is plain data.
    expect(structuredClone(store.getState().splitRun)).toEqual(store.getState().splitRun);
  });

  it('measures parts by their host and everything else as handling', async () => {
    const { store } = await open(oneCut);
    await store.getState().runSplit();
    const { run } = store.getState().splitRun;
    if (run.status !== 'done') throw new Error(run.status);
    expect(run.report.cells.map(({ bandwidth, runs }) => [bandwidth, runs])).toEqual([
      [1, 4],
      [2, 4],
    ]);
    const [cell] = run.report.cells;
    expect(cell!.compute.seconds).toBeCloseTo(0.004, 9);
    // Two messages of a millisecond, and one on either side of the link together.
    expect(cell!.handling.seconds).toBeCloseTo(0.003, 9);
    expect(cell!.total.seconds).toBeCloseTo(0.007 + cell!.transfer.seconds, 9);
    expect(run.report.isMeasuredHere).toBe(false);
  });

  it('cuts everywhere on request', async () => {
    const { store } = await open(oneCut);
    store.getState().changeSplitOptions({ cuts: 'all', repetitions: 3, bandwidths: [1] });
    await store.getState().runSplit();
    const { run } = store.getState().splitRun;
    if (run.status !== 'done') throw new Error(run.status);
    expect(run.report.cells).toHaveLength(54);
    expect(run.report.checks).toHaveLength(54);
  });

  it('stops at once on cancel, keeps what it has, and runs again', async () => {
    const hang = new Promise<never>(() => undefined);
    let hangs = true;
    const { store, hosts } = await open(oneCut, {
      onRun: (host, run) => (hangs && host === 'worker 1' && run === 5 ? hang : null),
    });
    void store.getState().runSplit();
    for (let turn = 0; turn < 50 && hosts[1]?.runs !== 5; turn++) await settled();
    expect(store.getState().splitRun.run.status).toBe('running');
    store.getState().cancelSplit();
    expect(store.getState().splitRun.run.status).toBe('cancelled');
    hangs = false;
    await store.getState().runSplit();
    expect(store.getState().splitRun.run.status).toBe('done');
  });

  it('does not start twice', async () => {
    const { store, links } = await open(oneCut);
    const first = store.getState().runSplit();
    await store.getState().runSplit();
    expect(links.open).toBeLessThanOrEqual(1);
    await first;
    expect(store.getState().splitRun.run.status).toBe('done');
  });

  it('says what failed, and ends the hosts', async () => {
    const failure = { kind: 'part-failed', message: 'bad operator' } as const;
    const { store, hosts } = await open(oneCut, {
      onRun: (host) => (host === 'worker 2' ? Promise.resolve(err(failure)) : null),
    });
    await store.getState().runSplit();
    expect(store.getState().splitRun.run).toMatchObject({ status: 'failed', failure });
    expect(hosts.every(({ open: isOpen }) => !isOpen)).toBe(true);
  });

  it('ends in words where something throws, leaves no host, and runs again', async () => {
    let breaks = true;
    const { store, hosts, links } = await open(oneCut, {
      onRun: (host) => (breaks && host === 'worker 1' ? Promise.reject(new Error('no memory')) : null),
    });
    await store.getState().runSplit();
    expect(store.getState().splitRun.run).toMatchObject({
      status: 'failed',
      failure: { kind: 'worker-failed', message: 'no memory' },
      report: { cells: [] },
    });
    expect([links.open, ...hosts.filter(({ open: isOpen }) => isOpen)]).toEqual([0]);
    breaks = false;
    await store.getState().runSplit();
    expect(store.getState().splitRun.run.status).toBe('done');
  });

  it('has nothing to run of a custom chain, nor of a model whose files are elsewhere', async () => {
    const custom = await open({
      ...openingScenario,
      workload: {
        kind: 'custom',
        name: 'chain',
        inputBytes: 10,
        blocks: [{ name: 'a', load: { unit: 'seconds', value: 1 }, bytesOut: 1, weightBytes: 0 }],
      },
    });
    await custom.store.getState().runSplit();
    expect(custom.store.getState().splitRun.run).toMatchObject({ failure: { kind: 'nothing-to-run' } });
    const imported = await open({ ...openingScenario, workload: importedExample });
    await imported.store.getState().runSplit();
    expect(imported.store.getState().splitRun.run).toMatchObject({
      failure: { kind: 'files-missing', name: importedExample.name },
    });
    expect(imported.hosts).toEqual([]);
  });

  it('puts a part on the edge server, over the real link', async () => {
    const { store, createHost } = await open(oneCut);
    const connection: Pick<EdgeConnection, 'createHost'> = { createHost: () => createHost('server') };
    store.setState({ edgeConnection: () => connection as EdgeConnection });
    store.getState().changeSplitOptions({ edgeNode: mec!.id, bandwidths: [1] });
    await store.getState().runSplit();
    const { run } = store.getState().splitRun;
    if (run.status !== 'done') throw new Error(JSON.stringify(run));
    const [cell] = run.report.cells;
    // What the call takes beyond the run is the link's; the drawn link is not waited for.
    expect(cell!.transfer.seconds).toBeCloseTo(0.001, 9);
    expect(run.report.checks[0]!.exact).toBeNull();
  });

  it('says so when the edge server has gone', async () => {
    const { store } = await open(oneCut);
    store.getState().changeSplitOptions({ edgeNode: mec!.id });
    await store.getState().runSplit();
    expect(store.getState().splitRun.run).toMatchObject({ failure: { kind: 'edge-gone' } });
  });
});
