import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { Edit } from '../../../state/types';
import { useAppStore } from '../../../state/useStore';
import { createEditGesture } from '../../primitives/editGesture';
import { isLimitKey, limitAfterKey, limitAt } from './limitLine';
import type { Direction, ParetoLayout } from './paretoChartTypes';

export interface LimitEditing {
  /** The edit that sets this limit [SI units]; null removes it. */
  readonly editTo: (value: number | null) => Edit;
  /** "at most 60 ms", "no limit" */
  readonly valueText: (value: number | null) => string;
}

interface Limit {
  readonly direction: Direction;
  readonly layout: ParetoLayout;
  readonly editing: LimitEditing;
  /** A drag has begun or ended. */
  readonly onHold: (isHeld: boolean) => void;
}

/** A drag, or a burst of keys, is one undo step; Escape takes it back. */
export function useLimitGesture({ direction, layout, editing, onHold }: Limit) {
  const store = useAppStore();
  const [gesture] = useState(() =>
    createEditGesture(
      () => store.getState(),
      () => window,
      ({ key, ctrlKey, metaKey, altKey }) => isLimitKey(key) && !ctrlKey && !metaKey && !altKey,
    ),
  );
  useEffect(() => () => gesture.finish(), [gesture]);
  // How far from its line the limit was taken hold of; null: no pointer is down.
  const grab = useRef<{ readonly offset: number; isMoved: boolean } | null>(null);

  const along = (event: PointerEvent<SVGGElement>) => {
    const box = event.currentTarget.ownerSVGElement!.getBoundingClientRect();
    return direction === 'x' ? event.clientX - box.left : event.clientY - box.top;
  };
  const release = () => {
    if (grab.current === null) return;
    grab.current = null;
    onHold(false);
    gesture.finish();
  };
  return {
    onPointerDown: (event: PointerEvent<SVGGElement>) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      event.currentTarget.focus({ preventScroll: true });
      grab.current = { offset: along(event) - layout.limits[direction].at, isMoved: false };
      onHold(true);
    },
    onPointerMove: (event: PointerEvent<SVGGElement>) => {
      if (grab.current === null) return;
      // Escape was pressed in the middle of a drag: what is left of it does nothing.
      if (grab.current.isMoved && !gesture.isActive()) return;
      grab.current.isMoved = true;
      gesture.show(editing.editTo(limitAt(layout, direction, along(event) - grab.current.offset)), 'held');
    },
    onPointerUp: release,
    onPointerCancel: () => {
      gesture.cancel();
      release();
    },
    onKeyDown: (event: KeyboardEvent<SVGGElement>) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const next = limitAfterKey(layout, direction, event.key);
      if (next === undefined) return;
      event.preventDefault();
      gesture.show(editing.editTo(next), 'idle');
    },
    onBlur: () => gesture.finish(),
  };
}
