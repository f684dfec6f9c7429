/** Geometry of curves over a quantity: paths with gaps where there is no value, marks on few points, a name at each end. */
import { textWidth } from '../../../charts/fitText';
import { spreadLabels } from '../../../charts/spreadLabels';
import { legendLayout, type Legend } from './legendLayout';
import { readingPoints, type Curve, type Curves } from './curves';
import { chosenAxis, layAxis, lyingTicks, standingTicks, ticksWidth, valueAxis, type Tick } from './plotAxes';
import type { ScaleKind } from '../../../charts/scales';

export interface LaidCurve {
  readonly name: string;
  /** Beside its end: its name, or a letter where there is no room for names. */
  readonly label: string;
  readonly path: string;
  readonly marks: readonly (readonly [x: number, y: number])[];
  /** So many points that a strong line would be a band. */
  readonly isDense: boolean;
  /** Where it ends; null: no value anywhere. */
  readonly endY: number | null;
  readonly labelY: number | null;
}

export interface CurvesLayout {
  readonly width: number;
  readonly height: number;
  readonly plot: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  };
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  readonly scales: { readonly x: ScaleKind; readonly y: ScaleKind };
  readonly curves: readonly LaidCurve[];
  readonly legend: Legend;
  /** Where there is something to read, and where that is. */
  readonly points: readonly number[];
  readonly places: readonly number[];
}

interface Size {
  readonly width: number;
  readonly textPx: number;
}

/** Below this there is no room for names beside the curves. */
const narrowPx = 560;
const plotPx = { wide: 280, narrow: 230 };
/** Points closer than this are not marked one by one. */
const markPx = 14;
const densePx = 2;

export function curvesLayout(data: Curves, { width, textPx }: Size): CurvesLayout {
  const { curves, isStepped } = data;
  const isNarrow = width < narrowPx;
  const points = readingPoints(data);
  const xPlan = isStepped ? valueAxis(curves.map(({ x }) => x)) : chosenAxis(points);
  const yPlan = isStepped
    ? ({ scale: 'linear', low: 0, high: 100 } as const)
    : valueAxis(curves.map(({ y }) => y));
  const names = curves.map(({ name }) => name);
  // One alone is named by the chart.
  const letters = names.map((_, index) => (names.length === 1 ? '' : String.fromCharCode(65 + (index % 26))));
  const labels = isNarrow || names.length === 1 ? letters : names;
  const legend = legendLayout(names, isNarrow ? letters : null, 'line', { width, textPx });
  const left = ticksWidth(yPlan, textPx);
  const endPx = Math.max(textPx, ...labels.map((label) => textWidth(label, textPx) + 18));
  const right = Math.max(left + 80, width - endPx);
  const top = Math.round(legend.heightPx + textPx * 2.2);
  const bottom = top + (isNarrow ? plotPx.narrow : plotPx.wide);
  const xAxis = layAxis(xPlan, left, right, Math.floor((right - left) / (textPx * 5)));
  const yAxis = layAxis(yPlan, bottom, top, Math.floor((bottom - top) / (textPx * 3)));
  const laid = curves.map((curve) => layCurve(curve, xAxis.position, yAxis.position, isStepped, right));
  const labelYs = spreadLabels(
    laid.map(({ endY }) => endY),
    textPx * 1.2,
    top,
    bottom,
  );
  return {
    width,
    height: Math.ceil(bottom + textPx * 3.2),
    plot: { left, top, width: right - left, height: bottom - top },
    xTicks: lyingTicks(xAxis, textPx),
    yTicks: standingTicks(yAxis),
    scales: { x: xPlan.scale, y: yPlan.scale },
    curves: laid.map((curve, k) => ({
      ...curve,
      name: names[k]!,
      label: labels[k]!,
      labelY: labelYs[k]!,
    })),
    legend,
    points,
    places: points.map(xAxis.position),
  };
}

type Laid = Pick<LaidCurve, 'path' | 'marks' | 'isDense' | 'endY'>;

function layCurve(
  { x, y }: Curve,
  xOf: (value: number) => number,
  yOf: (value: number) => number,
  isStepped: boolean,
  right: number,
): Laid {
  const marks: (readonly [number, number])[] = [];
  let path = '';
  let isDown = false;
  for (const [k, value] of y.entries()) {
    const at = x[k];
    if (value === null || at === undefined || !Number.isFinite(value) || !Number.isFinite(at)) {
      isDown = false;
      continue;
    }
    const [px, py] = [xOf(at), yOf(value)];
    const [xText, yText] = [px.toFixed(1), py.toFixed(1)];
    path += !isDown
      ? `M${xText} ${isStepped ? `${yOf(0).toFixed(1)}V${yText}` : yText}`
      : isStepped
        ? `H${xText}V${yText}`
        : `L${xText} ${yText}`;
    // A value alone between two gaps is still to be seen.
    if (!isDown && (k + 1 === y.length || y[k + 1] === null)) path += 'h1';
    isDown = true;
    marks.push([px, py]);
  }
  const endY = marks.at(-1)?.[1] ?? null;
  // Beyond its largest value a share stays what it is.
  if (isStepped && endY !== null) path += `H${right.toFixed(1)}`;
  const isDense = !isStepped && gapOf(marks) < densePx;
  return { path, endY, isDense, marks: isStepped || gapOf(marks) < markPx ? [] : marks };
}

/** Mean way from point to point [px]. */
function gapOf(marks: readonly (readonly [number, number])[]): number {
  const [first, last] = [marks[0], marks.at(-1)];
  if (first === undefined || last === undefined || marks.length < 2) return Infinity;
  return (last[0] - first[0]) / (marks.length - 1);
}
