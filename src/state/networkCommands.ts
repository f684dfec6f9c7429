import { kindNames } from '../core/network/nodeDefaults';
import type { LinkId, NodeId, NodeKind } from '../core/network/types';
import { addNode, chooseSink, chooseSource, connectNodes, tidy } from '../core/scenario/edits';
import { limits } from '../core/scenario/limits';
import type { Scenario } from '../core/scenario/types';
import { always, type CommandContext, type CommandSpec } from './command';
import { freePosition } from './freePosition';
import type { AppState } from './types';

export const networkCommands = {
  'add-ue': adding('ue'),
  'add-gnb': adding('gnb'),
  'add-iab': adding('iab'),
  'add-mec': adding('mec'),
  'add-core': adding('core'),
  'add-cloud': adding('cloud'),
  connect: {
    label: 'Connect the two selected nodes',
    keys: ['Ctrl+E'],
    group: 'Network',
    isEnabled: (state) => pairToConnect(state) !== null,
    run: ({ store, newId }) => {
      const { edit, select } = store.getState();
      const pair = pairToConnect(store.getState());
      if (pair === null) return;
      const id = newId() as LinkId;
      edit((scenario) => connectNodes(scenario, { id, a: pair[0], b: pair[1] }));
      select([], [id]);
    },
  },
  'choose-source': {
    label: 'Make it the source',
    keys: [],
    group: 'Network',
    isEnabled: (state) => changes(state, chooseSource),
    run: ({ store }) => chooseRole(store.getState(), chooseSource),
  },
  'choose-sink': {
    label: 'Make it the sink',
    keys: [],
    group: 'Network',
    isEnabled: (state) => changes(state, chooseSink),
    run: ({ store }) => chooseRole(store.getState(), chooseSink),
  },
  tidy: {
    label: 'Tidy the drawing',
    words: 'arrange layout order',
    keys: [],
    group: 'Network',
    isEnabled: always,
    run: ({ store, canvas }) => {
      store.getState().edit(tidy);
      canvas?.fit();
    },
  },
  workload: {
    label: 'Choose the model…',
    words: 'neural network dnn onnx import workload layers',
    keys: ['Ctrl+M'],
    group: 'Network',
    isEnabled: always,
    run: ({ store }) => store.getState().changeView({ openDialog: 'workload' }),
  },
} as const satisfies Record<string, CommandSpec>;

function adding(kind: NodeKind): CommandSpec {
  return {
    label: `Add ${kind === 'iab' ? 'an' : 'a'} ${kindNames[kind]}`,
    keys: [],
    group: 'Network',
    isEnabled: ({ scenario }) => scenario.nodes.length < limits.nodes,
    run: (context) => addAtFreePosition(context, kind),
  };
}

function addAtFreePosition({ store, newId, canvas }: CommandContext, kind: NodeKind): void {
  const { edit, scenario, select } = store.getState();
  const id = newId() as NodeId;
  const position = freePosition(scenario.nodes, canvas?.centre() ?? null);
  edit((current) => addNode(current, { id, kind, ...position }));
  select([id], []);
}

/** The two selected nodes, unless they are connected already. */
function pairToConnect({ scenario, view }: AppState): readonly [NodeId, NodeId] | null {
  const [a, b] = view.selectedNodes;
  if (a === undefined || b === undefined || view.selectedNodes.length > 2) return null;
  const connected = scenario.links.some(
    (link) => (link.a === a && link.b === b) || (link.a === b && link.b === a),
  );
  return connected ? null : [a, b];
}

type RoleEdit = (scenario: Scenario, id: NodeId) => Scenario;

/** Whether the one selected node could take the role: edits answer "no" by changing nothing. */
function changes({ scenario, view }: AppState, roleEdit: RoleEdit): boolean {
  const [id] = view.selectedNodes;
  return id !== undefined && view.selectedNodes.length === 1 && roleEdit(scenario, id) !== scenario;
}

function chooseRole({ edit, view }: AppState, roleEdit: RoleEdit): void {
  const [id] = view.selectedNodes;
  if (id !== undefined) edit((scenario) => roleEdit(scenario, id));
}
