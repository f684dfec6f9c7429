import { useEffect, useRef, type KeyboardEvent, type PointerEvent } from 'react';
import type { LayersMark } from './LayersChart';
import { boundaryAt } from './layersPositions';
import type { LaidHandle, LayersLayout } from './layersChartTypes';
import type { Tooltip } from './useTooltip';
import styles from './LayersChart.module.css';

/** How the visitor's own cuts are moved. One gesture (a drag, a key held down) is one preview, then commit or discard. */
export interface CutEditing {
  /** What a cut is between: "Cut between Phone and MEC". */
  readonly label: (index: number) => string;
  /** "cut after block 12 of 55, 301 kB" */
  readonly valueText: (boundary: number) => string;
  readonly preview: (index: number, boundary: number) => void;
  readonly commit: () => void;
  readonly discard: () => void;
}

interface Props {
  readonly layout: LayersLayout;
  readonly editing: CutEditing;
  readonly tooltip: Tooltip<LayersMark>;
}

const steps: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageUp: 5,
  PageDown: -5,
  Home: -Infinity,
  End: Infinity,
};

export function CutHandles({ layout, editing, tooltip }: Props) {
  return (
    <g>
      <path d={layout.ownPath} className={styles.own} />
      {layout.handles.map((handle) => (
        <CutHandle key={handle.index} handle={handle} layout={layout} editing={editing} tooltip={tooltip} />
      ))}
    </g>
  );
}

function CutHandle({ handle, layout, editing, tooltip }: Props & { readonly handle: LaidHandle }) {
  const grip = useRef<SVGRectElement>(null);
  useEffect(() => {
    const group = grip.current?.parentElement;
    if (!group) return;
    // A finger on a grip drags it: CSS alone (touch-action) does not keep the browser from scrolling inside a drawing, and
    // React's own touch listeners are passive.
    const keep = (event: Event) => event.preventDefault();
    group.addEventListener('touchstart', keep, { passive: false });
    return () => group.removeEventListener('touchstart', keep);
  }, []);
  useEffect(() => {
    // A cut that leaves the visible part of a wide strip takes the strip along.
    if (grip.current?.parentElement === document.activeElement) {
      grip.current.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
  }, [handle.x]);
  // null: no gesture. How far from its middle the grip was taken hold of, or the keyboard.
  const gesture = useRef<{ readonly offset: number } | 'keys' | null>(null);
  const tip = (element: Element, boundary: number) =>
    tooltip.show({ kind: 'boundary', boundary }, element.getBoundingClientRect());

  const finish = (end: () => void) => {
    if (gesture.current === null) return;
    // The keyboard's focus stays on the cut, and with it what the cut says.
    if (gesture.current !== 'keys') tooltip.hide();
    gesture.current = null;
    end();
  };
  const move = (element: Element, boundary: number) => {
    const bounded = Math.min(layout.blockCount, Math.max(0, boundary));
    tip(element, bounded);
    if (bounded !== handle.boundary) editing.preview(handle.index, bounded);
  };
  const plotX = (event: PointerEvent<SVGGElement>) =>
    event.clientX - event.currentTarget.ownerSVGElement!.getBoundingClientRect().left;

  const onPointerMove = (event: PointerEvent<SVGGElement>) => {
    if (gesture.current === null || gesture.current === 'keys') return;
    move(event.currentTarget, boundaryAt(layout, plotX(event) - gesture.current.offset));
  };
  const onKeyDown = (event: KeyboardEvent<SVGGElement>) => {
    if (event.key === 'Escape') {
      if (gesture.current !== null) event.stopPropagation();
      finish(editing.discard);
      return;
    }
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    gesture.current = 'keys';
    move(event.currentTarget, handle.boundary + step);
  };
  return (
    // The line stands outside what takes the focus: scrolled into sight is the grip, not the whole height.
    <g className={styles.handleGroup}>
      <line
        x1={handle.x}
        x2={handle.x}
        y1={handle.y}
        y2={layout.bytes.base}
        className={styles.handleLine}
        data-export="no"
      />
      <g
        role="slider"
        tabIndex={0}
        aria-label={editing.label(handle.index)}
        aria-valuemin={0}
        aria-valuemax={layout.blockCount}
        aria-valuenow={handle.boundary}
        aria-valuetext={editing.valueText(handle.boundary)}
        data-cut={handle.index}
        className={styles.handle}
        transform={`translate(${handle.x} ${handle.y})`}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          event.currentTarget.focus({ preventScroll: true });
          gesture.current = { offset: plotX(event) - handle.x };
          tip(event.currentTarget, handle.boundary);
        }}
        onPointerMove={onPointerMove}
        onPointerUp={() => finish(editing.commit)}
        onPointerCancel={() => finish(editing.discard)}
        onPointerEnter={(event) => tip(event.currentTarget, handle.boundary)}
        onPointerLeave={() => {
          if (gesture.current === null) tooltip.hide();
        }}
        onFocus={(event) => {
          if (event.currentTarget.matches(':focus-visible')) tip(event.currentTarget, handle.boundary);
        }}
        onKeyDown={onKeyDown}
        onKeyUp={(event) => {
          if (gesture.current === 'keys' && event.key in steps) finish(editing.commit);
        }}
        onBlur={() => {
          finish(editing.commit);
          tooltip.hide();
        }}
      >
        <rect x={-14} y={-14} width={28} height={28} className={styles.handleTarget} data-export="no" />
        <rect x={-7} y={-11} width={14} height={22} rx={4} ref={grip} className={styles.grip} />
        <path d="M-2 -5v10M2 -5v10" className={styles.gripMarks} />
      </g>
    </g>
  );
}
