import { describe, expect, it } from 'vitest';
import { err, ok } from '../core/result';
import { changeCapacity, changeLink, changeWorkload, moveNodes, removeItems } from '../core/scenario/edits';
import { openingScenario } from '../core/scenario/presets/presets';
import type { CatalogueWorkload } from '../core/scenario/types';
import type { Breakpoint } from '../core/solvers/types';
import { createAppStore } from './createAppStore';
import { selectAnswer } from './selectors';
import { createFakeServices, settled } from './testing/fakeServices';
import { ticksOf } from './ticks';
import { ticksTarget } from './ticksTarget';
import type { Edit } from './types';

const [hero, other] = [openingScenario.links[0]!, openingScenario.links[1]!];
const capacity =
  (mbps: number, link = hero): Edit =>
  (scenario) =>
    changeCapacity(scenario, link.id, mbps, 'both');
const crash = err({ kind: 'worker-failed', message: 'out of memory' } as const);

function setUp() {
  const fake = createFakeServices();
  const store = createAppStore(fake.services);
  const total = (): number | undefined => selectAnswer(store.getState())?.solution.best?.totalS;
  return { ...fake, store, state: () => store.getState(), total };
}

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
