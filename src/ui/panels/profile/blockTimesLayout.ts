/** Geometry of the bars of block times, with their intervals where they are known. */
import { linearScale } from '../../charts/scales';

interface BlockTimeBar {
  readonly block: number;
  readonly x: number;
  readonly width: number;
  readonly y: number;
  readonly height: number;
  /** Ends of the interval, top first; null where there is none. */
  readonly whisker: readonly [number, number] | null;
  /** The time is only known to be shorter than the clock can tell. */
  readonly below: boolean;
}

export interface BlockTimeBars {
  readonly bars: readonly BlockTimeBar[];
  readonly ticks: readonly { readonly valueS: number; readonly y: number }[];
  /** Times that are not finite: not drawn. */
  readonly missing: number;
}

export interface BlockTimeInput {
  readonly seconds: number;
  readonly below: boolean;
  readonly intervalS: readonly [number, number] | null;
}

/** Bars side by side over the whole width, time upwards from `height`. */
export function blockTimesLayout(
  times: readonly BlockTimeInput[],
  width: number,
  height: number,
): BlockTimeBars {
  const tops = times.map(({ seconds, intervalS }) => Math.max(seconds, intervalS?.[1] ?? 0));
  const largest = tops.reduce((most, top) => (Number.isFinite(top) ? Math.max(most, top) : most), 0);
  const scale = linearScale(largest, height, 4);
  const pitch = width / Math.max(1, times.length);
  const yOf = (seconds: number) => height - scale.position(seconds);
  const bars = times.flatMap(({ seconds, below, intervalS }, block): BlockTimeBar[] => {
    if (!Number.isFinite(seconds)) return [];
    const y = yOf(seconds);
    return [
      {
        block,
        x: block * pitch + pitch * 0.1,
        width: Math.max(0.5, pitch * 0.8),
        y,
        height: height - y,
        whisker: intervalS === null ? null : [yOf(intervalS[1]), yOf(intervalS[0])],
        below,
      },
    ];
  });
  return {
    bars,
    ticks: scale.ticks.map((valueS) => ({ valueS, y: yOf(valueS) })),
    missing: times.length - bars.length,
  };
}
