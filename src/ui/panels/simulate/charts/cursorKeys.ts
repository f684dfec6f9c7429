/** Where keys take the cursor of the charts over time. */
import type { Window } from './timeSeriesTypes';

interface Press {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** The moment after a key [s], within the window; null: the key is not the cursor's. */
export function cursorAfterKey(
  press: Press,
  atS: number,
  [fromS, toS]: Window,
  columns: number,
): number | null {
  // With Shift and Ctrl arrows go from task to task and from event to event, here as everywhere in this place.
  if (press.shiftKey || press.ctrlKey || press.metaKey || press.altKey) return null;
  const span = toS - fromS;
  const pixel = span / Math.max(1, columns);
  const within = (timeS: number): number => Math.min(toS, Math.max(fromS, timeS));
  switch (press.key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return within(atS - pixel);
    case 'ArrowRight':
    case 'ArrowUp':
      return within(atS + pixel);
    case 'PageDown':
      return within(atS - span / 10);
    case 'PageUp':
      return within(atS + span / 10);
    case 'Home':
      return fromS;
    case 'End':
      return toS;
    default:
      return null;
  }
}
