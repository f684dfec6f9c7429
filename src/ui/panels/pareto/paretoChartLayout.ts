/** Geometry of the Pareto chart: points, the staircase under them, the methods' rings with names, and the limits. */
import { textWidth } from '../../charts/fitText';
import { nameLines, nameWidth, placeNames } from './markLabels';
import { axisRange, paretoAxis, type ParetoAxis } from './paretoAxis';
import type {
  Box,
  Direction,
  LaidLimit,
  LaidMark,
  LaidPoint,
  ParetoData,
  ParetoLayout,
  ParetoPoint,
  ParetoRanges,
} from './paretoChartTypes';

interface Room {
  readonly width: number;
  readonly height: number;
  readonly textPx: number;
}

/** Beside the plot, for the grips of the limits [px]. */
const gripBandPx = 34;
const ringPx = 11;
const usualRadiusPx = 5.5;
const radiiPx = [3.5, 10] as const;

/** The spans that show every point and method; null where there is nothing to show. */
export function paretoRanges({ points, marks, scale }: ParetoData): ParetoRanges | null {
  const all = [...points, ...marks];
  const x = axisRange(
    scale.x,
    all.map((point) => point.x),
  );
  const y = axisRange(
    scale.y,
    all.map((point) => point.y),
  );
  return x === null || y === null ? null : { x, y };
}

/** `ranges`: what the axes span; kept still while a limit is dragged over them. */
export function paretoChartLayout(data: ParetoData, ranges: ParetoRanges, room: Room): ParetoLayout {
  const { width, height, textPx } = room;
  const line = Math.round(textPx * 1.5);
  const top = line + 4;
  const plotHeight = Math.max(80, height - top - gripBandPx - line);
  const yAxis = paretoAxis(ranges.y, plotHeight, Math.max(2, Math.floor(plotHeight / (textPx * 3))));
  const yLabels = yAxis.ticks.map(({ value }) => data.formatY(value));
  const left = Math.ceil(Math.max(24, ...yLabels.map((label) => textWidth(label, textPx))) + 8);
  const plot: Box = { left, top, width: Math.max(80, width - left - gripBandPx - 8), height: plotHeight };
  const xAxis = paretoAxis(ranges.x, plot.width, Math.max(2, Math.floor(plot.width / (textPx * 7))));
  const axes = { x: xAxis, y: yAxis };
  const place = (value: { readonly x: number; readonly y: number }) => placeIn(plot, axes, value);

  const drawn = data.points.filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y));
  const points = thinned(drawn.map((point) => layPoint(point, place(point), radiusOf(drawn))));
  return {
    width,
    height: top + plotHeight + gripBandPx + line,
    plot,
    ranges,
    axes,
    xTicks: xAxis.ticks.map(({ value, at }) => ({ at: left + at, label: data.formatX(value) })),
    yTicks: yAxis.ticks.map(({ at }, index) => ({ at: top + plotHeight - at, label: yLabels[index]! })),
    points,
    covered: drawn.length - points.length,
    frontPath: frontPath(drawn, plot, place),
    marks: layMarks(data, points, plot, place, textPx),
    limits: {
      x: layLimit('x', data.limits.x, ranges, axes.x, plot, data.formatX),
      y: layLimit('y', data.limits.y, ranges, axes.y, plot, data.formatY),
    },
    beyond: beyond(data, ranges, plot, place),
    missing: data.points.length - drawn.length,
  };
}

type Place = (value: { readonly x: number; readonly y: number }) => {
  readonly x: number;
  readonly y: number;
};

function placeIn(plot: Box, axes: { x: ParetoAxis; y: ParetoAxis }, value: { x: number; y: number }) {
  return {
    x: plot.left + axes.x.position(value.x),
    y: plot.top + plot.height - axes.y.position(value.y),
  };
}

/** Area grows with the third criterion, so that twice as much looks like twice as much ink. */
function radiusOf(points: readonly ParetoPoint[]): (point: ParetoPoint) => number {
  const most = Math.max(0, ...points.map(({ third }) => third ?? 0));
  return ({ third }) =>
    third === null
      ? usualRadiusPx
      : radiiPx[0] + (most > 0 ? Math.sqrt(third / most) : 0) * (radiiPx[1] - radiiPx[0]);
}

function layPoint(
  point: ParetoPoint,
  at: LaidPoint['at'],
  radiusOf: (point: ParetoPoint) => number,
): LaidPoint {
  const radius = radiusOf(point);
  return { ...point, at, radius, path: shapeOf(point.nodes, radius) };
}

/** One node: a circle; two: a square; three: a triangle; more: a diamond. All of about the same area. */
export function shapeOf(nodes: number, radius: number): string {
  const r = Math.round(radius * 100) / 100;
  if (nodes <= 1) return `M${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
  if (nodes === 2) {
    const side = Math.round(r * 177) / 100;
    return `M${-side / 2} ${-side / 2}h${side}v${side}h${-side}z`;
  }
  if (nodes === 3) {
    const reach = Math.round(r * 155) / 100;
    return `M0 ${-reach}L${reach * 0.87} ${reach / 2}H${-reach * 0.87}z`;
  }
  const reach = Math.round(r * 135) / 100;
  return `M0 ${-reach}L${reach} 0L0 ${reach}L${-reach} 0z`;
}

/** Two points nearer than this look like one. */
const samePx = 1.5;

function thinned(points: readonly LaidPoint[]): readonly LaidPoint[] {
  if (points.length <= 400) return points;
  const cells = new Set<string>();
  return points.filter(({ at, nodes, colour, isBeaten }) => {
    const cell = `${Math.round(at.x / samePx)} ${Math.round(at.y / samePx)} ${nodes} ${colour}`;
    if (cells.has(cell) || isBeaten) return isBeaten;
    cells.add(cell);
    return true;
  });
}

function frontPath(points: readonly ParetoPoint[], plot: Box, place: Place): string {
  let least = Infinity;
  const steps = points
    .filter(({ isBeaten }) => !isBeaten)
    .sort((a, b) => a.x - b.x || a.y - b.y)
    .filter(({ y }) => {
      const improves = y < least;
      if (improves) least = y;
      return improves;
    });
  const [first] = steps;
  if (first === undefined) return '';
  const parts = steps.map((point, index) => {
    const { x, y } = place(point);
    return index === 0 ? `M${x} ${plot.top}V${y}` : `H${x}V${y}`;
  });
  return `${parts.join('')}H${plot.left + plot.width}`;
}

function layMarks(
  { marks }: ParetoData,
  points: readonly LaidPoint[],
  plot: Box,
  place: Place,
  textPx: number,
): readonly LaidMark[] {
  const shown = marks.filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y));
  const places = shown.map(place);
  const obstacles = [
    ...points.map(({ at, radius }) => square(at, radius + 2)),
    ...places.map((at) => square(at, ringPx + 2)),
  ];
  const room = { ...plot, left: plot.left + 4, width: plot.width - 8 };
  const linePx = textPx * 1.3;
  const lines = shown.map(({ label }) => nameLines(label, room.width, textPx));
  const names = placeNames(
    places.map((at, index) => ({
      ...at,
      widthPx: Math.max(...lines[index]!.map((line) => nameWidth(line, textPx))),
      heightPx: lines[index]!.length * linePx,
    })),
    obstacles,
    room,
  );
  return shown.map((mark, index) => {
    const at = places[index]!;
    const { x, anchor, box } = names[index]!;
    const rows = lines[index]!.map((text, row) => ({ text, y: box.top + (row + 0.5) * linePx }));
    return { ...mark, at, text: { x, anchor, lines: rows }, leader: leaderTo(at, box) };
  });
}

/** From the edge of the ring to the nearest edge of the name; nothing where they all but touch. */
function leaderTo(at: { readonly x: number; readonly y: number }, box: Box): string {
  const x = Math.min(box.left + box.width, Math.max(box.left, at.x));
  const y = Math.min(box.top + box.height, Math.max(box.top, at.y));
  const distance = Math.hypot(x - at.x, y - at.y);
  if (distance < ringPx + 6) return '';
  const part = ringPx / distance;
  return `M${at.x + (x - at.x) * part} ${at.y + (y - at.y) * part}L${x} ${y}`;
}

function square(at: { readonly x: number; readonly y: number }, reach: number): Box {
  return { left: at.x - reach, top: at.y - reach, width: 2 * reach, height: 2 * reach };
}

function layLimit(
  direction: Direction,
  value: number | null,
  ranges: ParetoRanges,
  axis: ParetoAxis,
  plot: Box,
  format: (value: number) => string,
): LaidLimit {
  const state = value === null ? 'none' : value > ranges[direction].high ? 'outside' : 'inside';
  const length = direction === 'x' ? plot.width : plot.height;
  const along = value === null || state === 'outside' ? length : axis.position(value);
  return {
    value,
    at: direction === 'x' ? plot.left + along : plot.top + plot.height - along,
    state,
    label: value === null ? '' : format(value),
  };
}

function beyond({ limits }: ParetoData, ranges: ParetoRanges, plot: Box, place: Place): readonly Box[] {
  const { x, y } = place({ x: limits.x ?? ranges.x.high, y: limits.y ?? ranges.y.high });
  const right = plot.left + plot.width - x;
  const above = y - plot.top;
  return [
    ...(limits.x !== null && right > 0
      ? [{ left: x, top: plot.top, width: right, height: plot.height }]
      : []),
    ...(limits.y !== null && above > 0
      ? [{ left: plot.left, top: plot.top, width: x - plot.left, height: above }]
      : []),
  ].filter((box) => box.width > 0 && box.height > 0);
}
