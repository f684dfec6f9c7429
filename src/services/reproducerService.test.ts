import { afterEach, describe, expect, it } from 'vitest';
import { usualQuestion } from '../core/reproduce/figureQuestion';
import { figureTexts, findFigure } from '../core/reproduce/findFigure';
import { figureIds, type FigureResult } from '../core/reproduce/types';
import type { ReproducerApi } from '../protocol/reproducerApi';
import { createReproducerService } from './reproducerService';
import { FakeWorker } from './testing/fakeWorker';

const workers: FakeWorker[] = [];
const serviceOf = (change: Partial<ReproducerApi> = {}) =>
  createReproducerService(() => {
    const worker = new FakeWorker({
      figures: figureTexts,
      run: (figure, question, onPart) => {
        onPart?.(0.5);
        return findFigure(figure).run({ ...question, scale: 1 });
      },
      ...change,
    } satisfies ReproducerApi);
    workers.push(worker);
    return worker;
  });
/** A worker that never answers. */
const forever = () => new Promise(() => undefined) as unknown as FigureResult;
const { signal } = new AbortController();
const ignore = (): void => undefined;

afterEach(() => {
  for (const worker of workers.splice(0)) worker.terminate();
});

describe('reproducer service', () => {
  it('gives core’s result through one worker, and tells how much is done', async () => {
    const service = serviceOf();
    const expected = findFigure(2).run({ ...usualQuestion, scale: 1 });
    const parts: number[] = [];
    for (let n = 0; n < 2; n++) {
      const run = await service.run(signal, 2, usualQuestion, (part) => parts.push(part));
      expect(run).toEqual({ ok: true, value: expected });
    }
    expect(workers).toHaveLength(1);
    expect(parts.every((part) => part === 0.5)).toBe(true);
  });

  it('gives every figure’s text while a run is on, in a worker that it throws away', async () => {
    const service = serviceOf({ run: forever });
    void service.run(signal, 2, usualQuestion, ignore);
    const texts = await service.figures(signal);
    expect(texts.ok && texts.value.map(({ id }) => id)).toEqual([...figureIds]);
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([false, true]);
  });

  it('stops its worker at once when the caller aborts, and when a newer run is asked for', async () => {
    const service = serviceOf({ run: forever });
    const abort = new AbortController();
    const first = service.run(abort.signal, 2, usualQuestion, ignore);
    abort.abort();
    expect(workers[0]!.isTerminated).toBe(true);
    const second = service.run(signal, 2, usualQuestion, ignore);
    const third = service.run(signal, 6, usualQuestion, ignore);
    expect(workers[1]!.isTerminated).toBe(true);
    workers[2]!.crash('out of memory');
    const cancelled = { ok: false, error: { kind: 'cancelled' } };
    expect(await first).toEqual(cancelled);
    expect(await second).toEqual(cancelled);
    expect(await third).toEqual({ ok: false, error: { kind: 'worker-failed', message: 'out of memory' } });
  });

  it('starts no worker for a call that is aborted already', async () => {
    const abort = new AbortController();
    abort.abort();
    const service = serviceOf();
    expect(await service.run(abort.signal, 2, usualQuestion, ignore)).toMatchObject({ ok: false });
    expect(await service.figures(abort.signal)).toMatchObject({ error: { kind: 'cancelled' } });
    expect(workers).toHaveLength(0);
  });

  it('fails in words when the worker does not load, and works again with the next one', async () => {
    const service = serviceOf();
    const texts = service.figures(signal);
    workers[0]!.crash();
    expect(await texts).toEqual({
      ok: false,
      error: { kind: 'worker-failed', message: 'The worker could not be started.' },
    });
    expect((await service.figures(signal)).ok).toBe(true);
  });

  it('fails in words when an experiment throws, and does not trust that worker again', async () => {
    const service = serviceOf({
      run: (figure, question) => {
        if (question.seed === 3) throw new Error('a bug');
        return findFigure(figure).run({ ...question, scale: 1 });
      },
    });
    expect(await service.run(signal, 2, { ...usualQuestion, seed: 3 }, ignore)).toMatchObject({
      error: { kind: 'worker-failed', message: 'a bug' },
    });
    expect((await service.run(signal, 2, usualQuestion, ignore)).ok).toBe(true);
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true, false]);
  });
});
