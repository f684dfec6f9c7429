import type { Services } from '../services/types';
import type { AppState } from './types';

/** What a slice is made from: the store's own `set` and `get`, and the services. */
export interface SliceContext {
  readonly set: (patch: Partial<AppState>) => void;
  readonly get: () => AppState;
  readonly services: Services;
}
