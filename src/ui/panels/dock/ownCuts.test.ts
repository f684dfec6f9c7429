import { beforeEach, describe, expect, test } from 'vitest';
import { ok } from '../../../core/result';
import { openingScenario } from '../../../core/scenario/presets/presets';
import { solveScenario } from '../../../core/solvers/solveScenario';
import { createAppStore } from '../../../state/createAppStore';
import { selectShownPlan } from '../../../state/selectors';
import { createFakeServices } from '../../../state/testing/fakeServices';
import type { AppStore } from '../../../state/useStore';
import { createOwnCuts, type OwnCuts } from './ownCuts';

const { ownStart } = solveScenario(openingScenario);
let fake: ReturnType<typeof createFakeServices>;
let store: AppStore;
let cuts: OwnCuts;
const shownPlan = () => store.getState().view.shownPlan;

beforeEach(() => {
  fake = createFakeServices();
  store = createAppStore(fake.services, openingScenario);
  cuts = createOwnCuts(store);
});

describe('a cut that is moved', () => {
  test('is drawn on the canvas while it moves', async () => {
    cuts.preview(ownStart, 0, 3);
    const { draft, view } = store.getState();
    expect(draft!.ownSplit!.boundaries[0]).toBe(3);
    expect(view.shownPlan).toBe('own');
    const solution = solveScenario(draft!);
    await fake.solves.at(-1)!.answer(ok(solution));
    expect(solution.own!.kind).toBe('plan');
    expect(selectShownPlan(store.getState())).toBe(
      solution.own!.kind === 'plan' ? solution.own!.plan : undefined,
    );
  });

  test('stays drawn when it is let go', () => {
    cuts.preview(ownStart, 0, 3);
    cuts.commit();
    expect(store.getState().scenario.ownSplit!.boundaries[0]).toBe(3);
    expect(shownPlan()).toBe('own');
  });

  test('and taken back leaves what was drawn before, even after several steps', () => {
    store.getState().changeView({ shownPlan: 'ue-only' });
    cuts.preview(ownStart, 0, 3);
    cuts.preview(ownStart, 0, 4);
    cuts.discard();
    expect(store.getState().draft).toBeNull();
    expect(shownPlan()).toBe('ue-only');
  });

  test('is given up by "Reset to best", on the canvas too', () => {
    cuts.preview(ownStart, 0, 3);
    cuts.commit();
    cuts.reset();
    expect(store.getState().scenario.ownSplit).toBeNull();
    expect(shownPlan()).toBe('best');
  });
});
