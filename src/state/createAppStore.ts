/** The one store: slices put together, undo, and the controllers that keep answers and ticks up to date. */
import { temporal } from 'zundo';
import { createStore } from 'zustand/vanilla';
import type { Scenario } from '../core/scenario/types';
import { openingScenario } from '../core/scenario/presets/opening';
import type { Services } from '../services/types';
import { createDocument } from './documentSlice';
import { createLocalProfiles } from './localProfiles';
import { createEdge } from './edgeSlice';
import { createModels } from './modelsSlice';
import { createSplitRun } from './splitRunSlice';
import { createNoticesSlice } from './noticesSlice';
import { createProfiling } from './profilingSlice';
import { createReproduction } from './reproductionSlice';
import { createSettingsSlice } from './settingsSlice';
import { createSimulation } from './simulationSlice';
import type { SliceContext } from './slice';
import { createShownPlan } from './shownPlan';
import { createSolving } from './solving';
import { createStudies } from './studies';
import type { KeptKey } from './storage';
import type { AppState } from './types';
import type { AppStore } from './useStore';
import { createViewSlice } from './viewSlice';

/** Undo steps kept; an edit shares all it did not change with its predecessor, so a step is a few kB. */
const historyLimit = 200;

type HistoryPart = Pick<AppState, KeptKey<{ history: true }>>;

/** A store on `initial`; it starts to solve at once, and reads the profiles measured before. */
export function createAppStore(services: Services, initial: Scenario = openingScenario): AppStore {
  // Slices reach the store through functions: it exists only when all of them do.
  const context: SliceContext = {
    set: (patch) => store.setState(patch),
    get: () => store.getState(),
    services,
  };
  const document = createDocument(context, initial, () => store.temporal.getState());
  const local = createLocalProfiles(context);
  const solving = createSolving(context);

  const store = createStore<AppState>()(
    temporal(
      () => ({
        ...document.slice,
        ...solving.slice,
        ...createStudies(context),
        ...local.slice,
        ...createProfiling(context, local.keep, document.editBehindGesture),
        ...createModels(context, document.editBehindGesture),
        ...createSplitRun(context),
        ...createEdge(context),
        ...createSimulation(context),
        ...createReproduction(context),
        ...createViewSlice(context),
        ...createSettingsSlice(context),
        ...createNoticesSlice(context),
      }),
      {
        limit: historyLimit,
        partialize: ({ scenario }): HistoryPart => ({ scenario }),
        equality: (past, current) => past.scenario === current.scenario,
      },
    ),
  );

  store.temporal.subscribe(({ pastStates, futureStates }) => {
    const canUndo = pastStates.length > 0;
    const canRedo = futureStates.length > 0;
    const state = store.getState();
    if (state.canUndo !== canUndo || state.canRedo !== canRedo) store.setState({ canUndo, canRedo });
  });
  store.subscribe(solving.update);
  store.subscribe(createShownPlan(context));
  solving.start();
  void local.load();
  if (services.edge.isExpected) void store.getState().connectEdge();
  return store;
}
