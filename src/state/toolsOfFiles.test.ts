import { describe, expect, it, vi } from 'vitest';
import { err } from '../core/result';
import { limits } from '../core/scenario/limits';
import { parseScenarioText } from '../core/scenario/parseScenario';
import { openingScenario } from '../core/scenario/presets/presets';
import type { FileService } from '../services/types';
import { measuredProfile } from '../services/testing/measuredProfile';
import { createAppStore } from './createAppStore';
import { createFakeModels } from './testing/fakeModels';
import { createFakeServices, settled } from './testing/fakeServices';
import { createTools } from './tools';

function setUp(files: Partial<FileService> = {}) {
  const fake = createFakeServices();
  const services = { ...fake.services, files: { ...fake.services.files, ...files } };
  const store = createAppStore(services);
  const tools = createTools(store, services);
  return { ...fake, store, tools, state: () => store.getState() };
}

describe('files and links', () => {
  const file = (text: string): File => new File([text], 'x.json');

  it('save a file that opens again, named after the document, without device details', () => {
    const { downloads, tools, state } = setUp();
    state().adoptProfile(measuredProfile('p', openingScenario.workload));
    tools.run('save-file');
    expect(downloads[0]?.name).toMatch(/^splitscape-[\p{Letter}\p{Number}-]+\.json$/u);
    expect(downloads[0]?.content).not.toContain('Test browser');
    const reopened = parseScenarioText(downloads[0]?.content ?? '');
    expect(reopened).toMatchObject({ ok: true, value: { name: openingScenario.name } });
  });

  it('do not save what could not be opened again', () => {
    const { downloads, tools, state } = setUp();
    state().edit((scenario) => ({ ...scenario, notes: 'x'.repeat(limits.documentBytes) }));
    tools.run('save-file');
    expect(downloads).toEqual([]);
    expect(state().notices).toMatchObject([{ kind: 'document-error', error: { kind: 'too-large' } }]);
  });

  it('open a chosen file, and nothing when the user changes their mind', async () => {
    const chosen = [file(JSON.stringify({ ...openingScenario, name: 'Chosen' })), null];
    const { tools, state } = setUp({ choose: () => Promise.resolve(chosen.shift() ?? null) });
    tools.run('open-file');
    await vi.waitUntil(() => state().scenario.name === 'Chosen');
    tools.run('open-file');
    await settled();
    expect(state().notices).toEqual([]);
  });

  it('say what is wrong with a dropped file', async () => {
    const { tools, state } = setUp();
    await tools.openFiles([file('not JSON')]);
    expect(state().scenario).toBe(openingScenario);
    expect(state().notices).toMatchObject([{ kind: 'document-error', what: 'file' }]);
  });

  it('take a dropped .onnx with its data for a model, and show where models are opened', async () => {
    const { models, modelStore, inspects } = createFakeModels();
    const { services } = createFakeServices({ models, modelStore });
    const store = createAppStore(services);
    const tools = createTools(store, services);
    void tools.openFiles([new File(['weights'], 'net.onnx.data'), new File(['model'], 'net.ONNX')]);
    await vi.waitUntil(() => inspects.length === 1);
    expect(store.getState().view.openDialog).toBe('workload');
    expect(inspects[0]!.input).toMatchObject({ name: 'net.ONNX', external: [{ path: 'net.onnx.data' }] });
    expect(store.getState().notices).toEqual([]);
  });

  it('take any file that is no scenario for a model where models are opened', async () => {
    const { models, modelStore, inspects } = createFakeModels();
    const { services } = createFakeServices({ models, modelStore });
    const store = createAppStore(services);
    const tools = createTools(store, services);
    store.getState().changeView({ openDialog: 'workload' });
    void tools.openFiles([new File(['model'], 'net.pb')]);
    await vi.waitUntil(() => inspects.length === 1);
    await tools.openFiles([new File([JSON.stringify({ ...openingScenario, name: 'Dropped' })], 'a.json')]);
    expect(store.getState().scenario.name).toBe('Dropped');
  });

  it('offer a dropped profile to the import, wherever one is', async () => {
    const { tools, state } = setUp();
    state().changeView({ openDialog: 'workload' });
    const profile = new File(['{"format": "splitscape-profile", "version": 1, "profiles": []}'], 'mine.json');
    await tools.openFiles([profile]);
    expect(state().offeredProfileFile).toBe(profile);
    expect(state().view).toMatchObject({ place: 'profile', openDialog: 'none' });
    expect(state().scenario).toBe(openingScenario);
    expect(state().notices).toEqual([]);
  });

  it('do not ask to shorten what is too large to be read: it need not be a scenario', async () => {
    const { tools, state } = setUp({
      readText: () => Promise.resolve(err({ kind: 'too-large', limitBytes: limits.documentBytes })),
    });
    await tools.openFiles([new File(['hello'], 'notes.txt')]);
    const detail = 'a scenario has at most 2 MB, this is larger';
    expect(state().notices).toMatchObject([{ error: { kind: 'unreadable', detail } }]);
  });

  it('open the first of several scenarios and say so', async () => {
    const { tools, state } = setUp();
    const named = (name: string) => new File([JSON.stringify({ ...openingScenario, name })], `${name}.json`);
    await tools.openFiles([named('One'), named('Two')]);
    expect(state().scenario.name).toBe('One');
    const text = 'One scenario is open at a time: of 2 files only One.json was read.';
    expect(state().notices).toMatchObject([{ text }]);
  });

  it('bring back what was set aside as an undoable edit, and say when there is nothing', () => {
    const { tools, state, services } = setUp();
    tools.run('bring-back');
    expect(state().notices.at(-1)).toMatchObject({ text: 'Nothing was set aside.' });
    services.localStore.write('set-aside', { ...openingScenario, name: 'Earlier work' });
    tools.run('bring-back');
    expect(state().scenario.name).toBe('Earlier work');
    state().undo();
    expect(state().scenario.name).toBe(openingScenario.name);
    services.localStore.write('set-aside', 'damaged');
    tools.run('bring-back');
    expect(state().notices.at(-1)).toMatchObject({ kind: 'document-error' });
  });

  it('copy the full address of the document', async () => {
    const copied: string[] = [];
    const { tools, state } = setUp({ copyText: (text) => Promise.resolve(copied.push(text) > 0) });
    tools.run('copy-link');
    await settled();
    expect(copied).toEqual([await tools.shareUrl()]);
    expect(copied[0]).toMatch(/^https:\/\/example\.org\/splitscape\/#s=1\./);
    expect(state().notices).toMatchObject([{ kind: 'done' }]);
  });

  it('copy the address of the run in Simulate, of the figure in Reproduce', async () => {
    const copied: string[] = [];
    const { tools, state } = setUp({ copyText: (text) => Promise.resolve(copied.push(text) > 0) });
    for (const place of ['simulate', 'reproduce', 'profile'] as const) {
      state().changeView({ place });
      tools.run('copy-link');
      await settled();
    }
    expect(copied).toEqual([
      `${await tools.shareUrl()}&at=simulate`,
      state().figureUrl(2),
      await tools.shareUrl(),
    ]);
  });

  it('makes an address that opens at a tab and a step', async () => {
    const { tools } = setUp();
    const plain = await tools.shareUrl();
    expect(await tools.shareUrl({ tab: 'messages', step: 4 })).toBe(`${plain}&at=messages.4`);
    expect(await tools.shareUrl({ tab: 'graph', step: null })).toBe(`${plain}&at=graph`);
  });

  it('show the link instead where the browser refuses to copy', async () => {
    const { tools, state } = setUp({ copyText: () => Promise.resolve(false) });
    tools.run('copy-link');
    await settled();
    expect(state().view.openDialog).toBe('share');
    expect(state().notices).toEqual([]);
  });
});
