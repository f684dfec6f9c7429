import { describe, expect, it } from 'vitest';
import { workloadChain } from '../core/model/workloadChain';
import { adoptProfile } from '../core/scenario/edits';
import { openingScenario } from '../core/scenario/presets/opening';
import type { CatalogueWorkload, RunnableWorkload, Scenario } from '../core/scenario/types';
import { importedExample } from '../core/scenario/testing/importedExample';
import { solveScenario } from '../core/solvers/solveScenario';
import { err, ok } from '../core/result';
import type { PartLoad } from '../protocol/partApi';
import type { EdgeConnection } from '../services/edgeTypes';
import type { PartHost, SplitService } from '../services/splitTypes';
import { measuredProfile } from '../services/testing/measuredProfile';
import { createAppStore } from './createAppStore';
import { markOf } from './measuredHere';
import { fittingMeasurements } from './splitPreparation';
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
  readonly onRun?: (host: string, run: number, signal: AbortSignal) => ReturnType<PartHost['run']> | null;
  /** Answers a load instead of taking the part. */
  readonly onLoad?: (load: PartLoad, signal: AbortSignal) => ReturnType<PartHost['load']> | null;
}

/** Settles when the signal aborts, as every call of a real host does. */
const untilCancelled = (signal: AbortSignal) =>
  new Promise<ReturnType<typeof err<{ readonly kind: 'cancelled' }>>>((resolve) => {
    signal.addEventListener('abort', () => resolve(err({ kind: 'cancelled' })));
  });

/** Hosts whose parts take 2 ms a run by a clock that only they and the links move. */
function createFakeSplitter({ onRun = () => null, onLoad = () => null }: FakeOptions = {}) {
  let nowS = 0;
  /** Runs of the whole model, and the capacity of every drawn link that was used. */
  const log: ('whole' | number)[] = [];
  const hosts: { readonly name: string; open: boolean; runs: number; loads: PartLoad[] }[] = [];
  const links = { open: 0 };
  const createHost = (name: string): PartHost => {
    const host = { name, open: true, runs: 0, loads: [] as PartLoad[] };
    hosts.push(host);
    return {
      load: (signal, request) => {
        host.loads.push(request);
        const answer = onLoad(request, signal);
        if (answer !== null) return answer;
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
          if (part.from === 0 && part.inputs.length > 0 && hosts[0] === host) log.push('whole');
          const answer = onRun(name, host.runs, signal);
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
          // A link that takes no time for its bytes is a pause.
          if (hops.some(({ bitsPerSecond }) => bitsPerSecond < Infinity)) log.push(hops[0]!.bitsPerSecond);
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
  return { splitter, hosts, links, createHost, log };
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

type Store = Awaited<ReturnType<typeof open>>['store'];

/** Connects an edge server that gives a part so many threads at most. */
function serve(store: Store, createHost: (name: string) => PartHost, threads: number): void {
  const connection: Pick<EdgeConnection, 'createHost' | 'facts'> = {
    createHost: () => createHost('server'),
    facts: { name: 'laptop', engine: 'native', engineVersion: '1', cores: 2, threads, maxModelBytes: 1e9 },
  };
  store.setState({ edgeConnection: () => connection as EdgeConnection });
}

describe('fittingMeasurements', () => {
  it('has a measurement once that the history and a document that was read both hold', () => {
    const here = measuredProfile('here', workload);
    const copy = structuredClone(here);
    const own = { localProfiles: [here], measuredHere: [markOf(here)] };
    const scenario = { ...oneCut, profiles: [...oneCut.profiles, copy] };
    expect(fittingMeasurements(own, scenario)).toEqual([here]);
  });
});

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

  it('keeps the finished rounds of a run that was cancelled in its midst', async () => {
    // Two capacities a round, after what warms it up: the second round stops at its first.
    let counted = 0;
    const { store } = await open(oneCut, {
      onRun: (host, _, signal) => {
        const { run } = store.getState().splitRun;
        const counts = run.status === 'running' && run.progress.phase === 'measuring' && host === 'worker 1';
        if (counts) counted += 1;
        return counts && counted === 3 ? untilCancelled(signal) : null;
      },
    });
    const running = store.getState().runSplit();
    for (let turn = 0; turn < 5000 && counted !== 3; turn++) await settled();
    store.getState().cancelSplit();
    expect(store.getState().splitRun.run.status).toBe('cancelled');
    await running;
    const { run } = store.getState().splitRun;
    if (run.status !== 'cancelled') throw new Error(run.status);
    expect(run.report!.cells.map(({ bandwidth, runs }) => [bandwidth, runs])).toEqual([
      [1, 1],
      [2, 1],
    ]);
    expect(run.report!.costs).not.toBeNull();
  });

  it('keeps every cell when it is cancelled while the results are checked', async () => {
    const { store, hosts } = await open(oneCut, {
      onLoad: ({ optimisation }, signal) => (optimisation === 'disabled' ? untilCancelled(signal) : null),
    });
    const running = store.getState().runSplit();
    for (let turn = 0; turn < 50 && hosts[1]?.loads.length !== 2; turn++) await settled();
    store.getState().cancelSplit();
    const { run: shown } = store.getState().splitRun;
    expect(shown).toMatchObject({ status: 'cancelled', report: { cells: [{ runs: 4 }, { runs: 4 }] } });
    await running;
    expect(store.getState().splitRun.run).toMatchObject({
      status: 'cancelled',
      report: { cells: [{ runs: 4 }, { runs: 4 }] },
    });
  });

  it('keeps every cell where there is no memory for the check of the results', async () => {
    const failure = { kind: 'out-of-memory', message: 'too large' } as const;
    const { store } = await open(oneCut, {
      onLoad: ({ optimisation }) => (optimisation === 'disabled' ? Promise.resolve(err(failure)) : null),
    });
    await store.getState().runSplit();
    expect(store.getState().splitRun.run).toMatchObject({
      status: 'failed',
      failure,
      report: { cells: [{ runs: 4 }, { runs: 4 }], checks: [] },
    });
  });

  it('lets every capacity follow a run of the whole model as often as the others', async () => {
    const { store, log } = await open(oneCut);
    await store.getState().runSplit();
    const after = log.filter((_, k) => log[k - 1] === 'whole');
    const capacities = after.filter((entry) => entry !== 'whole');
    expect(new Set(capacities).size).toBe(2);
    for (const capacity of new Set(capacities)) {
      expect(capacities.filter((entry) => entry === capacity)).toHaveLength(2);
    }
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
    serve(store, createHost, 2);
    store.getState().changeSplitOptions({ edgeNode: mec!.id, bandwidths: [1] });
    await store.getState().runSplit();
    const { run } = store.getState().splitRun;
    if (run.status !== 'done') throw new Error(JSON.stringify(run));
    const [cell] = run.report.cells;
    // What the call takes beyond the run is the link's; the drawn link is not waited for.
    expect(cell!.transfer.seconds).toBeCloseTo(0.001, 9);
    expect(run.report.checks[0]!.exact).toBeNull();
  });

  it('ships a part to the edge server once a run, and again with the next run', async () => {
    const { store, hosts, createHost } = await open(oneCut);
    serve(store, createHost, 2);
    store.getState().changeSplitOptions({ edgeNode: mec!.id });
    const served = () => hosts.filter(({ name }) => name === 'server').flatMap(({ loads }) => loads);
    await store.getState().runSplit();
    expect(served()).toHaveLength(1);
    await store.getState().runSplit();
    expect(served()).toHaveLength(2);
  });

  it('asks the edge server for the threads of the measurement that predicts it, and tells what it got', async () => {
    const native = measuredProfile('server', workload, { backend: 'native', threads: 4 });
    const { store, hosts, createHost } = await open(adoptProfile(oneCut, mec!.id, native));
    serve(store, createHost, 2);
    store.getState().changeSplitOptions({ edgeNode: mec!.id });
    await store.getState().runSplit();
    expect(hosts.find(({ name }) => name === 'server')!.loads[0]).toMatchObject({ threads: 4 });
    expect(store.getState().splitRun.run).toMatchObject({
      report: { pageThreads: { asked: 1, given: 1 }, edgeThreads: { asked: 4, given: 1 } },
    });
  });

  it('asks a server that nobody measured for this page’s threads, and for no more than it has', async () => {
    const here = measuredProfile('here', workload, { threads: 4 });
    const { store, hosts, createHost } = await open(adoptProfile(oneCut, phone!.id, here));
    store.setState({ localProfiles: [here], measuredHere: [markOf(here)] });
    serve(store, createHost, 2);
    store.getState().changeSplitOptions({ edgeNode: mec!.id });
    await store.getState().runSplit();
    expect(hosts.find(({ name }) => name === 'server')!.loads[0]).toMatchObject({ threads: 2 });
    expect(hosts[0]!.loads.at(-1)).toMatchObject({ threads: 4 });
  });

  it('says so when the edge server has gone', async () => {
    const { store } = await open(oneCut);
    store.getState().changeSplitOptions({ edgeNode: mec!.id });
    await store.getState().runSplit();
    expect(store.getState().splitRun.run).toMatchObject({ failure: { kind: 'edge-gone' } });
  });
});
