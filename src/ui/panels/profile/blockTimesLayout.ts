/** Geometry of block times as grouped bars, one bar a series in every block, with intervals where they are known. */
import { clearestScale, decadesShown, scaleFor, type ScaleKind } from '../../charts/scales';

export interface BlockTimeInput {
  readonly seconds: number;
  /** Only known to be shorter than the clock can tell. */
  readonly below: boolean;
  readonly intervalS: readonly [number, number] | null;
}

interface BlockTimeBar {
  readonly block: number;
  readonly series: number;
  readonly x: number;
  readonly width: number;
  readonly y: number;
  readonly height: number;
  /** Ends of the interval, top first; null where there is none. */
  readonly whisker: readonly [number, number] | null;
  readonly below: boolean;
}

interface BlockTimeBars {
  readonly bars: readonly BlockTimeBar[];
  /** Left edge and width of every block, bars of all series and the gap between blocks included. */
  readonly columns: readonly { readonly x: number; readonly width: number }[];
  readonly ticks: readonly { readonly valueS: number; readonly y: number }[];
  /** At least `width`: bars are never thinner than can be seen. */
  readonly width: number;
  /** Times that are not finite: not drawn. */
  readonly missing: number;
  /** Logarithmic where one series would leave another a few pixels (a GPU in software beside the CPU). */
  readonly scale: ScaleKind;
}

/** Part of a block's width that its bars take. */
const filled = 0.8;
const thinnestBarPx = 2;

/** Decades below its slowest block that a series still shows: most of its blocks, not that one alone. */
const decadesOfSeries = 1.5;

/** So many that a series far faster than another (the CPU beside a GPU in software) is not cut off by the axis. */
function decadesFor(series: readonly (readonly BlockTimeInput[])[], tops: readonly number[]): number {
  const finite = (values: readonly number[]): number => Math.max(0, ...values.filter(Number.isFinite));
  const slowest = series
    .map((times) => finite(times.map(({ seconds }) => seconds)))
    .filter((peak) => peak > 0);
  return slowest.length === 0
    ? decadesShown
    : Math.max(decadesShown, Math.log10(finite(tops) / Math.min(...slowest)) + decadesOfSeries);
}

/** Blocks side by side from the left over the whole width, or more where there are many; time upwards from `height`. */
export function blockTimesLayout(
  series: readonly (readonly BlockTimeInput[])[],
  width: number,
  height: number,
): BlockTimeBars {
  const blocks = series.reduce((most, times) => Math.max(most, times.length), 0);
  const tops = series.map((times) =>
    times.map(({ seconds, intervalS }) => Math.max(seconds, intervalS?.[1] ?? 0)),
  );
  const kind = clearestScale(series.map((times) => times.map(({ seconds }) => seconds)));
  const scale = scaleFor(kind, tops.flat(), height, 4, decadesFor(series, tops.flat()));
  const thinnest = (thinnestBarPx * series.length) / filled;
  const pitch = Math.max(width / Math.max(1, blocks), width > 0 ? thinnest : 0);
  const barWidth = (pitch * filled) / Math.max(1, series.length);
  const yOf = (seconds: number): number => height - scale.position(seconds);
  const bars = series.flatMap((times, at) =>
    times.flatMap(({ seconds, below, intervalS }, block): BlockTimeBar[] => {
      if (!Number.isFinite(seconds)) return [];
      const y = yOf(seconds);
      return [
        {
          block,
          series: at,
          x: block * pitch + (pitch * (1 - filled)) / 2 + at * barWidth,
          width: barWidth,
          y,
          height: height - y,
          whisker: intervalS === null ? null : [yOf(intervalS[1]), yOf(intervalS[0])],
          below,
        },
      ];
    }),
  );
  return {
    bars,
    columns: Array.from({ length: blocks }, (_, block) => ({ x: block * pitch, width: pitch })),
    ticks: scale.ticks.map((valueS) => ({ valueS, y: yOf(valueS) })),
    width: Math.max(width, blocks * pitch),
    missing: tops.flat().length - bars.length,
    scale: kind,
  };
}
