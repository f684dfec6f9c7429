import { duplicateItems, removeItems } from '../core/scenario/edits';
import { always, type CommandSpec } from './command';
import type { AppState } from './types';

export const editCommands = {
  undo: {
    label: 'Undo',
    keys: ['Ctrl+Z'],
    group: 'Edit',
    isEnabled: ({ canUndo, draft }) => canUndo || draft !== null,
    whileTyping: 'at-rest',
    replacesBrowser: true,
    run: ({ store }) => store.getState().undo(),
  },
  redo: {
    label: 'Redo',
    keys: ['Ctrl+Shift+Z', 'Ctrl+Y'],
    group: 'Edit',
    isEnabled: ({ canRedo }) => canRedo,
    whileTyping: 'at-rest',
    replacesBrowser: true,
    run: ({ store }) => store.getState().redo(),
  },
  delete: {
    label: 'Delete',
    keys: ['Delete', 'Backspace'],
    group: 'Edit',
    isEnabled: hasSelection,
    run: ({ store }) => {
      const { edit, view } = store.getState();
      edit((scenario) => removeItems(scenario, { nodes: view.selectedNodes, links: view.selectedLinks }));
    },
  },
  duplicate: {
    label: 'Duplicate',
    keys: ['Ctrl+D'],
    group: 'Edit',
    isEnabled: ({ view }) => view.selectedNodes.length > 0,
    run: ({ store, newId }) => {
      const { edit, scenario, select, view } = store.getState();
      const items = { nodes: view.selectedNodes, links: view.selectedLinks };
      edit((current) => duplicateItems(current, items, newId));
      const before = new Set(scenario.nodes.map(({ id }) => id));
      const copies = store.getState().scenario.nodes.filter(({ id }) => !before.has(id));
      if (copies.length > 0)
        select(
          copies.map(({ id }) => id),
          [],
        );
    },
  },
  'select-all': {
    label: 'Select everything',
    keys: ['Ctrl+A'],
    group: 'Edit',
    isEnabled: always,
    run: ({ store }) => {
      const { scenario, select } = store.getState();
      select(
        scenario.nodes.map(({ id }) => id),
        scenario.links.map(({ id }) => id),
      );
    },
  },
  escape: {
    label: 'Cancel the gesture, or select nothing',
    keys: ['Escape'],
    group: 'Edit',
    isEnabled: (state) => state.draft !== null || hasSelection(state),
    run: ({ store }) => {
      const { discard, draft, select } = store.getState();
      if (draft !== null) discard();
      else select([], []);
    },
  },
  rename: {
    label: 'Rename the node',
    keys: ['F2'],
    group: 'Edit',
    isEnabled: ({ view }) => view.selectedNodes.length === 1,
    run: ({ store }) => {
      const { changeView, view } = store.getState();
      changeView({ renaming: view.selectedNodes[0] ?? null });
    },
  },
} as const satisfies Record<string, CommandSpec>;

function hasSelection({ view }: AppState): boolean {
  return view.selectedNodes.length + view.selectedLinks.length > 0;
}
