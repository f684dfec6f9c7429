import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import type { LaneId, SimulationRun } from '../../../../core/simulation/types';
import { useApp, useAppStore } from '../../../../state/useStore';
import { cursorAfterKey } from './cursorKeys';
import { cursorMarkPx } from './timeStrips';
import styles from './RunCharts.module.css';
import type { RunNames } from './runNames';
import type { ArcPick, TimeSeriesLayout, Window } from './timeSeriesTypes';
import { readOut } from './timeWords';

interface Props {
  readonly run: SimulationRun;
  readonly lane: LaneId;
  readonly window: Window;
  readonly arcs: readonly ArcPick[];
  readonly names: RunNames;
  readonly layout: TimeSeriesLayout;
}

/** The moment over all rows: a press or a drag anywhere in the plot seeks, arrow keys go by a pixel, a page by a tenth. */
export function TimeCursor({ run, lane, window, arcs, names, layout }: Props) {
  const store = useAppStore();
  const atS = useApp((state) => state.simulation.atS);
  const isHeld = useRef(false);
  const { left, right, plots, width, height } = layout;
  const isInside = atS >= window[0] && atS <= window[1];
  const x = layout.xOf(Math.min(window[1], Math.max(window[0], atS)));
  const seekTo = (event: PointerEvent<HTMLDivElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    store.getState().seek(layout.timeAt(event.clientX - box.left));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = cursorAfterKey(event, atS, window, Math.floor(right - left));
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    store.getState().seek(next);
  };
  const words = readOut(run, lane, atS, arcs, names);
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label="Time at the cursor of the charts"
      aria-valuemin={window[0]}
      aria-valuemax={window[1]}
      aria-valuenow={Math.round(atS * 1e3) / 1e3}
      aria-valuetext={words.map(({ name, value }) => `${name}: ${value}`).join('. ')}
      className={styles.cursorArea}
      style={{ width, height }}
      data-time-cursor
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        isHeld.current = true;
        event.currentTarget.setPointerCapture(event.pointerId);
        seekTo(event);
      }}
      onPointerMove={(event) => {
        if (isHeld.current) seekTo(event);
      }}
      onPointerUp={() => (isHeld.current = false)}
      onPointerCancel={() => (isHeld.current = false)}
    >
      <svg width={width} height={height} aria-hidden="true">
        {isInside && (
          <g style={{ transform: `translateX(${x}px)` }} className={styles.cursor}>
            <path d={plots.map(({ top, bottom }) => `M0 ${top}V${bottom}`).join('')} data-line />
            <path d={`M0 ${plots[0]!.top}l-6 -${cursorMarkPx - 2}h12z`} />
          </g>
        )}
      </svg>
    </div>
  );
}

/** The same in sight, below the rows. */
export function CursorWords({ run, lane, arcs, names }: Pick<Props, 'run' | 'lane' | 'arcs' | 'names'>) {
  const atS = useApp((state) => state.simulation.atS);
  return (
    <dl className={styles.readOut}>
      {readOut(run, lane, atS, arcs, names).map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
