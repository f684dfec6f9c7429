/** Where every part of the state is kept. A new key of AppState does not compile until it is answered for here. */
import type { LocalKey } from '../services/types';
import { dockTabs, places, type AppState, type Settings, type ViewState } from './types';

/** Keys of AppState that hold data (the others are actions). */
export type DataKey = {
  [K in keyof AppState]: AppState[K] extends (...args: never[]) => unknown ? never : K;
}[keyof AppState];

interface Kept {
  /** Undo and redo move it. */
  readonly history: boolean;
  /** A share link or a file carries it. */
  readonly link: boolean;
  /** Where it survives a reload: a key of the local store, the profile store, or nowhere. */
  readonly reload: LocalKey | 'profile-store' | 'nowhere';
}

export const kept = {
  scenario: { history: true, link: true, reload: 'scenario' },
  draft: { history: false, link: false, reload: 'nowhere' },
  run: { history: false, link: false, reload: 'nowhere' },
  ticks: { history: false, link: false, reload: 'nowhere' },
  studies: { history: false, link: false, reload: 'nowhere' },
  localProfiles: { history: false, link: false, reload: 'profile-store' },
  measuredHere: { history: false, link: false, reload: 'measured-here' },
  profiling: { history: false, link: false, reload: 'nowhere' },
  chosenConfigurations: { history: false, link: false, reload: 'nowhere' },
  gpu: { history: false, link: false, reload: 'nowhere' },
  offeredProfileFile: { history: false, link: false, reload: 'nowhere' },
  profileDetails: { history: false, link: false, reload: 'profile-store' },
  view: { history: false, link: false, reload: 'view' },
  settings: { history: false, link: false, reload: 'settings' },
  models: { history: false, link: false, reload: 'nowhere' },
  splitRun: { history: false, link: false, reload: 'nowhere' },
  edge: { history: false, link: false, reload: 'nowhere' },
  simulation: { history: false, link: false, reload: 'nowhere' },
  // In the links of its figures, not in the document's.
  reproduction: { history: false, link: false, reload: 'nowhere' },
  notices: { history: false, link: false, reload: 'nowhere' },
  canUndo: { history: false, link: false, reload: 'nowhere' },
  canRedo: { history: false, link: false, reload: 'nowhere' },
} as const satisfies Record<DataKey, Kept>;

/** Keys whose answer above matches `Answer`. */
export type KeptKey<Answer extends Partial<Kept>> = {
  [K in DataKey]: (typeof kept)[K] extends Answer ? K : never;
}[DataKey];

/** One field of a stored object: its first value, whether a reload keeps it, and what may come back from storage. */
type Field<T> = {
  readonly initial: T;
  readonly keep: boolean;
  readonly accepts: (value: unknown) => boolean;
};
type Fields<T> = { readonly [K in keyof T]: Field<T[K]> };

const oneOf =
  (...values: readonly unknown[]) =>
  (value: unknown): boolean =>
    values.includes(value);
const flag = oneOf(true, false);
const pixels = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value <= 10_000;
const never = (): boolean => false;

const viewFields: Fields<ViewState> = {
  place: { initial: 'play', keep: true, accepts: oneOf(...places) },
  selectedNodes: { initial: [], keep: false, accepts: never },
  selectedLinks: { initial: [], keep: false, accepts: never },
  dockTab: { initial: 'layers', keep: true, accepts: oneOf(...dockTabs) },
  step: { initial: 0, keep: false, accepts: never },
  dockOpen: { initial: true, keep: true, accepts: flag },
  dockEnlarged: { initial: false, keep: false, accepts: never },
  dockHeightPx: { initial: 350, keep: true, accepts: pixels },
  inspectorOpen: { initial: true, keep: true, accepts: flag },
  inspectorWidthPx: { initial: 320, keep: true, accepts: pixels },
  shownPlan: { initial: 'best', keep: false, accepts: never },
  studied: { initial: null, keep: false, accepts: never },
  renaming: { initial: null, keep: false, accepts: never },
  openDialog: { initial: 'none', keep: false, accepts: never },
};

const settingsFields: Fields<Settings> = {
  theme: { initial: 'system', keep: true, accepts: oneOf('system', 'light', 'dark') },
  projector: { initial: false, keep: true, accepts: flag },
  shareDeviceDetails: { initial: false, keep: true, accepts: flag },
};

/** The view to start with: what storage holds where it is valid, the initial value elsewhere. */
export const parseView = (stored: unknown): ViewState => parseFields(viewFields, stored);
export const parseSettings = (stored: unknown): Settings => parseFields(settingsFields, stored);

/** The part of the view that a reload keeps. */
export const keptView = (view: ViewState): Partial<ViewState> => keptFields(viewFields, view);
export const keptSettings = (settings: Settings): Partial<Settings> => keptFields(settingsFields, settings);

function parseFields<T extends object>(fields: Fields<T>, stored: unknown): T {
  const from: Readonly<Record<string, unknown>> =
    typeof stored === 'object' && stored !== null ? { ...stored } : {};
  const entries = Object.entries<Field<unknown>>(fields).map(([key, field]) => {
    const value = from[key];
    return [key, field.keep && field.accepts(value) ? value : field.initial];
  });
  // Every key of T is a key of Fields<T>, and each value passed its own check or is its own initial value.
  return Object.fromEntries(entries) as T;
}

function keptFields<T extends object>(fields: Fields<T>, value: T): Partial<T> {
  const entries = Object.entries(value).filter(([key]) => fields[key as keyof T].keep);
  return Object.fromEntries(entries) as Partial<T>;
}
