import { describe, expect, it } from 'vitest';
import { err, ok } from '../core/result';
import { changeCapacity, changeOwnSplit, changeScenario, moveNodes } from '../core/scenario/edits';
import { openingScenario } from '../core/scenario/presets/presets';
import { toy } from '../core/scenario/presets/toy';
import { createAppStore } from './createAppStore';
import { selectAnswer } from './selectors';
import { createFakeServices, solutionOf } from './testing/fakeServices';
import type { Edit } from './types';

const hero = openingScenario.links[0]!;
const capacity =
  (mbps: number, link = hero): Edit =>
  (scenario) =>
    changeCapacity(scenario, link.id, mbps, 'both');
const crash = err({ kind: 'worker-failed', message: 'out of memory' } as const);
const cancelled = err({ kind: 'cancelled' } as const);

function setUp() {
  const fake = createFakeServices();
  const store = createAppStore(fake.services);
  const total = (): number | undefined => selectAnswer(store.getState())?.solution.best?.totalS;
  return { ...fake, store, state: () => store.getState(), total };
}

describe('the strategy whose plan is drawn', () => {
  const outcomes = (cloudWorks: boolean) => ({
    ...solutionOf(1),
    strategies: [
      {
        strategy: 'cloud-only' as const,
        outcome: cloudWorks
          ? { kind: 'plan' as const, plan: solutionOf(2).best!, proven: true }
          : { kind: 'infeasible' as const, reason: { kind: 'no-edge-host' as const } },
      },
    ],
  });

  it('stays while it works, and gives way to the best plan as soon as it does not', async () => {
    const { solves, state } = setUp();
    await solves[0]?.answer(ok(outcomes(true)));
    state().changeView({ shownPlan: 'cloud-only' });
    state().edit(capacity(20));
    await solves[1]?.answer(ok(outcomes(true)));
    expect(state().view.shownPlan).toBe('cloud-only');
    state().edit(capacity(0));
    await solves[2]?.answer(ok(outcomes(false)));
    expect(state().view.shownPlan).toBe('best');
  });

  it('is forgotten when another document is opened, not when the same one is', () => {
    const { state } = setUp();
    state().changeView({ shownPlan: 'cloud-only' });
    state().open(state().scenario);
    expect(state().view.shownPlan).toBe('cloud-only');
    state().open(toy.scenario);
    expect(state().view.shownPlan).toBe('best');
  });
});

describe('solving', () => {
  it('solves the first document at once', async () => {
    const { solves, state, total } = setUp();
    expect(solves.map(({ input }) => input)).toEqual([openingScenario]);
    expect(state().run).toEqual({ status: 'running', last: null });
    await solves[0]?.answer(ok(solutionOf(1)));
    expect(state().run.status).toBe('done');
    expect(total()).toBe(1);
  });

  it('solves what is shown: every frame of a gesture, and not again when it is committed', async () => {
    const { solves, state } = setUp();
    await solves[0]?.answer(ok(solutionOf(1)));
    state().preview(capacity(20));
    state().preview(capacity(30));
    expect(solves).toHaveLength(3);
    await solves[2]?.answer(ok(solutionOf(3)));
    state().commit();
    expect(solves).toHaveLength(3);
    expect(state().run).toMatchObject({ status: 'done', last: { scenario: state().scenario } });
  });

  it('keeps the last answer on screen while a newer one is on its way', async () => {
    const { solves, state, total } = setUp();
    await solves[0]?.answer(ok(solutionOf(1)));
    state().edit(capacity(20));
    expect(state().run.status).toBe('running');
    expect(total()).toBe(1);
    expect(selectAnswer(state())?.scenario).toBe(openingScenario);
  });

  it('shows the frames of one gesture in order, an older one never after a newer one', async () => {
    const { solves, state, total } = setUp();
    await solves[0]?.answer(ok(solutionOf(1)));
    for (const mbps of [20, 30, 40]) state().preview(capacity(mbps));
    await solves[2]?.answer(ok(solutionOf(30)));
    expect(total()).toBe(30);
    expect(state().run.status).toBe('running');
    await solves[1]?.answer(ok(solutionOf(20)));
    expect(total()).toBe(30);
    await solves[3]?.answer(ok(solutionOf(40)));
    expect(state().run.status).toBe('done');
    expect(total()).toBe(40);
  });

  it('never shows the answer to a gesture that was discarded', async () => {
    const { solves, state, total } = setUp();
    await solves[0]?.answer(ok(solutionOf(1)));
    state().preview(capacity(20));
    state().discard();
    expect(state().run).toMatchObject({ status: 'done', last: { scenario: openingScenario } });
    await solves[1]?.answer(ok(solutionOf(20)));
    expect(total()).toBe(1);
  });

  it('never shows the answer to a document that was replaced', async () => {
    const { solves, state, total } = setUp();
    state().edit(capacity(20));
    await solves[0]?.answer(ok(solutionOf(1)));
    expect(total()).toBeUndefined();
    await solves[1]?.answer(ok(solutionOf(20)));
    expect(total()).toBe(20);
  });

  it('has the answer of a document it knows in the same step: undo, redo, Escape', async () => {
    const { solves, state, total } = setUp();
    await solves[0]?.answer(ok(solutionOf(1)));
    state().edit(capacity(20));
    await solves[1]?.answer(ok(solutionOf(20)));
    state().undo();
    expect(state().run.status).toBe('done');
    expect(total()).toBe(1);
    state().redo();
    expect(total()).toBe(20);
    expect(solves).toHaveLength(2);
  });

  it('does not ask again for what cannot change a plan: places, names, notes', async () => {
    const { solves, state } = setUp();
    await solves[0]?.answer(ok(solutionOf(1)));
    const { id } = openingScenario.nodes[0]!;
    state().preview((scenario) => moveNodes(scenario, [{ id, xM: 5, yM: 5 }]));
    state().edit((scenario) => changeScenario(scenario, { name: 'Another name' }));
    expect(solves).toHaveLength(1);
    expect(state().run).toMatchObject({ status: 'done', last: { scenario: state().scenario } });
  });

  it('asks again when the visitor’s own split changes', async () => {
    const { solves, state } = setUp();
    await solves[0]?.answer(ok(solutionOf(1)));
    const blocks = openingScenario.profiles[0]!.blocks.length;
    const split = { nodes: [openingScenario.sourceId], boundaries: [blocks] };
    state().edit((scenario) => changeOwnSplit(scenario, split));
    expect(solves[1]?.input.ownSplit).toEqual(split);
  });

  it('reports a dead worker, keeps the last answer, and solves again on request', async () => {
    const { solves, state, total } = setUp();
    await solves[0]?.answer(ok(solutionOf(1)));
    state().edit(capacity(20));
    await solves[1]?.answer(crash);
    expect(state().run).toMatchObject({ status: 'failed', failure: crash.error });
    expect(total()).toBe(1);
    state().retry();
    await solves[2]?.answer(ok(solutionOf(20)));
    expect(state().run.status).toBe('done');
    expect(total()).toBe(20);
  });

  it('does not show superseded work as a failure', async () => {
    const { solves, state } = setUp();
    state().preview(capacity(20));
    state().preview(capacity(30));
    await solves[1]?.answer(cancelled);
    await solves[0]?.answer(crash);
    expect(state().run.status).toBe('running');
    await solves[2]?.answer(ok(solutionOf(30)));
    expect(state().run.status).toBe('done');
  });
});
