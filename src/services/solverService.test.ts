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
});
