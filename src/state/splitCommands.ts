import { busyWith } from './busy';
import type { CommandSpec } from './command';
import { selectShownPlan } from './selectors';

export const splitCommands = {
  'run-split': {
    label: 'Run this split',
    keys: [],
    group: 'Profile',
    isEnabled: (state) =>
      busyWith(state) === null &&
      state.scenario.workload.kind !== 'custom' &&
      selectShownPlan(state) !== null,
    opensTab: 'run',
    run: async ({ store }) => {
      const { changeView, runSplit } = store.getState();
      changeView({ place: 'play', dockOpen: true, dockTab: 'run' });
      await runSplit();
    },
  },
  'cancel-split': {
    label: 'Cancel running the split',
    keys: [],
    group: 'Profile',
    isEnabled: ({ splitRun }) => splitRun.run.status === 'running',
    run: ({ store }) => store.getState().cancelSplit(),
  },
} as const satisfies Record<string, CommandSpec>;
