import { always, type CommandSpec } from './command';
import { playSpeeds } from './simulationTypes';
import type { AppState } from './types';

/** A run is on screen: there is a moment to go to. */
const isShown = ({ simulation, view }: AppState): boolean =>
  view.place === 'simulate' && simulation.last !== null;

/** Reproduce has the same keys for its figures. */
const isElsewhere = ({ view }: AppState): boolean => view.place !== 'reproduce';

export const simulationCommands = {
  'go-simulate': {
    label: 'Simulate the network in time…',
    keys: [],
    group: 'Simulate',
    isEnabled: always,
    isOn: ({ view }) => view.place === 'simulate',
    run: ({ store }) => store.getState().changeView({ place: 'simulate' }),
  },
  'run-simulation': {
    label: 'Run the simulation',
    keys: ['Ctrl+Enter'],
    keysIn: isElsewhere,
    group: 'Simulate',
    isEnabled: always,
    run: async ({ store }) => {
      const { changeView, startSimulation } = store.getState();
      changeView({ place: 'simulate' });
      await startSimulation();
    },
  },
  'cancel-simulation': {
    label: 'Cancel the simulation',
    keys: [],
    group: 'Simulate',
    isEnabled: ({ simulation }) => simulation.simulating.status === 'running',
    run: ({ store }) => store.getState().cancelSimulation(),
  },
  'play-simulation': {
    label: 'Play or pause the simulation',
    keys: ['Space'],
    group: 'Simulate',
    isEnabled: isShown,
    run: ({ store }) => {
      const { pause, play, simulation } = store.getState();
      (simulation.isPlaying ? pause : play)();
    },
  },
  'next-task': step('Go to the next task', 'Shift+ArrowRight', ({ stepTask }) => stepTask(1)),
  'previous-task': step('Go to the task before', 'Shift+ArrowLeft', ({ stepTask }) => stepTask(-1)),
  'next-event': step('Go to the next event', 'Ctrl+ArrowRight', ({ stepEvent }) => stepEvent(1)),
  'previous-event': step('Go to the event before', 'Ctrl+ArrowLeft', ({ stepEvent }) => stepEvent(-1)),
  'simulation-start': step('Go to the beginning of the run', null, ({ seek }) => seek(0)),
  'play-faster': changeSpeed('Play faster', 1),
  'play-slower': changeSpeed('Play slower', -1),
} as const satisfies Record<string, CommandSpec>;

function step(label: string, shortcut: string | null, go: (state: AppState) => void): CommandSpec {
  return {
    label,
    keys: shortcut === null ? [] : [shortcut],
    keysIn: isElsewhere,
    group: 'Simulate',
    isEnabled: isShown,
    run: ({ store }) => go(store.getState()),
  };
}

function changeSpeed(label: string, by: 1 | -1): CommandSpec {
  const next = ({ simulation }: AppState) => playSpeeds[playSpeeds.indexOf(simulation.speed) + by];
  return {
    label,
    keys: [],
    group: 'Simulate',
    isEnabled: (state) => isShown(state) && next(state) !== undefined,
    run: ({ store }) => {
      const speed = next(store.getState());
      if (speed !== undefined) store.getState().changeSimulationView({ speed });
    },
  };
}
