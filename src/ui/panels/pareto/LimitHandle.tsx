import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { Edit } from '../../../state/types';
import { useAppStore } from '../../../state/useStore';
import { createEditGesture } from '../../primitives/editGesture';
import { isLimitKey, limitAfterKey, limitAt, limitPercent } from './limitLine';
import type { Direction, ParetoLayout } from './paretoChartTypes';
import styles from './Pareto.module.css';

export interface LimitEditing {
  /** The edit that sets this limit [SI units]; null removes it. */
  readonly editTo: (value: number | null) => Edit;
  /** "at most 60 ms", "no limit" */
  readonly valueText: (value: number | null) => string;
}

interface Props {
  readonly direction: Direction;
  /** "Latency" */
  readonly name: string;
  readonly layout: ParetoLayout;
  readonly editing: LimitEditing;
  /** A drag has begun or ended. */
  readonly onHold: (isHeld: boolean) => void;
}

/** A limit as a line over the plot with a grip at its end; without a limit the grip waits at the end of the axis. */
export function LimitHandle({ direction, name, layout, editing, onHold }: Props) {
  const { plot } = layout;
  const limit = layout.limits[direction];
  const across = direction === 'x';
  const grip = across
    ? { x: limit.at, y: plot.top + plot.height + 34 }
    : { x: plot.left + plot.width + 20, y: limit.at };
  const handlers = useLimitGesture({ direction, layout, editing, onHold });
  const group = useRef<SVGGElement>(null);
  useEffect(() => {
    const element = group.current;
    if (element === null) return;
    // A finger on a grip drags it: CSS alone (touch-action) does not keep the browser from scrolling inside a drawing.
    const keep = (event: Event) => event.preventDefault();
    element.addEventListener('touchstart', keep, { passive: false });
    return () => element.removeEventListener('touchstart', keep);
  }, []);
  return (
    <g
      ref={group}
      role="slider"
      tabIndex={0}
      aria-label={`${name} limit`}
      aria-orientation={across ? 'horizontal' : 'vertical'}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(limitPercent(layout, direction))}
      aria-valuetext={editing.valueText(limit.value)}
      data-limit={direction}
      className={styles.limit}
      data-direction={direction}
      data-state={limit.state}
      {...handlers}
    >
      {limit.state === 'inside' && (
        <>
          <path
            d={across ? `M${limit.at} ${plot.top}V${grip.y}` : `M${plot.left} ${limit.at}H${grip.x}`}
            className={styles.limitTarget}
            data-export="no"
          />
          <path
            d={across ? `M${limit.at} ${plot.top}V${grip.y}` : `M${plot.left} ${limit.at}H${grip.x}`}
            className={styles.limitLine}
          />
        </>
      )}
      <g transform={`translate(${grip.x} ${grip.y})`} data-export="no">
        <rect x={-14} y={-14} width={28} height={28} className={styles.gripTarget} />
        <rect
          x={across ? -6 : -10}
          y={across ? -10 : -6}
          width={across ? 12 : 20}
          height={across ? 20 : 12}
          rx={4}
          className={styles.grip}
        />
        <path d={across ? 'M-2 -4v8M2 -4v8' : 'M-4 -2h8M-4 2h8'} className={styles.gripMarks} />
      </g>
      <LimitName direction={direction} name={name} layout={layout} />
    </g>
  );
}

/** The value beside the grip; without one, what the grip is for. */
function LimitName({ direction, name, layout }: Pick<Props, 'direction' | 'name' | 'layout'>) {
  const { plot } = layout;
  const { state, at, label } = layout.limits[direction];
  const right = plot.left + plot.width;
  if (direction === 'y') {
    const words =
      state === 'none' ? `no ${name} limit: drag ↓` : `${name} ≤ ${label}${state === 'outside' ? ' ↑' : ''}`;
    return (
      <text
        x={right - 6}
        y={state === 'inside' ? Math.max(plot.top + 14, at - 6) : plot.top - 8}
        textAnchor="end"
        className={styles.limitName}
      >
        {words}
      </text>
    );
  }
  const words =
    state === 'none' ? `no ${name} limit: drag ←` : `${name} ≤ ${label}${state === 'outside' ? ' →' : ''}`;
  const isLeft = at > plot.left + plot.width / 2;
  return (
    <text
      x={at + (isLeft ? -14 : 14)}
      y={plot.top + plot.height + 34}
      dy="0.35em"
      textAnchor={isLeft ? 'end' : 'start'}
      className={styles.limitName}
    >
      {words}
    </text>
  );
}

/** A drag, or a burst of keys, is one undo step; Escape takes it back. */
function useLimitGesture({ direction, layout, editing, onHold }: Omit<Props, 'name'>) {
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
