import { describe, expect, it } from 'vitest';
import { changeCapacity, changeWorkload, removeItems, renameNode } from '../core/scenario/edits';
import { limits } from '../core/scenario/limits';
import { openingScenario } from '../core/scenario/presets/presets';
import type { CatalogueWorkload, Scenario } from '../core/scenario/types';
import { measuredInThisBrowser, measuredProfile } from '../services/testing/measuredProfile';
import { createAppStore } from './createAppStore';
import { documentToShare } from './documentToShare';
import { createFakeServices, settled } from './testing/fakeServices';
import type { AppState, Edit } from './types';
import { selectShown } from './useStore';

const link = openingScenario.links[0]!;
const node = openingScenario.nodes.at(-1)!;
const capacity =
  (mbps: number): Edit =>
  (scenario) =>
    changeCapacity(scenario, link.id, mbps, 'both');
const rename =
  (name: string): Edit =>
  (scenario) =>
    renameNode(scenario, node.id, name);
const nameIn = (scenario: Scenario): string | undefined =>
  scenario.nodes.find(({ id }) => id === node.id)?.name;
const capacityIn = (scenario: Scenario): number | undefined =>
  scenario.links.find(({ id }) => id === link.id)?.aToBMbps;
const workload = openingScenario.workload as CatalogueWorkload;

function setUp() {
  const fake = createFakeServices();
  const store = createAppStore(fake.services);
  return { ...fake, store, state: () => store.getState() };
}

/** Undoes until nothing is left, and counts. */
function countSteps(state: () => AppState): number {
  let steps = 0;
  while (state().canUndo) {
    state().undo();
    steps += 1;
  }
  return steps;
}

describe('document', () => {
  it('starts with nothing to undo or redo', () => {
    const { state } = setUp();
    expect(state().canUndo).toBe(false);
    expect(state().canRedo).toBe(false);
  });

  it('makes one undo step of an edit, and goes back and forth', () => {
    const { state } = setUp();
    state().edit(rename('Far away'));
    expect(nameIn(state().scenario)).toBe('Far away');
    state().undo();
    expect(state().scenario).toBe(openingScenario);
    expect(state().canRedo).toBe(true);
    state().redo();
    expect(nameIn(state().scenario)).toBe('Far away');
    expect(state().canRedo).toBe(false);
  });

  it('makes no step of an edit that returns the same object', () => {
    const { state } = setUp();
    state().edit((scenario) => scenario);
    state().edit(rename(node.name));
    expect(state().canUndo).toBe(false);
  });

  it('makes no step of anything but the document', () => {
    const { state } = setUp();
    state().select([node.id], []);
    state().changeView({ dockOpen: false });
    state().changeSettings({ theme: 'dark' });
    state().notify({ kind: 'done', text: 'x' });
    expect(state().canUndo).toBe(false);
  });

  it('makes one step of a gesture, however many frames it had', () => {
    const { state } = setUp();
    for (const mbps of [20, 30, 40, 50]) state().preview(capacity(mbps));
    expect(state().scenario).toBe(openingScenario);
    expect(capacityIn(selectShown(state()))).toBe(50);
    state().commit();
    expect(capacityIn(state().scenario)).toBe(50);
    expect(state().draft).toBeNull();
    expect(countSteps(state)).toBe(1);
    expect(state().scenario).toBe(openingScenario);
  });

  it('starts each preview again from the document', () => {
    const { state } = setUp();
    state().preview(rename('Frame 1'));
    state().preview(capacity(77));
    state().commit();
    expect(nameIn(state().scenario)).toBe(node.name);
    expect(capacityIn(state().scenario)).toBe(77);
  });

  it('discards a gesture without a trace', () => {
    const { state } = setUp();
    state().preview(capacity(20));
    state().discard();
    expect(selectShown(state())).toBe(openingScenario);
    state().commit();
    expect(state().canUndo).toBe(false);
  });

  it('makes no step of a gesture that ends where it began', () => {
    const { state } = setUp();
    state().preview(capacity(20));
    state().preview(capacity(link.aToBMbps));
    expect(state().draft).toBeNull();
    state().commit();
    expect(state().canUndo).toBe(false);
  });

  it('ends a gesture with an edit: the edit counts, the preview does not', () => {
    const { state } = setUp();
    state().preview(capacity(20));
    state().edit(rename('Sure'));
    expect(state().draft).toBeNull();
    expect(capacityIn(state().scenario)).toBe(link.aToBMbps);
    expect(nameIn(state().scenario)).toBe('Sure');
    expect(countSteps(state)).toBe(1);
  });

  it('takes undo during a gesture as "drop the gesture"', () => {
    const { state } = setUp();
    state().edit(rename('Kept'));
    state().preview(capacity(20));
    state().undo();
    expect(state().draft).toBeNull();
    expect(nameIn(state().scenario)).toBe('Kept');
  });

  it('forgets what could be redone when something new is done', () => {
    const { state } = setUp();
    state().edit(rename('One'));
    state().undo();
    state().edit(rename('Two'));
    expect(state().canRedo).toBe(false);
  });

  it('keeps what can be redone through a discarded gesture', () => {
    const { state } = setUp();
    state().edit(rename('One'));
    state().undo();
    state().preview(capacity(20));
    state().discard();
    expect(state().canRedo).toBe(true);
  });

  it('keeps 200 steps', () => {
    const { state } = setUp();
    for (let i = 0; i < 250; i += 1) state().edit(rename(`Name ${i}`));
    expect(countSteps(state)).toBe(200);
  });

  it('drops what an edit or undo removed from the selection', () => {
    const { state } = setUp();
    state().select([node.id, openingScenario.sourceId], [link.id]);
    state().changeView({ renaming: node.id });
    const neighbours = openingScenario.links.filter(({ a, b }) => a === node.id || b === node.id);
    state().edit((scenario) => removeItems(scenario, { nodes: [node.id], links: [link.id] }));
    expect(state().scenario.links).toHaveLength(openingScenario.links.length - neighbours.length - 1);
    expect(state().view.selectedNodes).toEqual([openingScenario.sourceId]);
    expect(state().view.selectedLinks).toEqual([]);
    expect(state().view.renaming).toBeNull();
  });

  it('holds plain data: a structured clone of it is equal', () => {
    const { state } = setUp();
    state().preview(capacity(20));
    state().notify({ kind: 'done', text: 'x' });
    const data = Object.fromEntries(
      Object.entries(state()).filter(([, value]) => typeof value !== 'function'),
    );
    expect(structuredClone(data)).toEqual(data);
  });
});

describe('opening documents', () => {
  const other: Scenario = renameNode(openingScenario, node.id, 'Elsewhere');

  it('is an undoable edit', () => {
    const { state } = setUp();
    state().edit(rename('Mine'));
    state().open(other);
    expect(state().scenario).toBe(other);
    state().undo();
    expect(nameIn(state().scenario)).toBe('Mine');
    state().redo();
    expect(state().scenario).toBe(other);
  });

  it('keeps the author’s fallback where this device has measured the model itself', async () => {
    const resnet: CatalogueWorkload = { ...workload, architecture: 'resnet-18' };
    const author = setUp();
    author.state().adoptProfile(measuredProfile('author', workload));
    author.state().edit((scenario) => changeWorkload(scenario, resnet));
    const link = await author.state().shareFragment();

    const visitor = setUp();
    visitor.savedProfiles.push(...measuredInThisBrowser(measuredProfile('mine', resnet)));
    const store = createAppStore(visitor.services);
    await settled();
    await store.getState().openLink(link);
    const { scenario } = store.getState();
    const device = scenario.nodes.find(({ id }) => id === scenario.sourceId)?.device;
    expect(device).toMatchObject({ kind: 'measured', profileId: 'author' });
    expect(scenario).toEqual(documentToShare(author.state()));
  });

  it('is no step when the document is open already', () => {
    const { state } = setUp();
    state().open(structuredClone(openingScenario));
    expect(state().scenario).toBe(openingScenario);
    expect(state().canUndo).toBe(false);
  });

  it('opens the text of a file', () => {
    const { state } = setUp();
    expect(state().openText(JSON.stringify(other)).ok).toBe(true);
    expect(state().scenario).toEqual(other);
  });

  it('keeps the work, an unfinished gesture included, and says why when a file is bad', () => {
    const { state } = setUp();
    state().preview(capacity(20));
    const { draft, scenario } = state();
    expect(state().openText('{"format":"splitscape","version":99}').ok).toBe(false);
    expect(state().draft).toBe(draft);
    expect(state().scenario).toBe(scenario);
    expect(state().notices).toMatchObject([
      { kind: 'document-error', what: 'file', error: { kind: 'newer-version', found: 99 } },
    ]);
  });

  it('tells of the last bad file alone, whoever tries another one', () => {
    const { state } = setUp();
    state().openText('{"format":"splitscape","version":99}');
    state().openText('no document');
    expect(state().notices).toHaveLength(1);
    expect(state().notices[0]).not.toMatchObject({ error: { kind: 'newer-version' } });
  });

  it('opens a link, and keeps the work when it is bad', async () => {
    const { state } = setUp();
    await state().openLink(`#s=1.${JSON.stringify(other)}`);
    expect(state().scenario).toEqual(other);
    await state().openLink('#s=1.junk');
    expect(state().scenario).toEqual(other);
    expect(state().notices).toMatchObject([{ kind: 'document-error', what: 'link' }]);
  });

  it('opens a link at the tab and step it names, and only when it can be read', async () => {
    const { state } = setUp();
    await state().openLink('#s=1.junk&at=graph');
    expect(state().view.dockTab).toBe('layers');
    await state().openLink(`#s=1.${JSON.stringify(other)}&at=messages.3`);
    expect(state().view).toMatchObject({ place: 'play', dockTab: 'messages', step: 3 });
  });

  it('opens only the later of two links in a hurry', async () => {
    const { services } = createFakeServices();
    const waiting = new Map<string, (name: string) => void>();
    const store = createAppStore({
      ...services,
      linkCodec: {
        ...services.linkCodec,
        decode: (fragment) =>
          new Promise((resolve) => {
            waiting.set(fragment, (name) => resolve({ ok: true, value: { ...other, name } }));
          }),
      },
    });
    const calls = [store.getState().openLink('a'), store.getState().openLink('b')];
    waiting.get('b')?.('later');
    waiting.get('a')?.('earlier');
    await Promise.all(calls);
    expect(store.getState().scenario.name).toBe('later');
    expect(store.getState().notices).toEqual([]);
  });

  it('shares device details only if the settings say so', async () => {
    const { state } = setUp();
    state().adoptProfile(measuredProfile('p', workload));
    expect(await state().shareFragment()).not.toContain('Test browser');
    state().changeSettings({ shareDeviceDetails: true });
    expect(await state().shareFragment()).toContain('Test browser');
  });

  it('says when a document is too large for a link that anybody could open', async () => {
    const { state } = setUp();
    await state().shareFragment();
    expect(state().notices).toEqual([]);
    state().edit((scenario) => ({ ...scenario, notes: 'x'.repeat(limits.documentBytes) }));
    await state().shareFragment();
    expect(state().notices).toMatchObject([{ what: 'link', error: { kind: 'too-large' } }]);
  });

  it('shares the document, not an unfinished gesture', async () => {
    const { state } = setUp();
    const before = await state().shareFragment();
    state().preview(capacity(20));
    expect(await state().shareFragment()).toBe(before);
  });
});
