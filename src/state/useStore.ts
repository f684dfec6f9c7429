import { createContext, useContext } from 'react';
import { useStore as useZustandStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { Scenario } from '../core/scenario/types';
import type { AppState } from './types';

export type AppStore = StoreApi<AppState>;

/** Provided once, by main.tsx (or a test). */
export const StoreContext = createContext<AppStore | null>(null);

/** The store itself, for event handlers: `useAppStore().getState().edit(...)`. */
export function useAppStore(): AppStore {
  const store = useContext(StoreContext);
  if (store === null) throw new Error('StoreContext is missing: wrap the tree in <StoreContext.Provider>.');
  return store;
}

/** Subscribes to a part of the state. The selector must return a stable reference. */
export function useApp<T>(selector: (state: AppState) => T): T {
  return useZustandStore(useAppStore(), selector);
}

/** The document as shown: the gesture's preview, or the document itself. */
export function selectShown(state: AppState): Scenario {
  return state.draft ?? state.scenario;
}
