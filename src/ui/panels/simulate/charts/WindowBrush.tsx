import { useMemo, useState, type KeyboardEvent } from 'react';
import type { LaneId, SimulationRun } from '../../../../core/simulation/types';
import { scaleFor } from '../../../charts/scales';
import { logOf } from '../moment';
import styles from './RunCharts.module.css';
import { taskSeries, thin } from './thinning';
import { changedWindow, shownWindow } from './timeSeriesLayout';
import type { Window } from './timeSeriesTypes';
import { windowText } from './timeWords';
import { useBrush } from './useBrush';

interface Props {
  readonly run: SimulationRun;
  readonly lane: LaneId;
  readonly window: Window | null;
  readonly left: number;
  readonly right: number;
  readonly onWindow: (window: Window | null) => void;
}

const heightPx = 44;

/** The whole run, small: a stretch of it is chosen by drawing over it, by its edges, or by keys. */
export function WindowBrush({ run, lane, window, left, right, onWindow }: Props) {
  const [group, setGroup] = useState<SVGGElement | null>(null);
  const { durationS } = run;
  const xOf = (timeS: number): number => left + (timeS / durationS) * (right - left);
  const timeAt = (px: number): number => ((px - left) / (right - left)) * durationS;
  useBrush(group, {
    left,
    right,
    top: 2,
    bottom: heightPx - 2,
    chosen: window === null ? null : [xOf(window[0]), xOf(window[1])],
    onChoose: (chosen) => onWindow(chosen === null ? null : [timeAt(chosen[0]), timeAt(chosen[1])]),
  });
  const path = useMemo(() => overviewPath(run, lane, left, right), [run, lane, left, right]);
  const shown = shownWindow(run, window);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const change = event.key === 'Escape' || event.key === 'Home' ? 'all' : changes[event.key];
    if (change === undefined || (change === 'all' && window === null)) return;
    event.preventDefault();
    // The page has keys of its own for arrows and Escape.
    event.stopPropagation();
    onWindow(change === 'all' ? null : changedWindow(run, window, change));
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label="Part of the run that the charts show. Left and right move it, up and down make it narrower and wider, Escape shows all"
      aria-valuemin={0}
      aria-valuemax={Math.round(durationS)}
      aria-valuenow={Math.round(shown[0])}
      aria-valuetext={window === null ? `all ${windowText(shown)}` : windowText(shown)}
      className={styles.overview}
      data-window-brush
      onKeyDown={onKeyDown}
      onDoubleClick={() => onWindow(null)}
    >
      <svg width={right + 14} height={heightPx} aria-hidden="true">
        <rect x={left} y={2} width={right - left} height={heightPx - 4} className={styles.overviewGround} />
        <path d={path} className={styles.overviewLine} />
        <g ref={setGroup} className={styles.brush} />
      </svg>
    </div>
  );
}

const changes: Partial<Record<string, { readonly move?: number; readonly zoom?: number }>> = {
  ArrowLeft: { move: -0.1 },
  ArrowRight: { move: 0.1 },
  ArrowUp: { zoom: 0.8 },
  ArrowDown: { zoom: 1.25 },
};

function overviewPath(run: SimulationRun, lane: LaneId, left: number, right: number): string {
  const log = logOf(run, lane);
  const columns = Math.floor(right - left);
  if (log === undefined || columns < 1) return '';
  const { timesS, values, min, max } = thin(
    taskSeries(run.tasks.startS, log.latencyS),
    [0, run.durationS],
    columns,
  );
  const scale = scaleFor(max > 20 * min ? 'log' : 'linear', [min, max], heightPx - 12, 2);
  return timesS
    .map((timeS, k) => {
      const value = values[k]!;
      if (Number.isNaN(value)) return '';
      const x = left + (timeS / run.durationS) * (right - left);
      const isFirst = k === 0 || Number.isNaN(values[k - 1]!);
      return `${isFirst ? 'M' : 'L'}${x.toFixed(1)} ${(heightPx - 6 - scale.position(value)).toFixed(1)}`;
    })
    .join('');
}
