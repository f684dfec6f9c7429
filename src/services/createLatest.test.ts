import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { err, ok, type Result } from '../core/result';
import { createLatest } from './createLatest';
import type { Cancelled } from './types';

type Outcome = Result<string, Cancelled>;
const cancelled: Outcome = err({ kind: 'cancelled' });
const never = new AbortController().signal;

/** Jobs that finish when told to; an aborted job answers `cancelled`, as a worker host's call does. */
function createJobs() {
  const started: string[] = [];
  const finish = new Map<string, () => void>();
  const job = (signal: AbortSignal, input: string): Promise<Outcome> => {
    started.push(input);
    return new Promise((resolve) => {
      finish.set(input, () => resolve(ok(input.toUpperCase())));
      signal.addEventListener('abort', () => resolve(cancelled));
    });
  };
  return { started, job, finish: (input: string) => finish.get(input)?.() };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('latest-only runner', () => {
  it('answers a lone call', async () => {
    const jobs = createJobs();
    const run = createLatest(jobs.job);
    const call = run(never, 'a');
    jobs.finish('a');
    expect(await call).toEqual(ok('A'));
  });

  it('runs the first and the newest of many calls, and cancels those between', async () => {
    const jobs = createJobs();
    const run = createLatest(jobs.job);
    const calls = ['a', 'b', 'c', 'd'].map((input) => run(never, input));
    jobs.finish('a');
    await vi.advanceTimersByTimeAsync(0);
    jobs.finish('d');
    expect(await Promise.all(calls)).toEqual([ok('A'), cancelled, cancelled, ok('D')]);
    expect(jobs.started).toEqual(['a', 'd']);
  });

  it('cancels a waiting call at once when a newer one comes, without waiting for the running one', async () => {
    const jobs = createJobs();
    const run = createLatest(jobs.job);
    void run(never, 'a');
    const replaced = run(never, 'b');
    void run(never, 'c');
    expect(await replaced).toEqual(cancelled);
    expect(jobs.started).toEqual(['a']);
  });

  it('lets a running job finish within the grace period', async () => {
    const jobs = createJobs();
    const run = createLatest(jobs.job, 120);
    const first = run(never, 'a');
    void run(never, 'b');
    await vi.advanceTimersByTimeAsync(119);
    expect(jobs.started).toEqual(['a']);
    jobs.finish('a');
    expect(await first).toEqual(ok('A'));
  });

  it('cancels a running job that outlives the grace period while a newer one waits', async () => {
    const jobs = createJobs();
    const run = createLatest(jobs.job, 120);
    const first = run(never, 'a');
    const second = run(never, 'b');
    await vi.advanceTimersByTimeAsync(120);
    expect(await first).toEqual(cancelled);
    jobs.finish('b');
    expect(await second).toEqual(ok('B'));
  });

  it('lets a slow job run on while nothing waits, and cancels it as soon as something does', async () => {
    const jobs = createJobs();
    const run = createLatest(jobs.job, 120);
    const first = run(never, 'a');
    await vi.advanceTimersByTimeAsync(1000);
    expect(jobs.started).toEqual(['a']);
    void run(never, 'b');
    expect(await first).toEqual(cancelled);
    await vi.advanceTimersByTimeAsync(0);
    expect(jobs.started).toEqual(['a', 'b']);
  });

  it('answers a slow job for which nothing newer waits', async () => {
    const jobs = createJobs();
    const call = createLatest(jobs.job, 120)(never, 'a');
    await vi.advanceTimersByTimeAsync(1000);
    jobs.finish('a');
    expect(await call).toEqual(ok('A'));
  });

  it('does not hold a slow job against the next one', async () => {
    const jobs = createJobs();
    const run = createLatest(jobs.job, 120);
    void run(never, 'slow');
    await vi.advanceTimersByTimeAsync(500);
    const second = run(never, 'b');
    await vi.advanceTimersByTimeAsync(0);
    void run(never, 'c');
    await vi.advanceTimersByTimeAsync(100);
    jobs.finish('b');
    expect(await second).toEqual(ok('B'));
  });

  it('gives every job a grace period of its own', async () => {
    const jobs = createJobs();
    const run = createLatest(jobs.job, 120);
    void run(never, 'a');
    const second = run(never, 'b');
    await vi.advanceTimersByTimeAsync(100);
    jobs.finish('a');
    await vi.advanceTimersByTimeAsync(0);
    void run(never, 'c');
    await vi.advanceTimersByTimeAsync(100);
    jobs.finish('b');
    expect(await second).toEqual(ok('B'));
  });

  it('cancels on the caller’s own signal, waiting or running', async () => {
    const jobs = createJobs();
    const run = createLatest(jobs.job);
    const [running, waiting] = [new AbortController(), new AbortController()];
    const first = run(running.signal, 'a');
    const second = run(waiting.signal, 'b');
    waiting.abort();
    expect(await second).toEqual(cancelled);
    running.abort();
    expect(await first).toEqual(cancelled);
    expect(await run(AbortSignal.abort(), 'c')).toEqual(cancelled);
    expect(jobs.started).toEqual(['a']);
  });

  it('leaves nothing behind on a signal that serves many calls', async () => {
    const { signal } = new AbortController();
    const added = vi.spyOn(signal, 'addEventListener');
    const removed = vi.spyOn(signal, 'removeEventListener');
    const run = createLatest((_signal, input: string): Promise<Outcome> => Promise.resolve(ok(input)));
    await Promise.all(['a', 'b', 'c'].map((input) => run(signal, input)));
    expect(added).toHaveBeenCalledTimes(3);
    expect(removed).toHaveBeenCalledTimes(3);
  });

  it('passes a bug on to its caller and goes on with the next call', async () => {
    const run = createLatest((_signal, input: string): Promise<Outcome> => {
      return input === 'bad' ? Promise.reject(new Error('bug')) : Promise.resolve(ok(input));
    });
    const bad = run(never, 'bad');
    const good = run(never, 'good');
    await expect(bad).rejects.toThrow('bug');
    expect(await good).toEqual(ok('good'));
  });
});
