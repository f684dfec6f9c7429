import { brushX, type BrushBehavior, type D3BrushEvent } from 'd3-brush';
import { select } from 'd3-selection';
import { useEffect, useRef } from 'react';

interface Extent {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface Brush extends Extent {
  /** What is chosen [px]; null: nothing. */
  readonly chosen: readonly [number, number] | null;
  /** At the end of a gesture; null: a click beside it. */
  readonly onChoose: (chosen: readonly [number, number] | null) => void;
}

/** d3's brush on a group that it alone draws into. What is chosen comes from outside and goes back there, once a gesture. */
export function useBrush(
  group: SVGGElement | null,
  { left, right, top, bottom, chosen, onChoose }: Brush,
): void {
  const choose = useRef(onChoose);
  useEffect(() => {
    choose.current = onChoose;
  }, [onChoose]);
  const behaviour = useRef<BrushBehavior<unknown> | null>(null);
  useEffect(() => {
    if (group === null || right <= left) return;
    const brush = brushX<unknown>()
      .extent([
        [left, top],
        [right, bottom],
      ])
      .handleSize(14)
      .on('end', (event: D3BrushEvent<unknown>) => {
        // Moved from the program, or by its own answer: nothing was chosen by hand.
        if (event.sourceEvent === null || event.sourceEvent === undefined) return;
        const found = event.selection as readonly [number, number] | null;
        choose.current(found !== null && found[1] - found[0] < leastPx ? null : found);
      });
    behaviour.current = brush;
    const selection = select<SVGGElement, unknown>(group);
    brush(selection);
    return () => {
      selection.on('.brush', null);
      selection.selectAll('*').remove();
      behaviour.current = null;
    };
  }, [group, left, right, top, bottom]);
  const [from, to] = chosen ?? [NaN, NaN];
  useEffect(() => {
    if (group === null || behaviour.current === null) return;
    behaviour.current.move(select<SVGGElement, unknown>(group), Number.isNaN(from) ? null : [from, to]);
  }, [group, left, right, top, bottom, from, to]);
}

/** Less than this is a click, not a stretch. */
const leastPx = 4;
