/** Geometry of curves over a quantity: paths with gaps where there is no value, marks on few points, a name at each end. */
import { textWidth } from '../../../charts/fitText';
import { spreadLabels } from '../../../charts/spreadLabels';
import { legendLayout, type Legend } from './legendLayout';
import {
  drawCurve,
  drawingOrder,
  isDense,
  layEvent,
  placesOf,
  type DrawnCurve,
  type LaidEvent,
  type Place,
} from './curveDrawing';
import { readingPoints, valueAt, type Curves } from './curves';
import {
  chosenAxis,
  layAxis,
  lyingTicks,
  markAxis,
  shares,
  standingTicks,
  ticksWidth,
  valueAxis,
  type LaidAxis,
  type Tick,
} from './plotAxes';
import { coversOf, togetherOf, togetherText, type Together } from './together';
import type { ScaleKind } from '../../../charts/scales';

export interface LaidCurve extends DrawnCurve {
  readonly name: string;
  /** Beside its end: its name, or a letter where there is no room for names. */
  readonly label: string;
  /** How many curves are drawn over it where they run together. */
  readonly covers: number;
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
  /** The curves in the order in which they are drawn. */
  readonly order: readonly number[];
  readonly together: readonly Together[];
  readonly events: readonly LaidEvent[];
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
const bandNote = 'Bands hold all values of a moment, lines their median.';

export function curvesLayout(data: Curves, { width, textPx }: Size): CurvesLayout {
  const { curves, isStepped } = data;
  const isNarrow = width < narrowPx;
  const names = curves.map(({ name }) => name);
  // One alone is named by the chart.
  const letters = names.map((_, index) => (names.length === 1 ? '' : String.fromCharCode(65 + (index % 26))));
  const labels = isNarrow || names.length === 1 ? letters : names;
  const endPx = Math.max(textPx, ...labels.map((label) => textWidth(label, textPx) + 18));
  const axes = layAxes(data, { width, textPx, endPx, height: isNarrow ? plotPx.narrow : plotPx.wide });
  const { height, left, points, right, x, y } = axes;
  const places = curves.map((curve) => placesOf(curve, x.position, y.position));
  const areBands = places.map((each) => !isStepped && isDense(each));
  const together = curvesTogether(data, axes);
  const notes = [
    ...together.map((each) => `${togetherText(each, labels)}.`),
    ...(areBands.includes(true) ? [bandNote] : []),
  ];
  const legend = legendLayout(
    { names, letters: isNarrow ? letters : null, kind: 'line', notes },
    { width, textPx },
  );
  const top = Math.round(legend.heightPx + textPx * 2.6);
  const bottom = top + height;
  const order = drawingOrder(names, areBands);
  const covers = coversOf(together, order);
  const drawn = places.map((each, k) =>
    drawCurve(movedDown(each, top), { isStepped, asBand: areBands[k]!, bottom, right }),
  );
  const ends = drawn.map(({ endY }) => endY);
  const labelYs = spreadLabels(ends, textPx * 1.2, top, bottom);
  return {
    width,
    height: Math.ceil(bottom + textPx * 3.2),
    plot: { left, top, width: right - left, height },
    xTicks: lyingTicks(x, textPx),
    yTicks: standingTicks(layAxis(y, bottom, top)),
    scales: { x: x.scale, y: y.scale },
    curves: drawn.map((curve, k) => ({
      ...curve,
      name: names[k]!,
      label: labels[k]!,
      labelY: labelYs[k]!,
      covers: covers[k]!,
    })),
    order,
    together,
    events: data.events.map(({ name, x: at }) => layEvent(name, x.position(at), { left, right, textPx })),
    legend,
    points,
    places: points.map(x.position),
  };
}

interface Room extends Size {
  readonly height: number;
  /** Right of the plot, for the curves' names. */
  readonly endPx: number;
}

interface Axes {
  readonly points: readonly number[];
  readonly left: number;
  readonly right: number;
  readonly height: number;
  readonly x: LaidAxis;
  /** From the top of the plot, which the legend moves down. */
  readonly y: LaidAxis;
}

function layAxes(data: Curves, { endPx, height, textPx, width }: Room): Axes {
  const { curves, isStepped } = data;
  const points = readingPoints(data);
  const yPlan = isStepped ? shares : valueAxis(curves.map(({ y }) => y));
  const y = markAxis(yPlan, Math.floor(height / (textPx * 3)));
  const left = ticksWidth(y, textPx);
  const right = Math.max(left + 80, width - endPx);
  const xPlan = isStepped ? valueAxis(curves.map(({ x }) => x)) : chosenAxis(points);
  // Decades end where the data do rather than at the next one: marks without room for their number are left bare.
  const least = xPlan.scale === 'log' ? 8 : 2;
  const x = markAxis(xPlan, Math.max(least, Math.floor((right - left) / (textPx * 5))));
  return { points, left, right, height, x: layAxis(x, left, right), y: layAxis(y, height, 0) };
}

/** As far as can be seen in the plot. */
function curvesTogether({ curves, isStepped }: Curves, { points, y }: Axes): readonly Together[] {
  return togetherOf(
    curves.map((curve) =>
      points.map((at) => {
        const value = valueAt(curve, at, isStepped);
        return value === null ? null : y.position(value);
      }),
    ),
  );
}

function movedDown(places: readonly (Place | null)[], by: number): readonly (Place | null)[] {
  return places.map((place) => (place === null ? null : [place[0], place[1] + by]));
}
