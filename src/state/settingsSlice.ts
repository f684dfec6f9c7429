import type { SliceContext } from './slice';
import { parseSettings } from './storage';
import type { AppState } from './types';

type SettingsSlice = Pick<AppState, 'settings' | 'changeSettings'>;

export function createSettingsSlice({ set, get, services }: SliceContext): SettingsSlice {
  const stored = services.localStore.read('settings');
  return {
    settings: parseSettings(stored.ok ? stored.value : null),
    changeSettings: (patch) => set({ settings: { ...get().settings, ...patch } }),
  };
}
