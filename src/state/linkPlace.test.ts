import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openingScenario } from '../core/scenario/presets/opening';
import { changeSimulation } from '../core/scenario/simulationEdits';
import { simulateScenario } from '../core/simulation/simulate';
import { createAppStore } from './createAppStore';
import { placeHere, placeOf, viewAt, withPlace } from './linkPlace';
import { runIdOf, simulationCharts } from './simulationTypes';
import { createFakeServices } from './testing/fakeServices';
import { dockTabs } from './types';

describe('the place in a link', () => {
  it('is read back as it was written, for every tab and step', () => {
    const place = fc.record({
      tab: fc.constantFrom(...dockTabs),
      step: fc.option(fc.nat(9999)),
    });
    fc.assert(
      fc.property(place, (written) => {
        expect(placeOf(withPlace('#s=2.AbC-_', written))).toEqual(written);
      }),
      { seed: 1 },
    );
  });

  it('is read back as it was written, for every moment of a run', () => {
    const moment = fc.record({
      atMs: fc.nat(3_600_000),
      lane: fc.constantFrom('ue-only', 'one-cut-cloud', 'best', 'best-predicted'),
      chart: fc.constantFrom(...simulationCharts),
      run: fc.option(fc.stringMatching(/^[0-9a-f]{8}$/)),
    });
    fc.assert(
      fc.property(fc.option(moment), (written) => {
        expect(placeOf(withPlace('#s=2.AbC-_', { moment: written }))).toEqual({ moment: written });
      }),
      { seed: 2 },
    );
  });

  it('is never anything but a place of this page, whatever a fragment holds', () => {
    const part = fc.oneof(
      fc.constantFrom('simulate', 'best', 'events', '12300', '1a2b3c4d', '__proto__', 'constructor', 'x'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 7 }), (parts) => {
        const place = placeOf(`#s=2.AbC&at=${parts.join('.')}`);
        if (place === null) return;
        if ('tab' in place) expect(dockTabs).toContain(place.tab);
        else if (place.moment !== null) {
          expect(simulationCharts).toContain(place.moment.chart);
          expect(Number.isSafeInteger(place.moment.atMs)).toBe(true);
        }
      }),
      { seed: 3 },
    );
  });

  it.each([
    ['no place', '#s=2.AbC'],
    ['a tab this page does not have', '#s=2.AbC&at=weather.3'],
    ['a step that is no number', '#s=2.AbC&at=messages.x'],
    ['a negative step', '#s=2.AbC&at=messages.-1'],
    ['a step beyond all reason', '#s=2.AbC&at=messages.123456'],
    ['a place without a document', '#at=messages.3'],
    ['nothing', ''],
    ['a moment without a lane', '#s=2.AbC&at=simulate.100'],
    ['a lane that nobody has', '#s=2.AbC&at=simulate.100.magic.time'],
    ['a lane of every object', '#s=2.AbC&at=simulate.100.constructor.time'],
    ['a view that is not there', '#s=2.AbC&at=simulate.100.best.weather'],
    ['a moment that is no number', '#s=2.AbC&at=simulate.1e9.best.time'],
    ['a moment before the start', '#s=2.AbC&at=simulate.-1.best.time'],
    ['a moment beyond all reason', '#s=2.AbC&at=simulate.123456789.best.time'],
    ['a run that is no id', '#s=2.AbC&at=simulate.100.best.time.1A2B3C4D'],
    ['more than there is to say', '#s=2.AbC&at=simulate.100.best.time.1a2b3c4d.x'],
    ['a tab followed by more', '#s=2.AbC&at=messages.4.5'],
  ])('is none where the fragment holds %s', (_what, fragment) => {
    expect(placeOf(fragment)).toBeNull();
  });

  it('is found beside parts that a later version may add', () => {
    expect(placeOf('#s=2.AbC&at=graph&hide=inspector')).toEqual({ tab: 'graph', step: null });
    expect(placeOf('#s=2.AbC&hide=inspector&at=messages.4')).toEqual({ tab: 'messages', step: 4 });
  });

  it('leaves the step alone where it names none', () => {
    expect(viewAt({ tab: 'graph', step: null })).toEqual({ place: 'play', dockOpen: true, dockTab: 'graph' });
    expect(viewAt({ tab: 'messages', step: 0 })).toMatchObject({ dockTab: 'messages', step: 0 });
  });
});

describe('what is looked at', () => {
  const short = changeSimulation(openingScenario, { durationS: 1 });
  const done = simulateScenario(short);
  if (!done.ok) throw new Error(done.error.kind);
  const last = { status: 'done', scenario: short, run: done.value } as const;
  const { simulation, view } = createAppStore(createFakeServices().services).getState();
  const shown = { ...simulation, last, atS: 0.5, lane: 'cloud-only', chart: 'events' } as const;

  it('in Play is the tab, in Simulate the moment and the run, elsewhere nothing that a document has', () => {
    const here = { scenario: short, simulation: shown, view: { ...view, step: 3 } };
    const at = (place: 'play' | 'simulate' | 'reproduce' | 'profile') =>
      placeHere({ ...here, view: { ...here.view, place } });
    expect(at('play')).toEqual({ tab: 'layers', step: null });
    expect(at('simulate')).toEqual({
      moment: { atMs: 500, lane: 'cloud-only', chart: 'events', run: runIdOf(done.value) },
    });
    expect(at('reproduce')).toBeNull();
    expect(at('profile')).toBeNull();
    expect(placeHere({ ...here, simulation, view: { ...view, place: 'simulate' } })).toEqual({
      moment: null,
    });
  });

  it('carries no id of a run that another document gave', () => {
    const changed = changeSimulation(short, { durationS: 2 });
    const place = placeHere({ scenario: changed, simulation: shown, view: { ...view, place: 'simulate' } });
    expect(place).toMatchObject({ moment: { run: null } });
  });

  it('is at the task it was at: the moment is never rounded to before its start', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 3600, noNaN: true }), (atS) => {
        const place = placeHere({
          scenario: short,
          simulation: { ...shown, atS },
          view: { ...view, place: 'simulate' },
        });
        const atMs = place !== null && 'moment' in place ? place.moment!.atMs : -1;
        expect(atMs / 1e3).toBeGreaterThanOrEqual(atS);
        expect(atMs / 1e3 - atS).toBeLessThan(0.0011);
      }),
      { seed: 4 },
    );
  });
});
