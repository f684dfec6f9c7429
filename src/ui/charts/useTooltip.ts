import { useCallback, useEffect, useState, type PointerEvent, type SyntheticEvent } from 'react';

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

/** One tooltip per chart. It keeps the mark's key, not its text, so that it stays right while the numbers change. */
export function useTooltip<K>(): Tooltip<K> {
  const [active, setActive] = useState<ActiveTooltip<K> | null>(null);
  const hide = useCallback(() => setActive(null), []);
  const show = useCallback((key: K, anchor: Anchor) => setActive({ key, anchor }), []);
  const open = active !== null;
  useEffect(() => {
    if (!open) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') hide();
    };
    const onScroll = () => hide();
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
