import { describe, expect, it } from 'vitest';
import { changeScenario } from '../core/scenario/edits';
import { openingScenario } from '../core/scenario/presets/presets';
import { createAppStore } from './createAppStore';
import { initialDocument, openInitialDocument } from './initialDocument';
import { createFakeServices } from './testing/fakeServices';

const saved = changeScenario(openingScenario, { name: 'Saved' });
const linked = changeScenario(openingScenario, { name: 'Linked' });
const hash = `#s=1.${JSON.stringify(linked)}`;

async function start(location: string, autosave?: unknown) {
  const fake = createFakeServices();
  if (autosave !== undefined) fake.stored.set('scenario', autosave);
  const initial = await initialDocument(fake.services, location);
  const store = createAppStore(fake.services, initial.scenario);
  openInitialDocument(store, initial);
  return { ...fake, state: () => store.getState() };
}

describe('initial document', () => {
  it('is the opening preset on the first visit', async () => {
    const { state } = await start('');
    expect(state().scenario).toEqual(openingScenario);
    expect(state().canUndo).toBe(false);
    expect(state().notices).toEqual([]);
  });

  it('is the work of the last visit', async () => {
    const { state } = await start('#', saved);
    expect(state().scenario).toEqual(saved);
    expect(state().canUndo).toBe(false);
  });

  it('is what the link holds, with the last visit’s work one undo away', async () => {
    const { state, stored } = await start(hash, saved);
    expect(state().scenario).toEqual(linked);
    expect(stored.get('set-aside')).toEqual(saved);
    expect(state().notices).toMatchObject([
      { kind: 'done', text: expect.stringContaining('earlier work is kept') as string },
    ]);
    state().undo();
    expect(state().scenario).toEqual(saved);
  });

  it('is the last visit’s work where the link is bad; the autosave is not touched', async () => {
    const { state, stored } = await start('#s=1.junk', saved);
    expect(state().scenario).toEqual(saved);
    expect(state().notices).toMatchObject([{ kind: 'document-error', what: 'link' }]);
    expect(stored.get('scenario')).toBe(saved);
    expect(stored.has('set-aside')).toBe(false);
  });

  it.each([
    ['damaged text', '{"format":"splitsc'],
    ['a newer version', { ...saved, version: 99 }],
    ['an invalid field', { ...saved, seed: -1 }],
  ])('sets an autosave aside that is %s, and says so', async (_what, autosave) => {
    const { state, stored } = await start('', autosave);
    expect(state().scenario).toEqual(openingScenario);
    expect(state().notices).toMatchObject([{ kind: 'document-error', what: 'autosave' }]);
    expect(stored.get('set-aside')).toBe(autosave);
    expect(stored.get('scenario')).toBe(autosave);
  });

  it('is the opening preset where storage is blocked', async () => {
    const { services } = createFakeServices();
    const failure = { kind: 'storage-unavailable', message: 'denied' } as const;
    const blocked = { ...services.localStore, read: () => ({ ok: false, error: failure }) as const };
    const initial = await initialDocument({ ...services, localStore: blocked }, '');
    expect(initial).toEqual({
      scenario: openingScenario,
      linked: null,
      place: null,
      figureLink: null,
      notices: [],
    });
  });

  it('opens at the tab and the step that the link names', async () => {
    const { state } = await start(`${hash}&at=messages.7`, saved);
    expect(state().scenario).toEqual(linked);
    expect(state().view).toMatchObject({ place: 'play', dockOpen: true, dockTab: 'messages', step: 7 });
  });

  it('runs the simulation of the link at once, and shows it at its moment', async () => {
    const { state, simulations } = await start(`${hash}&at=simulate.500.cloud-only.events.1a2b3c4d`, saved);
    expect(state().view.place).toBe('simulate');
    expect(simulations).toMatchObject([{ input: linked }]);
    expect(state().simulation).toMatchObject({ chart: 'events', linked: { run: '1a2b3c4d' } });
  });

  it('opens as ever where the link names a place that is not there', async () => {
    const { state } = await start(`${hash}&at=weather.7`);
    expect(state().scenario).toEqual(linked);
    expect(state().view).toMatchObject({ dockTab: 'layers', step: 0 });
    expect(state().notices).toEqual([]);
  });

  it('is the work of the last visit where the link is of one of the paper’s figures', async () => {
    const { state, stored } = await start('#figure=16&seed=7&assume=honest&inputPx=112', saved);
    expect(state().view.place).toBe('reproduce');
    await expect.poll(() => state().reproduction.shown).toBe(16);
    expect(state().reproduction.figures[16].question).toEqual({
      seed: 7,
      preset: 'honest',
      overrides: { inputPx: 112 },
    });
    expect(state().scenario).toEqual(saved);
    expect(state().canUndo).toBe(false);
    expect(stored.has('set-aside')).toBe(false);
    expect(state().notices).toEqual([]);
  });

  it.each(['#figure=99', '#figure=16&__proto__=1', `#figure=16&a=${'1'.repeat(1e6)}`])(
    'is the work of the last visit where the link of a figure is faulty, and says so: %.30s',
    async (location) => {
      const { state } = await start(location, saved);
      await expect.poll(() => state().notices).toMatchObject([{ kind: 'figure-link-fault' }]);
      expect(state().scenario).toEqual(saved);
      expect(state().reproduction).toMatchObject({ shown: 2, figures: { 16: { last: null } } });
    },
  );

  it('stays where it is when the link cannot be read', async () => {
    const { state } = await start('#s=1.junk&at=messages.7', saved);
    expect(state().view).toMatchObject({ dockTab: 'layers', step: 0 });
  });
});
