/** One gesture is one undo step: previews until the pointer is released, the keys rest, or something else happens. */
import type { AppState, Edit } from '../../state/types';

/** Presses closer together than this belong to one burst [ms]. */
const idleMs = 600;

type Actions = Pick<AppState, 'preview' | 'commit' | 'discard'>;

/** What a gesture listens to while it goes on: the window, or a stand-in. */
type GestureHost = Pick<EventTarget, 'addEventListener' | 'removeEventListener'>;

export interface EditGesture {
  /**
   * Shows an edit of the document as it was when the gesture began. `idle`: it is committed by itself when nothing more
   * comes for a while; `held`: it goes on until `finish` (a pointer is down).
   */
  readonly show: (edit: Edit, until: 'idle' | 'held') => void;
  readonly finish: () => void;
  readonly cancel: () => void;
  /** Whether a gesture is going on. */
  readonly isActive: () => boolean;
}

/**
 * `continues` says whether a key press belongs to the gesture. Any other key and any new press of the pointer end it
 * first, so that an undo, a deletion or the next gesture never swallows it; Escape drops it.
 */
export function createEditGesture(
  actions: () => Actions,
  host: () => GestureHost,
  continues: (press: KeyboardEvent) => boolean,
): EditGesture {
  let isActive = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const onKeyDown = (event: Event): void => {
    const press = event as KeyboardEvent;
    if (press.key === 'Escape') {
      // This Escape is spent: it must not clear the selection or close anything else.
      press.stopPropagation();
      press.preventDefault();
      cancel();
    } else if (!modifiers.has(press.key) && !continues(press)) {
      finish();
    }
  };
  const end = (): void => {
    isActive = false;
    clearTimeout(timer);
    host().removeEventListener('keydown', onKeyDown, true);
    host().removeEventListener('pointerdown', finish, true);
  };
  const finish = (): void => {
    if (!isActive) return;
    end();
    actions().commit();
  };
  const cancel = (): void => {
    if (!isActive) return;
    end();
    actions().discard();
  };
  const begin = (): void => {
    isActive = true;
    host().addEventListener('keydown', onKeyDown, true);
    host().addEventListener('pointerdown', finish, true);
  };

  return {
    show: (edit, until) => {
      if (!isActive) begin();
      clearTimeout(timer);
      if (until === 'idle') timer = setTimeout(finish, idleMs);
      actions().preview(edit);
    },
    finish,
    cancel,
    isActive: () => isActive,
  };
}

const modifiers: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'Meta', 'CapsLock']);
