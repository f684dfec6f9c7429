import { describe, expect, it } from 'vitest';
import { changeCapacity, changeWorkload, renameNode } from '../core/scenario/edits';
import { limits } from '../core/scenario/limits';
import { openingScenario } from '../core/scenario/presets/presets';
import type { CatalogueWorkload, Scenario } from '../core/scenario/types';
import { measuredInThisBrowser, measuredProfile } from '../services/testing/measuredProfile';
import { createAppStore } from './createAppStore';
import { documentToShare } from './documentToShare';
import { createFakeServices, settled } from './testing/fakeServices';
import type { Edit } from './types';

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
const workload = openingScenario.workload as CatalogueWorkload;

function setUp() {
  const fake = createFakeServices();
  const store = createAppStore(fake.services);
  return { ...fake, store, state: () => store.getState() };
}

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
