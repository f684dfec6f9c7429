import { useEffect, useRef } from 'react';
import { limitPercent } from './limitLine';
import type { Direction, ParetoLayout } from './paretoChartTypes';
import styles from './LimitHandle.module.css';
import { useLimitGesture, type LimitEditing } from './useLimitGesture';

interface Props {
  readonly direction: Direction;
  /** "latency", in the middle of a sentence. */
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
      aria-label={`Limit of ${name}`}
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
  const { state, at } = layout.limits[direction];
  const words = limitWords(name, layout, direction);
  if (direction === 'y') {
    const y = state === 'inside' ? Math.max(plot.top + 14, at - 6) : plot.top - 8;
    return (
      <text x={plot.left + plot.width - 6} y={y} textAnchor="end" className={styles.limitName}>
        {words}
      </text>
    );
  }
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

/** Below this the names of the axes need the room [px]. */
const narrowPx = 460;

function limitWords(name: string, { plot, limits }: ParetoLayout, direction: Direction): string {
  const { state, label } = limits[direction];
  const isNarrow = plot.width < narrowPx;
  if (state === 'none') {
    return `${isNarrow ? 'no limit' : `no ${name} limit: drag`} ${direction === 'x' ? '←' : '↓'}`;
  }
  const beyond = state === 'inside' ? '' : direction === 'x' ? ' →' : ' ↑';
  return `${isNarrow ? '' : `${name} `}≤ ${label}${beyond}`;
}
