import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openingScenario } from '../core/scenario/presets/presets';
import { answerScenarios } from '../core/solvers/answerScenarios';
import { findTicks, solveScenario } from '../core/solvers/solveScenario';
import type { SolverApi, TicksRequest } from '../protocol/solverApi';
import { createSolverService } from './solverService';
import { FakeWorker } from './testing/fakeWorker';

const workers: FakeWorker[] = [];
const serviceOf = (change: Partial<SolverApi> = {}) =>
  createSolverService(() => {
    const worker = new FakeWorker({ ...answerScenarios(() => () => false), ...change });
    workers.push(worker);
    return worker;
  });
const { signal } = new AbortController();
const request: TicksRequest = {
  scenario: openingScenario,
  link: openingScenario.links[0]!.id,
  direction: 'both',
};

// However slow this machine is: no job outlives the grace period.
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));

afterEach(() => {
  vi.useRealTimers();
  for (const worker of workers.splice(0)) worker.terminate();
});

describe('solver service', () => {
  it('gives the answers of core through a worker', async () => {
    const service = serviceOf();
    expect(await service.solve(signal, openingScenario)).toEqual({
      ok: true,
      value: solveScenario(openingScenario),
    });
    expect(await service.ticks(signal, request)).toEqual({ ok: true, value: findTicks(request) });
  });

  it('answers the newest of many scenarios and cancels those between', async () => {
    const service = serviceOf();
    const results = await Promise.all(
      ['a', 'b', 'c'].map((name) => service.solve(signal, { ...openingScenario, name })),
    );
    expect(results.map(({ ok }) => ok)).toEqual([true, false, true]);
  });

  it('sends a workload once to each worker, and again to a fresh one', async () => {
    const received: boolean[] = [];
    const answer = answerScenarios(() => () => false);
    const service = serviceOf({
      solve: (scenario) => {
        received.push(scenario.workload !== null);
        return answer.solve(scenario);
      },
    });
    const moved = { ...openingScenario, links: openingScenario.links.slice(1) };
    for (const scenario of [openingScenario, moved, openingScenario]) await service.solve(signal, scenario);
    workers[0]?.crash('gone');
    expect(await service.solve(signal, moved)).toEqual({ ok: true, value: solveScenario(moved) });
    expect(received).toEqual([true, false, false, true]);
  });

  it('still gives plans while the worker for ticks is dead', async () => {
    const service = serviceOf();
    const ticks = service.ticks(signal, request);
    workers[0]?.crash('out of memory');
    const plan = await service.solve(signal, openingScenario);
    expect(await ticks).toMatchObject({ ok: false, error: { kind: 'worker-failed' } });
    expect(plan.ok).toBe(true);
  });

  it('answers a study with its progress, the newest of each study, in a worker of its own', async () => {
    const asked: string[] = [];
    const answer = answerScenarios(() => () => false);
    const service = serviceOf({
      study: (request, onProgress) => {
        asked.push(request.study);
        onProgress?.(0.5);
        return answer.study(request);
      },
    });
    const progress: number[] = [];
    const ask = (study: 'row' | 'methods') =>
      service.study(signal, { study, scenario: openingScenario, options: {} }, (part) => progress.push(part));
    const answers = await Promise.all([ask('row'), ask('row'), ask('row'), ask('methods')]);
    expect(answers.map(({ ok }) => ok)).toEqual([true, false, true, true]);
    expect(answers[0]).toEqual({
      ok: true,
      value: answer.study({ study: 'row', scenario: openingScenario, options: {} }),
    });
    expect(asked.filter((study) => study === 'row')).toHaveLength(2);
    expect(progress).toContain(0.5);
    expect(workers).toHaveLength(2);
  });
});
