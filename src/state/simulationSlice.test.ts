import { describe, expect, it } from 'vitest';
import { err, ok } from '../core/result';
import { openingScenario } from '../core/scenario/presets/presets';
import { changeSimulation } from '../core/scenario/simulationEdits';
import type { SimulationEvent } from '../core/simulation/types';
import { createAppStore } from './createAppStore';
import { createFakeServices } from './testing/fakeServices';
import { runOf, short } from './testing/simulatedRun';
import { createTools } from './tools';
import { press } from './testing/keyPress';

function setUp() {
  const fake = createFakeServices();
  const store = createAppStore(fake.services, short);
  const tools = createTools(store, fake.services);
  const state = () => store.getState();
  const simulation = () => state().simulation;
  return { ...fake, tools, state, simulation };
}

/** A page with a finished run in the place Simulate. */
async function shown(run = runOf()) {
  const page = setUp();
  page.tools.run('run-simulation');
  await page.simulations[0]!.answer(ok(run));
  return page;
}

describe('a run', () => {
  it('is asked of the document, tells its progress, and is shown when it is done', async () => {
    const { tools, simulations, simulation, state } = setUp();
    tools.run('run-simulation');
    expect(state().view.place).toBe('simulate');
    expect(simulations[0]!.input).toBe(short);
    simulations[0]!.progress(0.25);
    expect(simulation().simulating).toMatchObject({ status: 'running', part: 0.25 });
    const run = runOf();
    await simulations[0]!.answer(ok(run));
    expect(simulation().last).toEqual({ status: 'done', scenario: short, run });
    expect(simulation().simulating).toBe(simulation().last);
    simulations[0]!.progress(0.5);
    expect(simulation().simulating.status).toBe('done');
  });

  it('that is cancelled leaves the one before on screen, and its late answer changes nothing', async () => {
    const { tools, simulations, simulation } = await shown();
    const before = simulation().last;
    tools.run('run-simulation');
    expect(simulation().last).toBe(before);
    tools.run('cancel-simulation');
    expect(simulations[1]!.signal.aborted).toBe(true);
    expect(simulation().simulating).toBe(before);
    await simulations[1]!.answer(ok(runOf()));
    expect(simulation().last).toBe(before);
  });

  it('that fails says why and keeps the one before', async () => {
    const { tools, simulations, simulation } = await shown();
    const before = simulation().last;
    tools.run('run-simulation');
    await simulations[1]!.answer(err({ kind: 'no-plan' }));
    expect(simulation().simulating).toEqual({
      status: 'failed',
      scenario: short,
      fault: { kind: 'no-plan' },
    });
    expect(simulation().last).toBe(before);
  });

  it('is stopped by the next one, whose answer alone counts', async () => {
    const { tools, simulations, simulation } = setUp();
    tools.run('run-simulation');
    tools.run('run-simulation');
    expect(simulations[0]!.signal.aborted).toBe(true);
    await simulations[0]!.answer(err({ kind: 'no-plan' }));
    expect(simulation().simulating.status).toBe('running');
    await simulations[1]!.answer(ok(runOf()));
    expect(simulation().simulating.status).toBe('done');
  });

  it('anew is shown at the same moment, as far as it goes, in a lane and a window that it has', async () => {
    const { tools, state, simulations, simulation } = await shown();
    state().seek(1.5);
    state().changeSimulationView({ window: [1, 2], lane: 'best-predicted' });
    tools.run('run-simulation');
    await simulations[1]!.answer(ok(runOf(changeSimulation(short, { durationS: 1 }))));
    expect(simulation()).toMatchObject({ atS: 1, window: null, lane: 'best' });
  });
});

describe('the lane', () => {
  const foretold = changeSimulation(short, { prediction: { kind: 'ewma' } });

  it('that leads a new run is shown to whoever looked at the one that led', async () => {
    const { tools, simulations, simulation } = await shown();
    expect(simulation().lane).toBe('best');
    tools.run('run-simulation');
    await simulations[1]!.answer(ok(runOf(foretold)));
    expect(simulation().lane).toBe('best-predicted');
    tools.run('run-simulation');
    await simulations[2]!.answer(ok(runOf()));
    expect(simulation().lane).toBe('best');
  });

  it('that was chosen stays', async () => {
    const { tools, state, simulations, simulation } = await shown();
    state().changeSimulationView({ lane: 'cloud-only' });
    tools.run('run-simulation');
    await simulations[1]!.answer(ok(runOf(foretold)));
    expect(simulation().lane).toBe('cloud-only');
  });
});

describe('the moment', () => {
  it('stays within the run, and at the beginning while there is none', async () => {
    const empty = setUp();
    empty.state().seek(1);
    empty.state().play();
    expect(empty.simulation()).toMatchObject({ atS: 0, isPlaying: false });
    const { state, simulation } = await shown();
    state().seek(99);
    expect(simulation().atS).toBe(2);
    state().seek(-1);
    expect(simulation().atS).toBe(0);
  });

  it('steps from task to task and back, and time stops passing', async () => {
    const run = runOf();
    const { state, simulation } = await shown(run);
    state().play();
    const seen: number[] = [];
    for (let n = 0; n < run.tasks.startS.length; n += 1) {
      seen.push(simulation().atS);
      state().stepTask(1);
    }
    expect(seen).toEqual([...run.tasks.startS]);
    expect(simulation().isPlaying).toBe(false);
    expect(simulation().atS).toBe(run.tasks.startS.at(-1));
    state().stepTask(-1);
    expect(simulation().atS).toBe(run.tasks.startS.at(-2));
  });

  it('steps from event to event, those at one time as one, and to the ends of the run', async () => {
    const at = (atS: number): SimulationEvent => ({ kind: 'out-of-range', atS, untilS: atS + 0.1 });
    const { state, simulation } = await shown({ ...runOf(), events: [at(0.5), at(0.5), at(1.25)] });
    const moments = [1, 1, 1, -1, -1, -1].map((by) => {
      state().stepEvent(by as 1 | -1);
      return simulation().atS;
    });
    expect(moments).toEqual([0.5, 1.25, 2, 1.25, 0.5, 0]);
  });

  it('steps through the events that are listed only, and from handover to handover whatever is listed', async () => {
    const gone = (atS: number): SimulationEvent => ({ kind: 'out-of-range', atS, untilS: atS });
    const changed = (atS: number): SimulationEvent => ({
      kind: 'split-change',
      atS,
      lane: 'best',
      from: 0,
      to: 1,
    });
    const cells = [runOf().cells[0]!, runOf().cells[0]!] as const;
    const handed = (atS: number): SimulationEvent => ({
      kind: 'handover',
      atS,
      from: cells[0],
      to: cells[1],
    });
    const events = [gone(0.25), changed(0.5), handed(0.75), changed(1), gone(1.25), handed(1.5)];
    const { tools, state, simulation } = await shown({ ...runOf(), events });
    const go = (id: 'next-event' | 'previous-event' | 'next-handover' | 'previous-handover') => {
      tools.run(id);
      return simulation().atS;
    };
    state().changeSimulationView({ listedKinds: ['out-of-range'] });
    expect([go('next-event'), go('next-event'), go('next-event')]).toEqual([0.25, 1.25, 2]);
    expect([go('previous-event'), go('previous-handover')]).toEqual([1.25, 0.75]);
    expect([go('next-handover'), go('next-handover')]).toEqual([1.5, 2]);
    tools.handleKey(press('ArrowLeft', { ctrlKey: true, shiftKey: true }));
    expect(simulation().atS).toBe(1.5);
    // Not of the document: kept with the next one.
    state().forgetRun();
    expect(simulation().listedKinds).toEqual(['out-of-range']);
  });

  it('plays from the beginning where the end is shown', async () => {
    const { state, simulation } = await shown();
    state().seek(2);
    state().play();
    expect(simulation()).toMatchObject({ atS: 0, isPlaying: true });
  });
});

describe('the keyboard in Simulate', () => {
  it('plays and pauses with Space, unless what has the focus uses Space itself', async () => {
    const { tools, simulation, state } = await shown();
    const button = { tagName: 'BUTTON' };
    const field = { tagName: 'INPUT', type: 'text' };
    const box = { tagName: 'INPUT', type: 'checkbox' };
    const node = { tagName: 'DIV', role: 'button' };
    for (const target of [button, field, box, node, { tagName: 'SELECT' }, { tagName: 'summary' }]) {
      expect(tools.handleKey(press(' ', { target }))).toBe(false);
    }
    expect(simulation().isPlaying).toBe(false);
    const cursor = { tagName: 'DIV', role: 'slider' };
    for (const target of [{ tagName: 'BODY' }, { tagName: 'INPUT', type: 'range' }, cursor]) {
      const before = simulation().isPlaying;
      expect(tools.handleKey(press(' ', { target }))).toBe(true);
      expect(simulation().isPlaying).toBe(!before);
    }
    state().changeView({ place: 'play' });
    expect(tools.handleKey(press(' '))).toBe(false);
  });

  it('steps with Shift and the arrow keys, also on the scrubber', async () => {
    const run = runOf();
    const { tools, simulation } = await shown(run);
    const target = { tagName: 'INPUT', type: 'range' };
    expect(tools.handleKey(press('ArrowRight', { shiftKey: true, target }))).toBe(true);
    expect(simulation().atS).toBe(run.tasks.startS[1]);
    tools.handleKey(press('ArrowLeft', { shiftKey: true, target }));
    expect(simulation().atS).toBe(0);
    expect(tools.handleKey(press('ArrowRight', { target }))).toBe(false);
  });

  it('changes the speed by the steps there are, and no further', async () => {
    const { tools, simulation } = await shown();
    for (let n = 0; n < 9; n += 1) tools.run('play-faster');
    expect(simulation().speed).toBe(60);
    for (let n = 0; n < 9; n += 1) tools.run('play-slower');
    expect(simulation().speed).toBe(0.1);
  });
});

describe('the link of a run', () => {
  const linkOf = (scenario: unknown, at: string) => `#s=1.${JSON.stringify(scenario)}&at=${at}`;
  const other = changeSimulation(openingScenario, { durationS: 3 });
  const otherRun = runOf(other);

  it('runs its document and shows the moment, the lane and the charts that it names, whatever was shown before', async () => {
    const { simulations, simulation, state } = await shown();
    state().play();
    state().changeSimulationView({ window: [0, 1] });
    await state().openLink(linkOf(other, 'simulate.2500.cloud-only.events.1a2b3c4d'));
    expect(state().view.place).toBe('simulate');
    expect(simulations[1]!.input).toEqual(other);
    await simulations[1]!.answer(ok(otherRun));
    expect(simulation()).toMatchObject({
      atS: 2.5,
      lane: 'cloud-only',
      chart: 'events',
      window: null,
      isPlaying: false,
      linked: { run: '1a2b3c4d', goTo: null },
    });
    // From here on the visitor goes where they like.
    state().seek(1);
    const again = state().startSimulation();
    await simulations[2]!.answer(ok(otherRun));
    await again;
    expect(simulation().atS).toBe(1);
  });

  it('shows the last moment of a run that is shorter, and a lane that the run has', async () => {
    const { simulations, simulation, state } = setUp();
    await state().openLink(linkOf(other, 'simulate.99999999.best-predicted.time'));
    await simulations[0]!.answer(ok(otherRun));
    expect(simulation()).toMatchObject({ atS: 3, lane: 'best' });
  });

  it('does not run again what has been run', async () => {
    const { simulations, simulation, state } = await shown();
    await state().openLink(linkOf(short, 'simulate.1500.ue-only.strategies'));
    expect(simulations).toHaveLength(1);
    expect(simulation()).toMatchObject({ atS: 1.5, lane: 'ue-only', chart: 'strategies' });
  });

  it('of a document that cannot be read runs nothing', async () => {
    const { simulations, state } = await shown();
    await state().openLink('#s=1.junk&at=simulate.1500.ue-only.time');
    expect(simulations).toHaveLength(1);
    expect(state().simulation).toMatchObject({ linked: null, chart: 'time' });
  });

  it('is forgotten by a link that opens elsewhere', async () => {
    const { state } = await shown();
    await state().openLink(linkOf(short, 'simulate.1500.ue-only.time.1a2b3c4d'));
    await state().openLink(linkOf(short, 'simulate'));
    expect(state().simulation.linked).toBeNull();
  });
});
