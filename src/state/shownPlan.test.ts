import { describe, expect, it } from 'vitest';
import { ok } from '../core/result';
import { changeCapacity, moveNodes, removeItems } from '../core/scenario/edits';
import { openingScenario } from '../core/scenario/presets/presets';
import { toy } from '../core/scenario/presets/toy';
import type { Outcome } from '../core/solvers/types';
import type { MethodsAnswer } from '../core/studies/methodsTypes';
import { createAppStore } from './createAppStore';
import { selectShownPlan } from './selectors';
import { createFakeServices, solutionOf } from './testing/fakeServices';

const hero = openingScenario.links[0]!;
const planOf = (totalS: number) => solutionOf(totalS).best!;
const works = (totalS: number): Outcome => ({ kind: 'plan', plan: planOf(totalS), proven: true });
const pipelineIs = (outcome: Outcome): MethodsAnswer => ({
  methods: [{ method: 'pipeline', outcome, measures: null, promisedS: null }],
  strategies: [],
  unavailable: {},
});

async function setUp() {
  const fake = createFakeServices();
  const store = createAppStore(fake.services);
  await fake.solves[0]?.answer(ok(solutionOf(1)));
  const state = () => store.getState();
  return { ...fake, state, drawn: () => selectShownPlan(state())?.totalS };
}

describe('a method whose plan is drawn', () => {
  it('is asked as soon as it is chosen, and again with every frame of a drag, whatever tab is open', async () => {
    const { studies, solves, state, drawn } = await setUp();
    state().changeView({ shownPlan: 'pipeline', dockTab: 'layers' });
    expect(studies).toHaveLength(1);
    expect(drawn()).toBeUndefined();
    await studies[0]?.answer(ok(pipelineIs(works(7))));
    expect(drawn()).toBe(7);
    state().preview((scenario) => changeCapacity(scenario, hero.id, 12, 'both'));
    expect(studies).toHaveLength(2);
    await solves[1]?.answer(ok(solutionOf(2)));
    // The last frame stays while the next one is on its way.
    expect(drawn()).toBe(7);
    await studies[1]?.answer(ok(pipelineIs(works(8))));
    expect(drawn()).toBe(8);
  });

  it('is not asked while another plan is drawn', async () => {
    const { studies, state } = await setUp();
    state().edit((scenario) => changeCapacity(scenario, hero.id, 12, 'both'));
    state().changeView({ shownPlan: 'ue-only' });
    expect(studies).toHaveLength(0);
  });

  it('is never drawn over another network', async () => {
    const { studies, solves, state, drawn } = await setUp();
    state().changeView({ shownPlan: 'pipeline' });
    await studies[0]?.answer(ok(pipelineIs(works(7))));
    state().edit((scenario) => removeItems(scenario, { nodes: [], links: [hero.id] }));
    await solves[1]?.answer(ok(solutionOf(2)));
    expect(drawn()).toBeUndefined();
    await studies[1]?.answer(ok(pipelineIs(works(9))));
    expect(drawn()).toBe(9);
    state().open(toy.scenario);
    expect(state().view.shownPlan).toBe('best');
  });

  it('gives way to the best plan when it no longer works', async () => {
    const { studies, state, drawn } = await setUp();
    state().changeView({ shownPlan: 'pipeline' });
    await studies[0]?.answer(ok(pipelineIs({ kind: 'infeasible', reason: { kind: 'no-edge-host' } })));
    expect(state().view.shownPlan).toBe('best');
    expect(drawn()).toBe(1);
  });
});

describe('a plan picked in a study', () => {
  it('stays while nothing that matters to it changes', async () => {
    const { state, drawn } = await setUp();
    const studied = { title: 'A point', plan: planOf(5), scenario: state().scenario };
    state().changeView({ shownPlan: 'studied', studied });
    state().edit((scenario) => moveNodes(scenario, [{ id: scenario.sourceId, xM: -9, yM: 9 }]));
    expect(drawn()).toBe(5);
    expect(state().view.studied).toBe(studied);
  });

  it('goes with the first change that can move it, also one that is only previewed', async () => {
    const { state, drawn } = await setUp();
    state().changeView({
      shownPlan: 'studied',
      studied: { title: 'A point', plan: planOf(5), scenario: state().scenario },
    });
    state().preview((scenario) => changeCapacity(scenario, hero.id, 12, 'both'));
    expect(state().view).toMatchObject({ shownPlan: 'best', studied: null });
    expect(drawn()).toBe(1);
  });

  it('found for a document that has changed meanwhile is not drawn', async () => {
    const { state } = await setUp();
    const before = state().scenario;
    state().edit((scenario) => changeCapacity(scenario, hero.id, 12, 'both'));
    state().changeView({
      shownPlan: 'studied',
      studied: { title: 'A point', plan: planOf(5), scenario: before },
    });
    expect(state().view).toMatchObject({ shownPlan: 'best', studied: null });
  });
});
