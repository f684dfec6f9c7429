import { figureIds } from '../core/reproduce/types';
import { always, type CommandSpec } from './command';
import type { AppState } from './types';

const isHere = ({ view }: AppState): boolean => view.place === 'reproduce';

export const reproductionCommands = {
  'go-reproduce': {
    label: 'Reproduce the paper’s figures…',
    words: 'hivemind evaluation claims results seed assumptions',
    keys: [],
    group: 'Reproduce',
    isEnabled: always,
    isOn: isHere,
    run: ({ store }) => store.getState().changeView({ place: 'reproduce' }),
  },
  'run-figure': {
    label: 'Run the figure that is shown',
    words: 'paper reproduce',
    keys: ['Ctrl+Enter'],
    keysIn: isHere,
    typingIn: isHere,
    group: 'Reproduce',
    isEnabled: isHere,
    run: ({ store }) => {
      const { runFigure, reproduction } = store.getState();
      return runFigure(reproduction.shown);
    },
  },
  'run-all-figures': {
    label: 'Run all figures',
    words: 'paper reproduce hivemind',
    keys: [],
    group: 'Reproduce',
    isEnabled: always,
    run: async ({ store }) => {
      const { changeView, runAllFigures } = store.getState();
      changeView({ place: 'reproduce' });
      await runAllFigures();
    },
  },
  'cancel-figures': {
    label: 'Stop running figures',
    words: 'cancel',
    keys: [],
    group: 'Reproduce',
    isEnabled: isRunning,
    run: ({ store }) => store.getState().cancelReproduction(),
  },
  'next-figure': stepFigure('Go to the next figure', 'Shift+ArrowRight', 1),
  'previous-figure': stepFigure('Go to the figure before', 'Shift+ArrowLeft', -1),
} as const satisfies Record<string, CommandSpec>;

/** A figure runs, or waits for its turn. */
function isRunning({ reproduction }: AppState): boolean {
  return figureIds.some((id) => {
    const { status } = reproduction.figures[id].run;
    return status === 'running' || status === 'waiting';
  });
}

/** The keys that step from task to task in Simulate. */
function stepFigure(label: string, shortcut: string, by: 1 | -1): CommandSpec {
  const next = ({ reproduction }: AppState) => figureIds[figureIds.indexOf(reproduction.shown) + by];
  return {
    label,
    keys: [shortcut],
    keysIn: isHere,
    group: 'Reproduce',
    isEnabled: (state) => isHere(state) && next(state) !== undefined,
    run: ({ store }) => {
      const figure = next(store.getState());
      if (figure !== undefined) store.getState().showFigure(figure);
    },
  };
}
