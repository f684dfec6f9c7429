import { describe, expect, it } from 'vitest';
import { changeCapacity, removeItems, renameNode } from '../core/scenario/edits';
import { openingScenario } from '../core/scenario/presets/presets';
import type { Scenario } from '../core/scenario/types';
import { createAppStore } from './createAppStore';
import { createFakeServices } from './testing/fakeServices';
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
