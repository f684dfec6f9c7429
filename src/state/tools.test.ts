import { describe, expect, it, vi } from 'vitest';
import { nodeKinds } from '../core/network/types';
import { openingScenario } from '../core/scenario/presets/presets';
import type { FileService } from '../services/types';
import { createAppStore } from './createAppStore';
import { commands, findCommand } from './commands';
import { createFakeServices, settled } from './testing/fakeServices';
import { createTools } from './tools';
import { press } from './testing/keyPress';

function setUp(files: Partial<FileService> = {}) {
  const fake = createFakeServices();
  const services = { ...fake.services, files: { ...fake.services.files, ...files } };
  const store = createAppStore(services);
  const tools = createTools(store, services);
  return { ...fake, store, tools, state: () => store.getState() };
}
const fakeCanvas = () => ({
  zoomIn: vi.fn(),
  zoomOut: vi.fn(),
  fit: vi.fn(),
  centre: () => ({ xM: 9000, yM: 9000 }),
});
const [first, second] = [openingScenario.nodes[0]!, openingScenario.nodes.at(-1)!];

describe('commands', () => {
  it('have labels that tell them apart', () => {
    const labels = commands.map(({ label }) => label);
    expect(new Set(labels).size).toBe(labels.length);
  });

  it('run from any state without an error, canvas or not', async () => {
    for (const canvas of [null, fakeCanvas()]) {
      for (const { id } of commands) {
        const { tools, state } = setUp();
        if (canvas !== null) tools.registerCanvas(canvas);
        state().select([first.id], []);
        expect(() => tools.run(id)).not.toThrow();
        await settled();
      }
    }
  });

  it('undo and redo while there is something to undo or redo', () => {
    const { tools, state } = setUp();
    expect(findCommand('undo').isEnabled(state())).toBe(false);
    tools.run('add-mec');
    expect(findCommand('undo').isEnabled(state())).toBe(true);
    tools.run('undo');
    expect(state().scenario).toBe(openingScenario);
    tools.run('redo');
    expect(state().scenario.nodes).toHaveLength(openingScenario.nodes.length + 1);
  });

  it.each(nodeKinds)('add a %s in the middle of the view, in one step, and select it', (kind) => {
    const { tools, state } = setUp();
    tools.registerCanvas(fakeCanvas());
    tools.run(`add-${kind}`);
    const added = state().scenario.nodes.at(-1);
    expect(added).toMatchObject({ kind, xM: 9000, yM: 9000 });
    expect(state().view.selectedNodes).toEqual([added?.id]);
    tools.run('undo');
    expect(state().canUndo).toBe(false);
  });

  it('add nodes without a canvas, none on top of another', () => {
    const { tools, state } = setUp();
    for (let i = 0; i < 12; i += 1) tools.run('add-gnb');
    const { nodes } = state().scenario;
    expect(nodes).toHaveLength(openingScenario.nodes.length + 12);
    for (const a of nodes.slice(openingScenario.nodes.length)) {
      for (const b of nodes) {
        if (a !== b) expect(Math.abs(a.xM - b.xM) >= 150 || Math.abs(a.yM - b.yM) >= 60).toBe(true);
      }
    }
  });

  it('connect two selected nodes once', () => {
    const { tools, state } = setUp();
    state().select([first.id, second.id], []);
    tools.run('connect');
    const added = state().scenario.links.at(-1);
    expect(added).toMatchObject({ a: first.id, b: second.id });
    expect(state().view).toMatchObject({ selectedNodes: [], selectedLinks: [added?.id] });
    state().select([second.id, first.id], []);
    expect(findCommand('connect').isEnabled(state())).toBe(false);
  });

  it('delete what is selected, and duplicate it with the copies selected', () => {
    const { tools, state } = setUp();
    state().select([second.id], []);
    tools.run('duplicate');
    const copies = state().view.selectedNodes;
    expect(copies).toHaveLength(1);
    expect(copies).not.toContain(second.id);
    tools.run('delete');
    expect(state().scenario.nodes.map(({ id }) => id)).toEqual(openingScenario.nodes.map(({ id }) => id));
    expect(state().view.selectedNodes).toEqual([]);
  });

  it('offer source and sink only where the role can change', () => {
    const { tools, state } = setUp();
    state().select([openingScenario.sourceId], []);
    expect(findCommand('choose-source').isEnabled(state())).toBe(false);
    tools.run('add-ue');
    expect(findCommand('choose-source').isEnabled(state())).toBe(true);
    tools.run('choose-source');
    expect(state().scenario.sourceId).toBe(state().view.selectedNodes[0]);
  });

  it('cancel the gesture first, then the selection', () => {
    const { tools, state } = setUp();
    state().select([second.id], []);
    state().preview((scenario) => ({ ...scenario, name: 'draft' }));
    tools.run('escape');
    expect(state().draft).toBeNull();
    expect(state().view.selectedNodes).toEqual([second.id]);
    tools.run('escape');
    expect(state().view.selectedNodes).toEqual([]);
  });

  it('reach the canvas that is on screen, not one that is gone', () => {
    const { tools } = setUp();
    const old = fakeCanvas();
    const current = fakeCanvas();
    const goAway = tools.registerCanvas(old);
    tools.registerCanvas(current);
    goAway();
    tools.run('fit');
    expect(old.fit).not.toHaveBeenCalled();
    expect(current.fit).toHaveBeenCalledOnce();
  });
});

describe('keys', () => {
  it('run enabled commands, and leave the rest to the browser', () => {
    const { tools, state } = setUp();
    expect(tools.handleKey(press('Delete'))).toBe(false);
    expect(tools.handleKey(press('a', { ctrlKey: true }))).toBe(true);
    expect(state().view.selectedNodes).toHaveLength(openingScenario.nodes.length);
    expect(tools.handleKey(press('Delete'))).toBe(true);
    expect(state().scenario.nodes.length).toBeLessThan(openingScenario.nodes.length);
  });

  it('of undo and redo never reach the browser, whose own undo would change fields behind the document’s back', () => {
    const { tools, state } = setUp();
    expect(tools.handleKey(press('z', { ctrlKey: true }))).toBe(true);
    expect(tools.handleKey(press('y', { ctrlKey: true }))).toBe(true);
    tools.run('add-mec');
    state().changeView({ openDialog: 'workload' });
    expect(tools.handleKey(press('z', { ctrlKey: true }))).toBe(true);
    expect(state().canUndo).toBe(true);
  });

  it('change nothing behind a dialog', () => {
    const { tools, state } = setUp();
    state().select([second.id], []);
    state().changeView({ openDialog: 'help' });
    expect(tools.handleKey(press('Delete'))).toBe(false);
    expect(state().scenario).toBe(openingScenario);
  });

  it('of a run work while somebody types in Simulate and Reproduce, and nowhere else', () => {
    const field = { tagName: 'INPUT', type: 'text', isContentEditable: false };
    const key = press('Enter', { ctrlKey: true, target: field });
    const { figureRuns, simulations, state, tools } = setUp();
    expect(tools.handleKey(key)).toBe(false);
    expect(state().view.place).toBe('play');
    state().changeView({ place: 'simulate' });
    expect(tools.handleKey(key)).toBe(true);
    expect(simulations).toHaveLength(1);
    state().changeView({ place: 'reproduce' });
    expect(tools.handleKey(key)).toBe(true);
    expect(figureRuns).toHaveLength(1);
    // A field that refused what was typed says so by this.
    expect(tools.handleKey({ ...key, defaultPrevented: true })).toBe(false);
  });

  it('go to the settings that are asked for', () => {
    const { state, tools } = setUp();
    state().changeView({ inspectorOpen: false });
    tools.run('settings-mobility');
    expect(state().view).toMatchObject({ place: 'simulate', inspectorOpen: true });
    expect(state().simulation.sectionAsked).toBe('mobility');
  });
});
