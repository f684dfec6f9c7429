/** How the curves of a plot are drawn: their paths with gaps where there is no value, their marks, and which one lies over which. */
import { fitText } from '../../../charts/fitText';
import type { Curve } from './curves';
import { denseCurve } from './denseCurve';
import { seriesLooks } from './seriesLooks';

/** Points closer than this are not marked one by one. */
const markPx = 14;
const densePx = 2;

export interface LaidEvent {
  readonly at: number;
  readonly name: string;
  /** Its name begins, or ends, here. */
  readonly nameX: number;
  readonly isBefore: boolean;
}

/** What is dashed lies over what is solid: both are seen where they run together. Among bands HiveMind's is what the chart is about. */
export function drawingOrder(names: readonly string[], areDense: readonly boolean[]): readonly number[] {
  const looks = seriesLooks(names);
  const rank = (k: number): number =>
    areDense[k] === true ? Number(names[k] === 'HiveMind') : Number(looks[k]!.dash !== undefined);
  return [...names.keys()].sort((a, b) => rank(a) - rank(b));
}

export type Place = readonly [x: number, y: number];

/** null: no value. */
export function placesOf(
  { x, y }: Curve,
  xOf: (value: number) => number,
  yOf: (value: number) => number,
): readonly (Place | null)[] {
  return y.map((value, k) => {
    const at = x[k];
    if (value === null || at === undefined || !Number.isFinite(value) || !Number.isFinite(at)) return null;
    return [xOf(at), yOf(value)];
  });
}

interface Drawing {
  readonly isStepped: boolean;
  readonly asBand: boolean;
  readonly bottom: number;
  readonly right: number;
}

export interface DrawnCurve {
  readonly path: string;
  readonly marks: readonly Place[];
  /** Where it has more points than there are pixels: from the least to the most, around the path, which is the median. */
  readonly band: string | null;
  /** Where it ends; null: no value anywhere. */
  readonly endY: number | null;
}

export function drawCurve(places: readonly (Place | null)[], drawing: Drawing): DrawnCurve {
  const { asBand, bottom, isStepped, right } = drawing;
  const marks = places.filter((place) => place !== null);
  const endY = marks.at(-1)?.[1] ?? null;
  if (asBand) {
    const { band, median } = denseCurve(marks);
    return { path: median, band, endY, marks: [] };
  }
  let path = '';
  let isDown = false;
  for (const [k, place] of places.entries()) {
    if (place === null) {
      isDown = false;
      continue;
    }
    const [xText, yText] = [place[0].toFixed(1), place[1].toFixed(1)];
    path += !isDown
      ? `M${xText} ${isStepped ? `${bottom.toFixed(1)}V${yText}` : yText}`
      : isStepped
        ? `H${xText}V${yText}`
        : `L${xText} ${yText}`;
    // A value alone between two gaps is still to be seen.
    if (!isDown && (k + 1 === places.length || places[k + 1] === null)) path += 'h1';
    isDown = true;
  }
  // Beyond its largest value a share stays what it is.
  if (isStepped && endY !== null) path += `H${right.toFixed(1)}`;
  return { path, endY, band: null, marks: isStepped || gapOf(marks) < markPx ? [] : marks };
}

/** More points than a line can show. */
export function isDense(places: readonly (Place | null)[]): boolean {
  return gapOf(places) < densePx;
}

/** Mean way from point to point [px]. */
function gapOf(places: readonly (Place | null)[]): number {
  const marks = places.filter((place) => place !== null);
  const [first, last] = [marks[0], marks.at(-1)];
  if (first === undefined || last === undefined || marks.length < 2) return Infinity;
  return (last[0] - first[0]) / (marks.length - 1);
}

interface Across {
  readonly left: number;
  readonly right: number;
  readonly textPx: number;
}

/** Its name stands on the side where there is more room. */
export function layEvent(name: string, at: number, { left, right, textPx }: Across): LaidEvent {
  const isBefore = at - left > right - at;
  const room = Math.max(at - left, right - at) - 8;
  return { at, name: fitText(name, room, textPx), nameX: at + (isBefore ? -6 : 6), isBefore };
}
