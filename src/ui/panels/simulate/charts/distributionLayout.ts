/** Geometry of the distributions: cumulative curves above, a box a lane below, over one axis of latency. */
import type { LaneId } from '../../../../core/simulation/types';
import type { BoxMarks } from '../../../charts/BoxMark';
import { fitText, textWidth } from '../../../charts/fitText';
import { clearestScale, scaleFor } from '../../../charts/scales';
import { formatSeconds, formatWhole } from '../../../format';
import type { Distribution } from './distributionView';
import type { LineLook } from './laneLooks';
import { rowTitle, type RowTitle } from './rowTitle';

interface LaidCurve {
  readonly lane: Distribution['lane'];
  readonly look: LineLook;
  readonly dash: number;
  readonly path: string;
}

export interface LaidBox {
  readonly lane: Distribution['lane'];
  readonly name: string;
  readonly isMain: boolean;
  readonly y: number;
  readonly labelY: number;
  /** Places on the axis of latency; null: no task ended. */
  readonly marks: Required<BoxMarks> | null;
  /** Beside it: what was not drawn. */
  readonly note: string;
}

export interface DistributionLayout {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly title: RowTitle;
  readonly curveTop: number;
  readonly curveBottom: number;
  readonly boxHeight: number;
  readonly xTicks: readonly { readonly x: number; readonly label: string }[];
  readonly yTicks: readonly { readonly y: number; readonly label: string }[];
  readonly curves: readonly LaidCurve[];
  readonly boxes: readonly LaidBox[];
  /** Where the axis of latency lies under the boxes. */
  readonly axisY: number;
}

/** Steps of a curve at most. */
const curveSteps = 256;
const curvePx = 190;
/** Below this the names stand above their boxes. */
const narrowPx = 560;

export function distributionLayout(
  distributions: readonly Distribution[],
  lane: LaneId,
  size: { readonly width: number; readonly textPx: number },
): DistributionLayout {
  const { width, textPx } = size;
  const isNarrow = width < narrowPx;
  const widest = Math.max(0, ...distributions.map(({ name }) => textWidth(name, textPx)));
  const left = isNarrow ? Math.ceil(textWidth('100 %', textPx)) + 8 : Math.min(width * 0.35, widest + 14);
  const right = Math.max(left + 80, width - Math.round(textPx * 1.5));
  const ended = distributions.filter(({ sorted }) => sorted.length > 0);
  const kind = clearestScale(ended.map(({ box }) => [box!.worst]));
  const all = ended.flatMap(({ sorted, box }) => [sorted[0]!, box!.worst]);
  const axis = scaleFor(kind, all, right - left, Math.max(2, Math.floor((right - left) / (textPx * 6))));
  const xOf = (seconds: number): number => left + axis.position(seconds);
  const title = rowTitle('Share of tasks that take at most so long', 0, { left, right, textPx });
  // Half of the uppermost tick stands above it.
  const curveTop = title.bottom + Math.round(textPx * 0.5);
  const curveBottom = curveTop + curvePx;
  const yOf = (share: number): number => curveBottom - share * curvePx;
  const labelPx = isNarrow ? Math.round(textPx * 1.4) : 0;
  const boxHeight = Math.round(textPx * 1.2);
  const rowPx = boxHeight + labelPx + 8;
  const boxesTop = curveBottom + Math.round(textPx * 1.2);
  const axisY = boxesTop + distributions.length * rowPx;
  return {
    width,
    height: Math.ceil(axisY + textPx * 2),
    left,
    right,
    title,
    curveTop,
    curveBottom,
    boxHeight,
    axisY,
    xTicks: axis.ticks.map((tick) => ({ x: xOf(tick), label: formatSeconds(tick) })),
    yTicks: [0, 0.25, 0.5, 0.75, 1].map((share) => ({ y: yOf(share), label: `${share * 100} %` })),
    curves: inFront(
      distributions.map((entry, dash): LaidCurve => ({
        lane: entry.lane,
        look: lookOf(entry, lane),
        dash,
        path: curvePath(entry, xOf, yOf),
      })),
    ),
    boxes: distributions.map((entry, index) => {
      const top = boxesTop + index * rowPx;
      return {
        lane: entry.lane,
        name: fitText(entry.name, isNarrow ? right - left : left - 10, textPx),
        isMain: entry.lane === lane,
        y: top + labelPx,
        labelY: isNarrow ? top + labelPx / 2 : top + boxHeight / 2,
        marks: marksOf(entry, xOf),
        note: entry.failed === 0 ? '' : `${formatWhole(entry.failed)} without end`,
      };
    }),
  };
}

function lookOf(entry: Distribution, lane: LaneId): LaidCurve['look'] {
  if (entry.lane === lane) return 'main';
  return entry.lane === 'hindsight' ? 'bound' : 'other';
}

/** The broad ones, which come last, under the thin ones; the chosen one over them, and hindsight, whose dots let it show, over all. */
function inFront(curves: readonly LaidCurve[]): readonly LaidCurve[] {
  return (['other', 'main', 'bound'] as const).flatMap((wanted) =>
    curves.filter(({ look }) => look === wanted).toReversed(),
  );
}

function marksOf({ box }: Distribution, xOf: (seconds: number) => number): LaidBox['marks'] {
  if (box === null) return null;
  return {
    p5: xOf(box.p5),
    lower: xOf(box.lower),
    median: xOf(box.median),
    upper: xOf(box.upper),
    p95: xOf(box.p95),
    worst: xOf(box.worst),
  };
}

/** Share of all tasks that took so long at most: where some have no end, it ends below 100 %. */
function curvePath(
  { sorted, count }: Distribution,
  xOf: (seconds: number) => number,
  yOf: (share: number) => number,
): string {
  if (sorted.length === 0) return '';
  let path = `M${xOf(sorted[0]!).toFixed(1)} ${yOf(0).toFixed(1)}`;
  const steps = Math.min(curveSteps, sorted.length);
  for (let step = 1; step <= steps; step++) {
    const rank = Math.ceil((step * sorted.length) / steps);
    path += `H${xOf(sorted[rank - 1]!).toFixed(1)}V${yOf(rank / count).toFixed(1)}`;
  }
  return path;
}
