import type { LinkId, NodeId } from '../core/network/types';
import type { Scenario } from '../core/scenario/types';
import type { SliceContext } from './slice';
import { parseView } from './storage';
import type { AppState, ViewState } from './types';

type ViewSlice = Pick<AppState, 'view' | 'select' | 'changeView'>;

export function createViewSlice({ set, get, services }: SliceContext): ViewSlice {
  const stored = services.localStore.read('view');
  return {
    view: parseView(stored.ok ? stored.value : null),
    select: (nodes, links) => {
      const { view } = get();
      if (sameIds(view.selectedNodes, nodes) && sameIds(view.selectedLinks, links)) return;
      set({ view: { ...view, selectedNodes: nodes, selectedLinks: links } });
    },
    changeView: (patch) => set({ view: { ...get().view, ...patch } }),
  };
}

/** The view without what the document no longer has; the same object when nothing is missing. */
export function viewOf(scenario: Scenario, view: ViewState): ViewState {
  const nodeIds = new Set(scenario.nodes.map((node) => node.id));
  const linkIds = new Set(scenario.links.map((link) => link.id));
  const selectedNodes = view.selectedNodes.filter((id) => nodeIds.has(id));
  const selectedLinks = view.selectedLinks.filter((id) => linkIds.has(id));
  const renaming = view.renaming !== null && nodeIds.has(view.renaming) ? view.renaming : null;
  if (
    selectedNodes.length === view.selectedNodes.length &&
    selectedLinks.length === view.selectedLinks.length &&
    renaming === view.renaming
  ) {
    return view;
  }
  return { ...view, selectedNodes, selectedLinks, renaming };
}

function sameIds<Id extends NodeId | LinkId>(a: readonly Id[], b: readonly Id[]): boolean {
  return a.length === b.length && a.every((id, i) => id === b[i]);
}
