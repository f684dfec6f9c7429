/** What a key does in the operator graph. */
import type { Direction } from './graphNavigation';

export type GraphAct =
  | { readonly kind: 'go'; readonly direction: Direction }
  | { readonly kind: 'pan'; readonly dx: number; readonly dy: number }
  | { readonly kind: 'zoom'; readonly factor: number }
  | { readonly kind: 'fit' }
  | { readonly kind: 'toggle' }
  | { readonly kind: 'deselect' };

interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

const panPx = 80;
const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** null: not a key of the graph. Shortcuts with Ctrl, Alt or Meta are the page's or the browser's. */
export function graphKey(
  { key, shiftKey, ctrlKey, altKey, metaKey }: Key,
  horizontal: boolean,
): GraphAct | null {
  if (ctrlKey || altKey || metaKey) return null;
  const arrow = arrows[key];
  if (arrow !== undefined) {
    const [x, y] = arrow;
    if (shiftKey) return { kind: 'pan', dx: -x * panPx, dy: -y * panPx };
    const [along, across] = horizontal ? [x, y] : [y, x];
    if (along !== 0) return { kind: 'go', direction: along > 0 ? 'forward' : 'back' };
    return { kind: 'go', direction: across > 0 ? 'after' : 'before' };
  }
  switch (key) {
    case '+':
    case '=':
      return { kind: 'zoom', factor: 1.25 };
    case '-':
    case '_':
      return { kind: 'zoom', factor: 0.8 };
    case '0':
      return { kind: 'fit' };
    case 'Home':
      return { kind: 'go', direction: 'first' };
    case 'End':
      return { kind: 'go', direction: 'last' };
    case 'Enter':
    case ' ':
      return { kind: 'toggle' };
    case 'Escape':
      return { kind: 'deselect' };
    default:
      return null;
  }
}
