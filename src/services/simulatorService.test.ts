import { afterEach, describe, expect, it } from 'vitest';
import { createScenarioReceiver } from '../core/scenario/sentScenario';
import { openingScenario } from '../core/scenario/presets/presets';
import { simulateScenario } from '../core/simulation/simulate';
import { defaultSimulation } from '../core/simulation/settings';
import { parseTrace } from '../core/traffic/trace';
import type { SimulatorApi } from '../protocol/simulatorApi';
import { createSimulatorService } from './simulatorService';
import { FakeWorker } from './testing/fakeWorker';

const scenario = { ...openingScenario, simulation: { ...defaultSimulation, durationS: 1 } };
const workers: FakeWorker[] = [];
const serviceOf = (change: Partial<SimulatorApi> = {}) =>
  createSimulatorService(() => {
    const receive = createScenarioReceiver();
    const worker = new FakeWorker({
      simulate: (sent, onProgress) => simulateScenario(receive(sent), onProgress),
      readTrace: parseTrace,
      ...change,
    } satisfies SimulatorApi);
    workers.push(worker);
    return worker;
  });
/** A worker that never answers. */
const forever = () => new Promise(() => undefined) as unknown as ReturnType<SimulatorApi['simulate']>;
const { signal } = new AbortController();
const ignore = (): void => undefined;

afterEach(() => {
  for (const worker of workers.splice(0)) worker.terminate();
});

describe('simulator service', () => {
  it('gives the run of core through one worker, the traces of a document once', async () => {
    const received: boolean[] = [];
    const receive = createScenarioReceiver();
    const service = serviceOf({
      simulate: (sent) => {
        received.push(sent.simulation !== undefined);
        return simulateScenario(receive(sent));
      },
    });
    const hashes: unknown[] = [];
    for (const seed of [1, 1]) {
      const run = await service.simulate(signal, { ...scenario, seed }, ignore);
      hashes.push(run.ok && run.value.hash);
    }
    const expected = simulateScenario({ ...scenario, seed: 1 });
    expect(hashes).toEqual(Array(2).fill(expected.ok && expected.value.hash));
    expect(received).toEqual([true, false]);
    expect(workers).toHaveLength(1);
  });

  it('answers what cannot be simulated as a fault', async () => {
    const nodes = scenario.nodes.map((node) =>
      node.id === scenario.sourceId ? { ...node, device: null } : node,
    );
    const run = await serviceOf().simulate(signal, { ...scenario, nodes }, ignore);
    expect(run).toEqual({ ok: false, error: { kind: 'source-has-no-device' } });
  });

  it('stops its worker at once when the caller aborts, and when a newer run is asked for', async () => {
    const service = serviceOf({ simulate: forever });
    const abort = new AbortController();
    const first = service.simulate(abort.signal, scenario, ignore);
    abort.abort();
    expect(workers[0]!.isTerminated).toBe(true);
    const second = service.simulate(signal, scenario, ignore);
    const third = service.simulate(signal, scenario, ignore);
    expect(workers[1]!.isTerminated).toBe(true);
    workers[2]!.crash('out of memory');
    const cancelled = { ok: false, error: { kind: 'cancelled' } };
    expect(await first).toEqual(cancelled);
    expect(await second).toEqual(cancelled);
    expect(await third).toEqual({ ok: false, error: { kind: 'worker-failed', message: 'out of memory' } });
  });

  it('runs again after a crash, in a fresh worker that is sent everything', async () => {
    const service = serviceOf();
    await service.simulate(signal, scenario, ignore);
    workers[0]!.crash('gone');
    expect((await service.simulate(signal, scenario, ignore)).ok).toBe(true);
    expect(workers).toHaveLength(2);
  });

  it('reads a trace while a run is on, in a worker that it throws away', async () => {
    const service = serviceOf({ simulate: forever });
    void service.simulate(signal, scenario, ignore);
    const read = await service.readTrace(signal, 't_s,mbps\n0,1\n1,2\n', 'a.csv');
    expect(read).toMatchObject({ ok: true, value: { rows: 2, trace: { name: 'a.csv', mbps: [1, 2] } } });
    expect(await service.readTrace(signal, 't_s,mbps\n0,fast\n', 'b.csv')).toMatchObject({
      ok: false,
      error: { kind: 'not-a-number', line: 2, column: 2 },
    });
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([false, true, true]);
  });
});
