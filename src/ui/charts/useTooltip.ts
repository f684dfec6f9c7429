import { useCallback, useEffect, useRef, useState, type PointerEvent, type SyntheticEvent } from 'react';

/** Where the mark is on the screen. */
export interface Anchor {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface ActiveTooltip<K> {
  readonly key: K;
  readonly anchor: Anchor;
}

interface TooltipHandlers {
  readonly onPointerEnter: (event: PointerEvent) => void;
  readonly onPointerLeave: (event: PointerEvent) => void;
  readonly onClick: (event: SyntheticEvent) => void;
  readonly onFocus: (event: SyntheticEvent) => void;
  readonly onBlur: () => void;
}

export interface Tooltip<K> {
  readonly active: ActiveTooltip<K> | null;
  readonly show: (key: K, anchor: Anchor) => void;
  readonly hide: () => void;
  /** Handlers for a mark: hover, keyboard focus, and a tap (which stays until the next tap elsewhere). */
  readonly bind: (key: K) => TooltipHandlers;
}

/** Who holds a tooltip open by keyboard focus, and where it was when it was last looked at. */
interface Holder {
  readonly element: Element;
  box: Anchor;
}

/** Focus scrolls to what it is on, and the page hears of that later: what the keyboard holds open goes along instead of closing. */
function holderOf(anchor: Anchor): Holder | null {
  const element = document.activeElement;
  if (element === null || !element.matches(':focus-visible')) return null;
  const box = element.getBoundingClientRect();
  const isThere =
    box.left <= anchor.right &&
    anchor.left <= box.right &&
    box.top <= anchor.bottom &&
    anchor.top <= box.bottom;
  return isThere ? { element, box } : null;
}

/** How far it has moved since; null where nobody holds it any more. */
function movedBy(holder: Holder | null): readonly [x: number, y: number] | null {
  if (holder === null || holder.element !== document.activeElement) return null;
  const { box } = holder;
  holder.box = holder.element.getBoundingClientRect();
  return [holder.box.left - box.left, holder.box.top - box.top];
}

function shifted({ left, right, top, bottom }: Anchor, [x, y]: readonly [number, number]): Anchor {
  return { left: left + x, right: right + x, top: top + y, bottom: bottom + y };
}

/** One tooltip per chart. It keeps the mark's key, not its text, so that it stays right while the numbers change. */
export function useTooltip<K>(): Tooltip<K> {
  const [active, setActive] = useState<ActiveTooltip<K> | null>(null);
  const hide = useCallback(() => setActive(null), []);
  const holder = useRef<Holder | null>(null);
  const show = useCallback((key: K, anchor: Anchor) => {
    holder.current = holderOf(anchor);
    setActive({ key, anchor });
  }, []);
  const open = active !== null;
  useEffect(() => {
    if (!open) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') hide();
    };
    const onScroll = () => {
      const moved = movedBy(holder.current);
      if (moved === null) hide();
      else setActive((now) => now && { key: now.key, anchor: shifted(now.anchor, moved) });
    };
    const onPointer = (event: globalThis.PointerEvent) => {
      if (event.pointerType !== 'mouse') hide();
    };
    document.addEventListener('keydown', onKey);
    document.addEventListener('scroll', onScroll, true);
    document.addEventListener('pointerdown', onPointer, true);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('scroll', onScroll, true);
      document.removeEventListener('pointerdown', onPointer, true);
    };
  }, [open, hide]);
  const bind = (key: K): TooltipHandlers => ({
    onPointerEnter: (event) => {
      if (event.pointerType === 'mouse') show(key, event.currentTarget.getBoundingClientRect());
    },
    onPointerLeave: (event) => {
      if (event.pointerType === 'mouse') hide();
    },
    onClick: (event) => show(key, event.currentTarget.getBoundingClientRect()),
    onFocus: (event) => {
      // A click focuses too; only the keyboard's focus should open it by itself.
      if (event.currentTarget.matches(':focus-visible')) {
        show(key, event.currentTarget.getBoundingClientRect());
      }
    },
    onBlur: hide,
  });
  return { active, show, hide, bind };
}
