import { useEffect, type RefObject } from 'react';
import { useAppStore, type AppStore } from '../../../state/useStore';

/** Pages on which the steps have been on screen: before that only a link can have chosen one. */
const seen = new WeakSet<AppStore>();

/** Who opens a link to a step means to see it, and on a phone the steps lie far below the network. */
export function useArrival(steps: RefObject<HTMLElement | null>): void {
  const store = useAppStore();
  useEffect(() => {
    if (seen.has(store)) return;
    seen.add(store);
    const place = steps.current;
    if (place === null || store.getState().view.step === 0) return;
    if (place.getBoundingClientRect().top >= window.innerHeight) place.scrollIntoView({ block: 'start' });
  }, [store, steps]);
}
