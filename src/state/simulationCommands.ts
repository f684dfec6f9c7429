import { always, type CommandSpec } from './command';
import { playSpeeds, type SettingsSection } from './simulationTypes';
import type { AppState } from './types';

/** A run is on screen: there is a moment to go to. */
const isShown = ({ simulation, view }: AppState): boolean =>
  view.place === 'simulate' && simulation.last !== null;

/** Reproduce has the same keys for its figures. */
const isElsewhere = ({ view }: AppState): boolean => view.place !== 'reproduce';

/** What events are of. */
const eventWords = 'jump split change limit out of range listed';
const handoverWords = 'go jump cell event previous last';

export const simulationCommands = {
  'go-simulate': {
    label: 'Simulate the network in time…',
    words: '5g simulator drive walk move radio',
    keys: [],
    group: 'Simulate',
    isEnabled: always,
    isOn: ({ view }) => view.place === 'simulate',
    run: ({ store }) => store.getState().changeView({ place: 'simulate' }),
  },
  'run-simulation': {
    label: 'Run the simulation',
    words: 'start drive seed',
    keys: ['Ctrl+Enter'],
    keysIn: isElsewhere,
    typingIn: ({ view }) => view.place === 'simulate',
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
    words: 'stop',
    keys: [],
    group: 'Simulate',
    isEnabled: ({ simulation }) => simulation.simulating.status === 'running',
    run: ({ store }) => store.getState().cancelSimulation(),
  },
  'play-simulation': {
    label: 'Play or pause the simulation',
    words: 'stop drive time',
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
  'next-event': step('Go to the next event', 'Ctrl+ArrowRight', ({ stepEvent }) => stepEvent(1), eventWords),
  'previous-event': step(
    'Go to the event before',
    'Ctrl+ArrowLeft',
    ({ stepEvent }) => stepEvent(-1),
    eventWords,
  ),
  'next-handover': step(
    'Next handover',
    'Ctrl+Shift+ArrowRight',
    ({ stepEvent }) => stepEvent(1, 'handover'),
    handoverWords,
  ),
  'previous-handover': step(
    'Handover before',
    'Ctrl+Shift+ArrowLeft',
    ({ stepEvent }) => stepEvent(-1, 'handover'),
    handoverWords,
  ),
  'simulation-start': step('Go to the beginning of the run', null, ({ seek }) => seek(0)),
  'play-faster': changeSpeed('Play faster', 1),
  'play-slower': changeSpeed('Play slower', -1),
  'settings-time': settings(
    'time',
    'time, tasks and seed',
    'duration coherence sci delay period rate random',
  ),
  'settings-radio': settings(
    'radio',
    'radio',
    'carrier bandwidth snr mcs shadowing noise uplink downlink power',
  ),
  'settings-mobility': settings(
    'mobility',
    'how the UE moves',
    'mobility drive driving speed km/h walk way trajectory handover cell hysteresis',
  ),
  'settings-traffic': settings('traffic', 'traffic of other UEs', 'background load population users share'),
  'settings-traces': settings('traces', 'traces of links', 'csv recording capacity recorded'),
  'settings-prediction': settings(
    'prediction',
    'prediction',
    'predictor predict forecast horizon ewma least squares autoregression',
  ),
} as const satisfies Record<string, CommandSpec>;

/** To the settings, unfolded where these are. */
function settings(section: SettingsSection, what: string, words: string): CommandSpec {
  return {
    label: `Simulation settings: ${what}`,
    words,
    keys: [],
    group: 'Simulate',
    isEnabled: always,
    run: ({ store }) => {
      const { changeSimulationView, changeView } = store.getState();
      changeSimulationView({ sectionAsked: section });
      changeView({ place: 'simulate', inspectorOpen: true });
    },
  };
}

function step(
  label: string,
  shortcut: string | null,
  go: (state: AppState) => void,
  words = 'jump',
): CommandSpec {
  return {
    label,
    words,
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
    words: 'speed',
    keys: [],
    group: 'Simulate',
    isEnabled: (state) => isShown(state) && next(state) !== undefined,
    run: ({ store }) => {
      const speed = next(store.getState());
      if (speed !== undefined) store.getState().changeSimulationView({ speed });
    },
  };
}
