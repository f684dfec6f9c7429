import { afterEach, describe, expect, it } from 'vitest';
import type { Result } from '../core/result';
import { ok } from '../core/result';
import { FakeWorker } from './testing/fakeWorker';
import { type Called, createWorkerHost } from './workerHost';

interface Api {
  double(value: number): number;
  /** Never answers. */
  hang(): Promise<never>;
  fail(): never;
  outcome(): Promise<Result<number, { kind: 'a' } | { kind: 'b' }>>;
}

const api: Api = {
  double: (value) => 2 * value,
  hang: () => new Promise<never>(() => undefined),
  fail: () => {
    throw new Error('bad arithmetic');
  },
  outcome: () => Promise.resolve(ok(7)),
};

const workers: FakeWorker[] = [];
function createHost() {
  return createWorkerHost<Api>(() => {
    const worker = new FakeWorker(api);
    workers.push(worker);
    return worker;
  });
}
const never = new AbortController().signal;

afterEach(() => {
  for (const worker of workers.splice(0)) worker.terminate();
});

describe('worker host', () => {
  it('answers a call, and keeps its worker for the next one', async () => {
    const host = createHost();
    expect(workers).toHaveLength(0);
    expect(await host.call(never, (remote) => remote.double(21))).toEqual({ ok: true, value: 42 });
    expect(await host.call(never, (remote) => remote.double(4))).toEqual({ ok: true, value: 8 });
    expect(workers).toHaveLength(1);
  });

  it('keeps a Result a Result: its mapping does not distribute over unions', async () => {
    const called = await createHost().call(never, (remote: Called<Api>) => remote.outcome());
    // Compiles only if the answer is Result<number, ...> and not a union of promises of its members.
    const answer: Result<number, { kind: 'a' } | { kind: 'b' }> | null = called.ok ? called.value : null;
    expect(answer).toEqual(ok(7));
  });

  it('settles as cancelled and terminates the worker when the signal aborts', async () => {
    const host = createHost();
    const controller = new AbortController();
    const call = host.call(controller.signal, (remote) => remote.hang());
    controller.abort();
    expect(await call).toEqual({ ok: false, error: { kind: 'cancelled' } });
    expect(workers[0]?.isTerminated).toBe(true);
  });

  it('starts no worker for a call that is already aborted', async () => {
    const result = await createHost().call(AbortSignal.abort(), (remote) => remote.double(1));
    expect(result).toEqual({ ok: false, error: { kind: 'cancelled' } });
    expect(workers).toHaveLength(0);
  });

  it('settles every call in flight when the worker crashes', async () => {
    const host = createHost();
    const calls = [1, 2].map(() => host.call(never, (remote) => remote.hang()));
    workers[0]?.crash('out of memory');
    const failure = { ok: false, error: { kind: 'worker-failed', message: 'out of memory' } };
    expect(await Promise.all(calls)).toEqual([failure, failure]);
    expect(workers[0]?.isTerminated).toBe(true);
  });

  it('says that the worker could not start when the browser gives no reason', async () => {
    const call = createHost().call(never, (remote) => remote.hang());
    workers[0]?.crash();
    expect(await call).toMatchObject({ error: { message: 'The worker could not be started.' } });
  });

  it('settles the call when a message cannot be read', async () => {
    const call = createHost().call(never, (remote) => remote.hang());
    workers[0]?.garble();
    expect(await call).toMatchObject({ ok: false, error: { kind: 'worker-failed' } });
  });

  it('answers with a fresh worker after a crash', async () => {
    const host = createHost();
    const crashed = host.call(never, (remote) => remote.hang());
    workers[0]?.crash();
    await crashed;
    expect(await host.call(never, (remote) => remote.double(3))).toEqual({ ok: true, value: 6 });
    expect(workers).toHaveLength(2);
  });

  it('ignores a late error of a worker that was replaced', async () => {
    const host = createHost();
    const first = host.call(never, (remote) => remote.hang());
    workers[0]?.crash();
    await first;
    const second = host.call(never, (remote) => remote.double(5));
    workers[0]?.crash('again');
    expect(await second).toEqual({ ok: true, value: 10 });
    await host.call(never, (remote) => remote.double(6));
    expect(workers).toHaveLength(2);
  });

  it('reports what the worker threw, and does not trust that worker again', async () => {
    const host = createHost();
    const result = await host.call(never, (remote) => remote.fail());
    expect(result).toEqual({ ok: false, error: { kind: 'worker-failed', message: 'bad arithmetic' } });
    await host.call(never, (remote) => remote.double(1));
    expect(workers).toHaveLength(2);
  });

  it('reports a worker that cannot even be constructed', async () => {
    const host = createWorkerHost<Api>(() => {
      throw new Error('refused by the content security policy');
    });
    expect(await host.call(never, (remote) => remote.double(1))).toEqual({
      ok: false,
      error: { kind: 'worker-failed', message: 'refused by the content security policy' },
    });
  });

  it('settles calls in flight as cancelled when it is terminated', async () => {
    const host = createHost();
    const call = host.call(never, (remote) => remote.hang());
    host.terminate();
    expect(await call).toEqual({ ok: false, error: { kind: 'cancelled' } });
    expect(workers[0]?.isTerminated).toBe(true);
  });

  it('does not touch the worker when a signal aborts after its call was answered', async () => {
    const host = createHost();
    const controller = new AbortController();
    await host.call(controller.signal, (remote) => remote.double(1));
    controller.abort();
    expect(workers[0]?.isTerminated).toBe(false);
  });
});
