import type { KeyPress } from '../keyboard';

/** A key with nothing held down beside it, pressed nowhere in particular, unless `more` says otherwise. */
export function press(key: string, more: Partial<KeyPress> = {}): KeyPress {
  return {
    key,
    code: '',
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    altKey: false,
    defaultPrevented: false,
    isComposing: false,
    target: null,
    ...more,
  };
}
