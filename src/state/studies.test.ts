import { describe, expect, it } from 'vitest';
import { err, ok } from '../core/result';
import { changeCapacity, moveNodes } from '../core/scenario/edits';
import { openingScenario } from '../core/scenario/presets/presets';
import { toy } from '../core/scenario/presets/toy';
import type { MethodsAnswer } from '../core/studies/methodsTypes';
import type { SweepOptions } from '../core/studies/sweepTypes';
import { createAppStore } from './createAppStore';
import { createFakeServices } from './testing/fakeServices';
import type { Edit } from './types';

const hero = openingScenario.links[0]!;
const capacity =
  (mbps: number): Edit =>
  (scenario) =>
    changeCapacity(scenario, hero.id, mbps, 'both');
const crash = err({ kind: 'worker-failed', message: 'out of memory' } as const);
const cancelled = err({ kind: 'cancelled' } as const);

/** Answers that differ by what is unavailable in them, so that a test can tell them apart. */
const answerOf = (need: number): MethodsAnswer => ({
  strategies: [],
  methods: [],
  unavailable: { leakage: { kind: 'leakage-mismatch', have: 0, need } },
});
const sweepOf = (from: number): SweepOptions => ({
  x: {
    parameter: { kind: 'capacity', link: hero.id, direction: 'both' },
    from,
    to: 100,
    steps: 5,
    scale: 'log',
  },
  y: null,
});

function setUp() {
  const fake = createFakeServices();
  const store = createAppStore(fake.services);
  const state = () => store.getState();
  return { ...fake, state, methods: () => state().studies.methods, ask: () => state().study('methods', {}) };
}

describe('a study', () => {
  it('is not asked before a view asks it, and then about the shown document', () => {
    const { studies, state, methods, ask } = setUp();
    expect(methods()).toEqual({ status: 'idle' });
    expect(studies).toHaveLength(0);
    state().preview(capacity(12));
    ask();
    expect(studies[0]?.input).toMatchObject({ study: 'methods', options: {} });
    expect(studies[0]?.input.scenario).toBe(state().draft);
    expect(methods()).toEqual({ status: 'running', progress: null, last: null });
  });

  it('is not asked the same thing twice, not while it runs and not when it is done', async () => {
    const { studies, state, ask } = setUp();
    ask();
    ask();
    await studies[0]?.answer(ok(answerOf(1)));
    ask();
    state().edit((scenario) => moveNodes(scenario, [{ id: scenario.sourceId, xM: -50, yM: 3 }]));
    ask();
    expect(studies).toHaveLength(1);
  });

  it('is asked again for other options and for a document that can change the answer', () => {
    const { studies, state, ask } = setUp();
    state().study('sweep', sweepOf(1));
    state().study('sweep', sweepOf(1));
    state().study('sweep', sweepOf(2));
    expect(studies.map(({ input }) => input.options)).toEqual([sweepOf(1), sweepOf(2)]);
    ask();
    state().edit(capacity(12));
    ask();
    state().edit((scenario) => ({
      ...scenario,
      goals: { ...scenario.goals, minimise: 'bytes' },
    }));
    ask();
    expect(studies.filter(({ input }) => input.study === 'methods')).toHaveLength(3);
  });

  it('keeps its last answer, with the document and options it belongs to, while a newer one is on its way', async () => {
    const { studies, state, methods, ask } = setUp();
    ask();
    const first = state().scenario;
    await studies[0]?.answer(ok(answerOf(1)));
    expect(methods()).toEqual({
      status: 'done',
      last: { scenario: first, options: {}, answer: answerOf(1) },
    });
    state().open(toy.scenario);
    ask();
    expect(methods()).toMatchObject({ status: 'running', last: { scenario: first, answer: answerOf(1) } });
    await studies[1]?.answer(ok(answerOf(2)));
    expect(methods()).toMatchObject({
      status: 'done',
      last: { scenario: state().scenario, answer: answerOf(2) },
    });
  });

  it('shows an answer that a newer question supersedes as a frame only, never as done', async () => {
    const { studies, state, methods, ask } = setUp();
    ask();
    state().edit(capacity(12));
    ask();
    await studies[0]?.answer(ok(answerOf(1)));
    expect(methods()).toMatchObject({ status: 'running', last: { answer: answerOf(1) } });
    await studies[1]?.answer(ok(answerOf(2)));
    expect(methods()).toMatchObject({ status: 'done', last: { answer: answerOf(2) } });
  });

  it('never lets an older answer replace a newer one', async () => {
    const { studies, state, methods, ask } = setUp();
    ask();
    state().edit(capacity(12));
    ask();
    await studies[1]?.answer(ok(answerOf(2)));
    await studies[0]?.answer(ok(answerOf(1)));
    expect(methods()).toMatchObject({ status: 'done', last: { answer: answerOf(2) } });
  });

  it('tells its progress, but not that of a question that was superseded', () => {
    const { studies, state, methods, ask } = setUp();
    ask();
    studies[0]?.progress(0.25);
    expect(methods()).toMatchObject({ status: 'running', progress: 0.25 });
    state().edit(capacity(12));
    ask();
    expect(methods()).toMatchObject({ progress: null });
    studies[0]?.progress(0.75);
    expect(methods()).toMatchObject({ progress: null });
  });

  it('stays done when progress arrives after the answer', async () => {
    const { studies, methods, ask } = setUp();
    ask();
    await studies[0]?.answer(ok(answerOf(1)));
    studies[0]?.progress(1);
    expect(methods().status).toBe('done');
  });

  it('says when its worker failed, keeps what it had, and asks again', async () => {
    const { studies, state, methods, ask } = setUp();
    ask();
    await studies[0]?.answer(ok(answerOf(1)));
    state().edit(capacity(12));
    ask();
    await studies[1]?.answer(crash);
    expect(methods()).toMatchObject({
      status: 'failed',
      last: { answer: answerOf(1) },
      failure: { kind: 'worker-failed', message: 'out of memory' },
    });
    ask();
    expect(studies).toHaveLength(3);
    await studies[2]?.answer(ok(answerOf(3)));
    expect(methods()).toMatchObject({ status: 'done', last: { answer: answerOf(3) } });
  });

  it('does not fail by a failure or a cancellation of a question that was superseded', async () => {
    const { studies, state, methods, ask } = setUp();
    ask();
    state().edit(capacity(12));
    ask();
    await studies[0]?.answer(crash);
    expect(methods().status).toBe('running');
    await studies[1]?.answer(cancelled);
    expect(methods().status).toBe('running');
  });

  it('does not touch another study', async () => {
    const { studies, state, methods, ask } = setUp();
    ask();
    state().study('sweep', sweepOf(1));
    await studies[0]?.answer(ok(answerOf(1)));
    expect(methods().status).toBe('done');
    expect(state().studies.sweep.status).toBe('running');
  });
});
