import { afterEach, describe, expect, it } from 'vitest';
import { openingScenario } from '../core/scenario/presets/presets';
import { findTicks, solveScenario } from '../core/solvers/solveScenario';
import { runStudy } from '../core/studies/runStudy';
import type { SolverApi, TicksRequest } from '../protocol/solverApi';
import { createSolverService } from './solverService';
import { FakeWorker } from './testing/fakeWorker';

const workers: FakeWorker[] = [];
const serviceOf = (api: SolverApi) =>
  createSolverService(() => {
    const worker = new FakeWorker(api);
    workers.push(worker);
    return worker;
  });
const api: SolverApi = {
  solve: solveScenario,
  ticks: findTicks,
  study: ({ study, scenario, options }) => runStudy(study, scenario, options, { shouldStop: () => false }),
};
const { signal } = new AbortController();
const request: TicksRequest = {
  scenario: openingScenario,
  link: openingScenario.links[0]!.id,
  direction: 'both',
};

afterEach(() => {
  for (const worker of workers.splice(0)) worker.terminate();
});

describe('solver service', () => {
  it('gives the answers of core through a worker', async () => {
    const service = serviceOf(api);
    expect(await service.solve(signal, openingScenario)).toEqual({
      ok: true,
      value: solveScenario(openingScenario),
    });
    expect(await service.ticks(signal, request)).toEqual({ ok: true, value: findTicks(request) });
  });

  it('answers the newest of many scenarios and cancels those between', async () => {
    const service = serviceOf(api);
    const results = await Promise.all(
      ['a', 'b', 'c'].map((name) => service.solve(signal, { ...openingScenario, name })),
    );
    expect(results.map(({ ok }) => ok)).toEqual([true, false, true]);
  });

  it('still gives plans while the worker for ticks is dead', async () => {
    const service = serviceOf(api);
    const ticks = service.ticks(signal, request);
    workers[0]?.crash('out of memory');
    const plan = await service.solve(signal, openingScenario);
    expect(await ticks).toMatchObject({ ok: false, error: { kind: 'worker-failed' } });
    expect(plan.ok).toBe(true);
  });

  it('answers a study with its progress, the newest of each study, in a worker of its own', async () => {
    const asked: string[] = [];
    const service = serviceOf({
      ...api,
      study: (request, onProgress) => {
        asked.push(request.study);
        onProgress?.(0.5);
        return runStudy(request.study, request.scenario, request.options, { shouldStop: () => false });
      },
    });
    const progress: number[] = [];
    const ask = (study: 'row' | 'methods') =>
      service.study(signal, { study, scenario: openingScenario, options: {} }, (part) => progress.push(part));
    const answers = await Promise.all([ask('row'), ask('row'), ask('row'), ask('methods')]);
    expect(answers.map(({ ok }) => ok)).toEqual([true, false, true, true]);
    expect(answers[0]).toEqual({
      ok: true,
      value: runStudy('row', openingScenario, {}, { shouldStop: () => false }),
    });
    expect(asked.filter((study) => study === 'row')).toHaveLength(2);
    expect(progress).toContain(0.5);
    expect(workers).toHaveLength(2);
  });
});
