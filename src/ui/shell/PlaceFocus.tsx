import { useEffect } from 'react';
import type { Place } from '../../state/types';
import { focusMainIfLost } from './focusMain';

/** The place that was on screen last; the one the page opens with takes no focus. */
let last: Place | null = null;

/** Stands beside a place and is drawn with it, however long it took to load. */
export function PlaceFocus({ place }: { readonly place: Place }) {
  useEffect(() => {
    if (last !== null && last !== place) focusMainIfLost();
    last = place;
  }, [place]);
  return null;
}
