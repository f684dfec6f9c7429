import { describe, expect, it } from 'vitest';
import { err, ok } from '../core/result';
import {
  changeCapacity,
  changeLink,
  changeOwnSplit,
  changeScenario,
  changeWorkload,
  moveNodes,
  removeItems,
} from '../core/scenario/edits';
import { openingScenario } from '../core/scenario/presets/presets';
import { toy } from '../core/scenario/presets/toy';
import type { CatalogueWorkload } from '../core/scenario/types';
import type { Breakpoint } from '../core/solvers/types';
import { createAppStore } from './createAppStore';
import { selectAnswer } from './selectors';
import { createFakeServices, settled, solutionOf } from './testing/fakeServices';
import { ticksOf } from './ticks';
import { ticksTarget } from './ticksTarget';
import type { Edit } from './types';

const [hero, other] = [openingScenario.links[0]!, openingScenario.links[1]!];
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

describe('ticks', () => {
  const breakpoint: Breakpoint = { capacityMbps: 10, totalS: 1, proven: true, below: [], above: [] };

  it('are those of the source’s first link while nothing is selected', async () => {
    const { state, ticks } = setUp();
    expect(ticks[0]?.input).toMatchObject({ link: hero.id, direction: 'both' });
    expect(state().ticks).toEqual({ link: hero.id, sliders: [{ direction: 'both', breakpoints: null }] });
    await ticks[0]?.answer(ok([breakpoint]));
    expect(ticksOf(state().ticks, hero.id, 'both')).toEqual([breakpoint]);
  });

  it('follow the selected link, and are unknown until they are answered', async () => {
    const { state, ticks } = setUp();
    await ticks[0]?.answer(ok([breakpoint]));
    state().select([], [other.id]);
    expect(state().ticks).toMatchObject({ link: other.id, sliders: [{ breakpoints: null }] });
    await ticks[1]?.answer(ok([]));
    expect(state().ticks).toMatchObject({ link: other.id, sliders: [{ breakpoints: [] }] });
  });

  it('are not asked for again while the link’s own capacity is dragged', () => {
    const { state, ticks } = setUp();
    for (const mbps of [20, 30, 40]) state().preview(capacity(mbps));
    state().commit();
    expect(ticks).toHaveLength(1);
  });

  it('are asked for again when anything else changes, and stay until the new ones are there', async () => {
    const { state, ticks } = setUp();
    await ticks[0]?.answer(ok([breakpoint]));
    state().edit(capacity(123, other));
    expect(ticks).toHaveLength(2);
    const workload = openingScenario.workload as CatalogueWorkload;
    state().edit((scenario) => changeWorkload(scenario, { ...workload, shipped: 'int8' }));
    expect(ticks).toHaveLength(3);
    expect(ticksOf(state().ticks, hero.id, 'both')).toEqual([breakpoint]);
    await ticks[2]?.answer(ok([]));
    expect(ticksOf(state().ticks, hero.id, 'both')).toEqual([]);
  });

  it('are not asked for again when nodes move or the own split changes', () => {
    const { state, ticks } = setUp();
    const { id } = openingScenario.nodes[0]!;
    state().edit((scenario) => moveNodes(scenario, [{ id, xM: 5, yM: 5 }]));
    expect(ticks).toHaveLength(1);
  });

  it('of an older question never replace those of a newer one', async () => {
    const { state, ticks } = setUp();
    state().select([], [other.id]);
    await ticks[0]?.answer(ok([breakpoint]));
    expect(state().ticks).toMatchObject({ link: other.id, sliders: [{ breakpoints: null }] });
  });

  it('are unknown again when their worker dies, and come back on retry', async () => {
    const { state, ticks } = setUp();
    await ticks[0]?.answer(ok([breakpoint]));
    state().edit(capacity(123, other));
    await ticks[1]?.answer(crash);
    expect(ticksOf(state().ticks, hero.id, 'both')).toBeNull();
    state().retry();
    await ticks[2]?.answer(ok([breakpoint]));
    expect(ticksOf(state().ticks, hero.id, 'both')).toEqual([breakpoint]);
  });

  describe('of a link whose directions move apart', () => {
    const apart: Edit = (scenario) => changeLink(scenario, hero.id, { symmetric: false });
    const another: Breakpoint = { ...breakpoint, capacityMbps: 20 };

    it('are those of either slider, asked for one after the other', async () => {
      const { state, ticks } = setUp();
      state().edit(apart);
      const [first, second] = ticksTarget(state().scenario, [])!.directions;
      expect(ticks.slice(1).map(({ input }) => input.direction)).toEqual([first]);
      await ticks[1]?.answer(ok([breakpoint]));
      expect(ticks.slice(1).map(({ input }) => input.direction)).toEqual([first, second]);
      await ticks[2]?.answer(ok([another]));
      expect(ticksOf(state().ticks, hero.id, first!)).toEqual([breakpoint]);
      expect(ticksOf(state().ticks, hero.id, second!)).toEqual([another]);
      expect(ticksOf(state().ticks, hero.id, 'both')).toBeNull();
    });

    it('change only on the other slider while one is dragged', async () => {
      const { state, ticks } = setUp();
      state().edit(apart);
      await ticks[1]?.answer(ok([breakpoint]));
      await ticks[2]?.answer(ok([breakpoint]));
      const [dragged, resting] = ticks.slice(1).map(({ input }) => input.direction);
      state().preview((scenario) => changeCapacity(scenario, hero.id, 17, dragged!));
      expect(ticks.slice(3).map(({ input }) => input.direction)).toEqual([resting]);
      expect(ticksOf(state().ticks, hero.id, resting!)).toEqual([breakpoint]);
      await ticks[3]?.answer(ok([another]));
      expect(ticksOf(state().ticks, hero.id, resting!)).toEqual([another]);
      expect(ticksOf(state().ticks, hero.id, dragged!)).toEqual([breakpoint]);
    });

    it('are still found for the second slider when the worker dies over the first', async () => {
      const { state, ticks } = setUp();
      state().edit(apart);
      const [first, second] = ticksTarget(state().scenario, [])!.directions;
      await ticks[1]?.answer(crash);
      await ticks[2]?.answer(ok([another]));
      expect(ticksOf(state().ticks, hero.id, first!)).toBeNull();
      expect(ticksOf(state().ticks, hero.id, second!)).toEqual([another]);
    });
  });

  it('are none when there is no link', async () => {
    const { state } = setUp();
    const links = openingScenario.links.map(({ id }) => id);
    state().edit((scenario) => removeItems(scenario, { nodes: [], links }));
    await settled();
    expect(state().ticks).toEqual({ link: null, sliders: [] });
  });
});
