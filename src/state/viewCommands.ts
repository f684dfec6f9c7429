import { busyWith } from './busy';
import { always, type CommandSpec } from './command';
import { isRunnable } from './profilingSlice';
import type { AppState, DockTab, Place, Settings, ViewState } from './types';

export const profileCommands = {
  'go-profile': {
    label: 'Profile this device…',
    words: 'measure benchmark hardware speed',
    keys: [],
    group: 'Profile',
    isEnabled: always,
    isOn: ({ view }) => view.place === 'profile',
    run: ({ store }) => store.getState().changeView({ place: 'profile' }),
  },
  'start-profiling': {
    label: 'Start measuring',
    words: 'profile benchmark',
    keys: [],
    group: 'Profile',
    isEnabled: (state) => busyWith(state) === null && isRunnable(state.scenario.workload),
    run: async ({ store }) => {
      store.getState().changeView({ place: 'profile' });
      await store.getState().startProfiling();
    },
  },
  'cancel-profiling': {
    label: 'Cancel measuring',
    keys: [],
    group: 'Profile',
    isEnabled: ({ profiling }) => profiling.status === 'running',
    run: ({ store }) => store.getState().cancelProfiling(),
  },
} as const satisfies Record<string, CommandSpec>;

export const viewCommands = {
  'go-play': goTo('play', 'Back to the network'),
  'toggle-inspector': toggle('inspectorOpen', 'Show the inspector', 'Ctrl+I'),
  'toggle-dock': toggle('dockOpen', 'Show the dock', 'Ctrl+J'),
  'enlarge-dock': {
    label: 'Enlarge the charts over the network',
    keys: [],
    group: 'View',
    isEnabled: ({ view }) => view.place === 'play',
    isOn: ({ view }) => view.dockOpen && view.dockEnlarged,
    run: ({ store }) => {
      const { changeView, view } = store.getState();
      const enlarged = view.dockOpen && view.dockEnlarged;
      changeView({ dockOpen: true, dockEnlarged: !enlarged });
    },
  },
  'show-layers': dockTab('layers', 'Show the layers'),
  'show-compare': dockTab('compare', 'Compare the strategies'),
  'show-timeline': dockTab('timeline', 'Show the timeline'),
  'show-run': dockTab('run', 'Show the run of the split'),
  'show-sweep': dockTab('sweep', 'Show the sweep'),
  'show-pareto': dockTab('pareto', 'Show the Pareto front'),
  'show-messages': dockTab('messages', 'Show the messages'),
  'show-graph': dockTab('graph', 'Show the split graph'),
  'show-operators': dockTab('operators', 'Show the operators'),
  'show-extensions': dockTab('extensions', 'Show the extensions'),
  'show-tables': dockTab('tables', 'Edit as tables'),
  'zoom-in': { ...onCanvas('Zoom in'), run: ({ canvas }) => canvas?.zoomIn() },
  'zoom-out': { ...onCanvas('Zoom out'), run: ({ canvas }) => canvas?.zoomOut() },
  fit: { ...onCanvas('Show the whole network'), run: ({ canvas }) => canvas?.fit() },
  'next-theme': {
    label: 'Change the theme (system, light, dark)',
    words: 'colours appearance',
    keys: [],
    group: 'View',
    isEnabled: always,
    run: ({ store }) => {
      const { changeSettings, settings } = store.getState();
      changeSettings({ theme: nextTheme[settings.theme] });
    },
  },
  projector: {
    label: 'Larger text for a projector',
    words: 'bigger font beamer',
    keys: [],
    group: 'View',
    isEnabled: always,
    isOn: ({ settings }) => settings.projector,
    run: ({ store }) => {
      const { changeSettings, settings } = store.getState();
      changeSettings({ projector: !settings.projector });
    },
  },
} as const satisfies Record<string, CommandSpec>;

export const helpCommands = {
  commands: {
    label: 'Find a command…',
    keys: ['Ctrl+K'],
    group: 'Help',
    isEnabled: always,
    whileTyping: 'always',
    run: ({ store }) => store.getState().changeView({ openDialog: 'commands' }),
  },
  help: {
    label: 'Help and shortcuts',
    keys: ['F1'],
    group: 'Help',
    isEnabled: always,
    whileTyping: 'always',
    run: ({ store }) => store.getState().changeView({ openDialog: 'help' }),
  },
} as const satisfies Record<string, CommandSpec>;

const nextTheme: Readonly<Record<Settings['theme'], Settings['theme']>> = {
  system: 'light',
  light: 'dark',
  dark: 'system',
};

function goTo(place: Place, label: string): CommandSpec {
  return {
    label,
    keys: [],
    group: 'View',
    isEnabled: always,
    isOn: ({ view }) => view.place === place,
    run: ({ store }) => store.getState().changeView({ place }),
  };
}

function toggle(
  key: keyof Pick<ViewState, 'inspectorOpen' | 'dockOpen'>,
  label: string,
  shortcut: string,
): CommandSpec {
  return {
    label,
    keys: [shortcut],
    group: 'View',
    isEnabled: always,
    isOn: ({ view }) => view[key],
    run: ({ store }) => {
      const { changeView, view } = store.getState();
      changeView({ [key]: !view[key] });
    },
  };
}

function dockTab(tab: DockTab, label: string): CommandSpec {
  return {
    label,
    keys: [],
    group: 'View',
    isEnabled: always,
    isOn: ({ view }) => view.dockOpen && view.dockTab === tab,
    opensTab: tab,
    run: ({ store }) => store.getState().changeView({ place: 'play', dockOpen: true, dockTab: tab }),
  };
}

function onCanvas(label: string): Omit<CommandSpec, 'run'> {
  return { label, keys: [], group: 'View', isEnabled: hasCanvas };
}

function hasCanvas({ view }: AppState): boolean {
  return view.place === 'play' || view.place === 'simulate';
}
