import { useApp } from '../../state/useStore';
import { useLate } from './useLate';

/** Whether what is on screen answers an older document, and has for a while. */
export function useStale(): boolean {
  return useLate(useApp((state) => state.run.status === 'running'));
}
