import { describe, expect, it } from 'vitest';
import { ok } from '../core/result';
import { openingScenario } from '../core/scenario/presets/presets';
import { changeSimulation } from '../core/scenario/simulationEdits';
import { createAppStore } from './createAppStore';
import { createFakeServices } from './testing/fakeServices';
import { runOf, short } from './testing/simulatedRun';

function setUp() {
  const fake = createFakeServices();
  const store = createAppStore(fake.services, short);
  const state = () => store.getState();
  return { ...fake, state, simulation: () => state().simulation };
}

async function shown() {
  const page = setUp();
  const run = page.state().startSimulation();
  await page.simulations[0]!.answer(ok(runOf()));
  await run;
  return page;
}

describe('another document', () => {
  const other = changeSimulation(openingScenario, { durationS: 3 });

  it('has no run yet; how one looks at runs stays', async () => {
    const { simulation, state } = await shown();
    state().changeSimulationView({ chart: 'events', speed: 5, window: [0, 1], lane: 'cloud-only' });
    state().seek(1);
    state().play();
    state().open(other);
    expect(simulation()).toMatchObject({
      simulating: { status: 'idle' },
      last: null,
      atS: 0,
      isPlaying: false,
      window: null,
      chart: 'events',
      speed: 5,
      opened: 1,
    });
  });

  it('stops the run that is on for the one before', async () => {
    const { simulations, simulation, state } = setUp();
    void state().startSimulation();
    state().open(other);
    expect(simulations[0]!.signal.aborted).toBe(true);
    await simulations[0]!.answer(ok(runOf()));
    expect(simulation()).toMatchObject({ last: null, simulating: { status: 'idle' } });
  });

  it('comes and goes by undo and redo too; an edit, the same document or its undo forget nothing', async () => {
    const { simulation, simulations, state } = await shown();
    const { last } = simulation();
    state().open(structuredClone(short));
    state().edit((scenario) => ({ ...scenario, seed: 9 }));
    state().undo();
    expect(simulation().last).toBe(last);
    state().open(other);
    state().edit((scenario) => ({ ...scenario, seed: 8 }));
    const run = state().startSimulation();
    await simulations[1]!.answer(ok(runOf(state().scenario)));
    await run;
    state().undo();
    expect(simulation().last).not.toBeNull();
    state().undo();
    expect(state().scenario).toBe(short);
    expect(simulation().last).toBeNull();
    state().redo();
    expect(state().scenario).toEqual(other);
    expect(simulation().opened).toBe(3);
  });
});
