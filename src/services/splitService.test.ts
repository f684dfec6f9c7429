import { afterEach, describe, expect, it } from 'vitest';
import { ok } from '../core/result';
import type { LinkApi } from '../protocol/linkApi';
import type { PartApi, WireTensor } from '../protocol/partApi';
import { createSplitService } from './splitService';
import { FakeWorker } from './testing/fakeWorker';

const workers: FakeWorker[] = [];
const started = (api: object): FakeWorker => {
  const worker = new FakeWorker(api);
  workers.push(worker);
  return worker;
};
const tensor = (): WireTensor => ({
  name: 'x',
  type: 'float32',
  shape: [2],
  data: new Uint8Array(8).fill(3),
});
const echo: PartApi = {
  load: () => Promise.resolve(ok({ createS: 1, threads: 1 })),
  run: (inputs) => Promise.resolve(ok({ outputs: inputs, runS: 0.5 })),
};
const link: LinkApi = {
  ship: ({ tensors }) => Promise.resolve({ tensors, bytes: 8, linkS: 1, codingS: 0 }),
};
const signal = new AbortController().signal;

afterEach(() => {
  for (const worker of workers.splice(0)) worker.terminate();
});

describe('split service', () => {
  it('hands tensors over to a part and gives its answer', async () => {
    const host = createSplitService(() => started(echo)).createWorkerHost();
    const given = tensor();
    const ran = await host.run(signal, [given]);
    expect(ran).toEqual(ok({ outputs: [tensor()], runS: 0.5 }));
    expect(given.data.byteLength).toBe(0);
  });

  it('hands a buffer that two tensors share over once', async () => {
    const service = createSplitService(undefined, () => started(link));
    const { data } = tensor();
    const shared = [
      { ...tensor(), data },
      { ...tensor(), name: 'y', data },
    ];
    const shipped = await service
      .createLink()
      .ship(signal, { tensors: shared, precisions: ['fp32', 'fp32'], hops: [] });
    expect(shipped).toMatchObject({ ok: true, value: { bytes: 8 } });
  });

  it('gives every host a worker of its own, and ends it on close', async () => {
    const service = createSplitService(() => started(echo));
    const hosts = [service.createWorkerHost(), service.createWorkerHost()];
    for (const host of hosts) await host.run(signal, [tensor()]);
    expect(workers).toHaveLength(2);
    hosts[0]!.close();
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true, false]);
  });

  it('settles a call as cancelled when it is aborted, and ends the worker at once', async () => {
    const host = createSplitService(() =>
      started({ ...echo, run: () => new Promise(() => undefined) }),
    ).createWorkerHost();
    const controller = new AbortController();
    const running = host.run(controller.signal, [tensor()]);
    controller.abort();
    expect(await running).toEqual({ ok: false, error: { kind: 'cancelled' } });
    expect(workers[0]!.isTerminated).toBe(true);
  });

  it('answers what a crashed worker left open', async () => {
    const host = createSplitService(() =>
      started({ ...echo, run: () => new Promise(() => undefined) }),
    ).createWorkerHost();
    const running = host.run(signal, [tensor()]);
    workers[0]!.crash('lost');
    expect(await running).toEqual({ ok: false, error: { kind: 'worker-failed', message: 'lost' } });
  });
});
