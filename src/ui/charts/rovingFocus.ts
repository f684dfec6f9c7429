import type { KeyboardEvent } from 'react';

/** The arrow keys, Home and End go through the marks of a chart, which is one tab stop. */
export function moveFocus(event: KeyboardEvent, plot: Element | null): void {
  const marks = [...(plot?.querySelectorAll<SVGGElement>('[data-mark]') ?? [])];
  const at = marks.findIndex((mark) => mark === event.currentTarget);
  const last = marks.length - 1;
  const targets: Partial<Record<string, number>> = {
    ArrowDown: Math.min(last, at + 1),
    ArrowRight: Math.min(last, at + 1),
    ArrowUp: Math.max(0, at - 1),
    ArrowLeft: Math.max(0, at - 1),
    Home: 0,
    End: last,
  };
  const target = targets[event.key];
  if (target === undefined || at < 0) return;
  event.preventDefault();
  marks[target]?.focus();
}
