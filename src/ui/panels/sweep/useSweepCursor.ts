import { useState, type KeyboardEvent, type PointerEvent } from 'react';

/** The point that is pointed at, as indices of the axes. */
export interface Cursor {
  readonly x: number;
  readonly y: number;
}

interface Grid {
  readonly columns: number;
  readonly rows: number;
  /** Where the keyboard starts. */
  readonly start: Cursor;
  readonly at: (xPx: number, yPx: number) => Cursor;
  readonly onChoose: (cursor: Cursor) => void;
}

/** A point chosen by pointer or arrow keys: Shift goes ten at a time, Enter or a click sets it. */
export function useSweepCursor({ columns, rows, start, at, onChoose }: Grid) {
  const [kept, setCursor] = useState<Cursor | null>(null);
  // An answer with fewer points has come meanwhile.
  const cursor = kept === null || kept.x >= columns || kept.y >= rows ? null : kept;
  const pointed = (event: PointerEvent | React.MouseEvent): Cursor => {
    const box = event.currentTarget.getBoundingClientRect();
    return at(event.clientX - box.left, event.clientY - box.top);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const from = cursor ?? start;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onChoose(from);
      return;
    }
    if (event.key === 'Escape') {
      setCursor(null);
      return;
    }
    const move = moves[event.key];
    if (move === undefined) return;
    event.preventDefault();
    const stride = event.shiftKey ? 10 : 1;
    setCursor({
      x: clamp(from.x + move[0] * (Number.isFinite(move[0]) ? stride : 1), columns),
      y: clamp(from.y + move[1] * stride, rows),
    });
  };
  return {
    cursor,
    handlers: {
      onPointerMove: (event: PointerEvent) => setCursor(pointed(event)),
      onPointerLeave: (event: PointerEvent) => {
        // A tap stays, so that its words can be read.
        if (event.pointerType === 'mouse') setCursor(null);
      },
      onClick: (event: React.MouseEvent) => onChoose(pointed(event)),
      onKeyDown,
      onFocus: (event: React.FocusEvent) => {
        if (event.currentTarget.matches(':focus-visible')) setCursor(cursor ?? start);
      },
      onBlur: () => setCursor(null),
    },
  };
}

const moves: Partial<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowDown: [0, -1],
  ArrowUp: [0, 1],
  Home: [-Infinity, 0],
  End: [Infinity, 0],
};

const clamp = (value: number, count: number): number => Math.min(count - 1, Math.max(0, value));

/** Index of the nearest of rising values, by where they are drawn. */
export function nearestIndex(positions: readonly number[], px: number): number {
  let best = 0;
  for (const [k, position] of positions.entries()) {
    if (Math.abs(position - px) < Math.abs(positions[best]! - px)) best = k;
  }
  return best;
}
