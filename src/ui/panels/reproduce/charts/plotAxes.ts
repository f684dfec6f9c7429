/** Axes that the plots share: which kind, from where to where, and marks that do not run into each other. */
import { nice, ticks as niceTicks } from 'd3-array';
import { axisScale } from '../../../charts/axisScale';
import { textWidth } from '../../../charts/fitText';
import { clearestScale, type ScaleKind } from '../../../charts/scales';

export interface Tick {
  readonly at: number;
  readonly label: string;
}

interface AxisPlan {
  readonly scale: ScaleKind;
  readonly low: number;
  readonly high: number;
}

/** From mark to mark: the first stands at its beginning, the last at its end. */
interface MarkedAxis extends AxisPlan {
  readonly marks: readonly { readonly value: number; readonly label: string }[];
}

export interface LaidAxis extends MarkedAxis {
  readonly position: (value: number) => number;
}

/** Parts of a whole, always seen against it. */
export const shares = { scale: 'linear', low: 0, high: 100 } as const satisfies AxisPlan;

/** Of measured values: from 0, or below where values are; in decades where rows of them are too far apart otherwise. */
export function valueAxis(rows: readonly (readonly (number | null)[])[]): AxisPlan {
  const finite = rows.map((values) => values.filter((value) => value !== null && Number.isFinite(value)));
  const all = finite.flat() as number[];
  const least = all.reduce((min, value) => Math.min(min, value), 0);
  const most = all.reduce((max, value) => Math.max(max, value), 0);
  const above = all.filter((value) => value > 0);
  const isLog = least === 0 && above.length > 0 && clearestScale(finite as number[][]) === 'log';
  if (isLog) return { scale: 'log', low: above.reduce((min, value) => Math.min(min, value)), high: most };
  return { scale: 'linear', low: least, high: most > least ? most : least + 1 };
}

/** How many times the least the largest must be for a row of steps to be read in decades. */
const decadesFrom = 20;

/** Of what was chosen (capacity, speed, time): from the first to the last, in decades where the steps themselves are. */
export function chosenAxis(points: readonly number[]): AxisPlan {
  const low = points[0] ?? 0;
  const high = points.at(-1) ?? 1;
  const middle = points[Math.floor(points.length / 2)] ?? low;
  const isLog = low > 0 && high >= decadesFrom * low && middle - low < (high - low) / 3;
  if (high > low) return { scale: isLog ? 'log' : 'linear', low, high };
  return { scale: 'linear', low: low - 1, high: low + 1 };
}

/** Lengthened to the next round number on either side, with about so many marks. */
export function markAxis({ scale, low, high }: AxisPlan, count: number): MarkedAxis {
  const most = Math.max(2, count);
  const values = scale === 'log' ? logMarks(low, high, most) : linearMarks(low, high, most);
  const places = scale === 'log' ? null : Math.max(...values.map(placesOf));
  return {
    scale,
    low: values[0]!,
    high: values.at(-1)!,
    marks: values.map((value) => ({ value, label: markText(value, places ?? placesOf(value)) })),
  };
}

function linearMarks(low: number, high: number, count: number): readonly number[] {
  const [from, to] = nice(low, high, count);
  return niceTicks(from, to, count);
}

/** Of each decade, as many as there is room for. */
const digitSets = [[1, 2, 5], [1, 3], [1]] as const;

function logMarks(low: number, high: number, count: number): readonly number[] {
  for (const digits of digitSets) {
    const values = marksOver(low, high, digits, 1);
    if (values.length <= count) return values;
  }
  return marksOver(low, high, [1], 2);
}

/** From the last mark that is not above `low` to the first that is not below `high`. */
function marksOver(low: number, high: number, digits: readonly number[], every: number): readonly number[] {
  const slack = 1e-9;
  const all: number[] = [];
  const first = every * Math.floor(Math.log10(low) / every);
  for (let power = first; all.length === 0 || all.at(-1)! < high * (1 - slack); power += every) {
    for (const digit of digits) {
      if (all.length === 0 || all.at(-1)! < high * (1 - slack)) all.push(Number(`${digit}e${power}`));
    }
  }
  const start = all.findLastIndex((value) => value <= low * (1 + slack));
  const kept = all.slice(Math.max(0, start));
  return kept.length > 1 ? kept : [...kept, 10 * kept[0]!];
}

/** Decimal places that a round number needs. */
function placesOf(value: number): number {
  return String(Number(value.toPrecision(12))).split('.')[1]?.length ?? 0;
}

function markText(value: number, places: number): string {
  if (value === 0) return '0';
  const options = { minimumFractionDigits: places, maximumFractionDigits: places };
  return value.toLocaleString('en-GB', options).replace('-', '−');
}

export function layAxis(axis: MarkedAxis, startPx: number, endPx: number): LaidAxis {
  const { position } = axisScale(axis, axis.low, axis.high, startPx, endPx, 2);
  return { ...axis, position };
}

/** Marks along an axis that lies: as many as stand clear of each other. */
export function lyingTicks({ marks, position }: LaidAxis, textPx: number): readonly Tick[] {
  let free = -Infinity;
  return marks.map(({ value, label }) => {
    const at = position(value);
    const half = textWidth(label, textPx) / 2;
    if (at - half < free) return { at, label: '' };
    free = at + half + textPx * 0.5;
    return { at, label };
  });
}

export function standingTicks({ marks, position }: LaidAxis): readonly Tick[] {
  return marks.map(({ label, value }) => ({ at: position(value), label }));
}

/** Room that the numbers of a standing axis take [px]. */
export function ticksWidth({ marks }: MarkedAxis, textPx: number): number {
  return Math.ceil(Math.max(textPx, ...marks.map(({ label }) => textWidth(label, textPx)))) + 10;
}

/** Between a plot and the name of what stands in it: a curve along its top does not touch the name. */
export const nameGapPx = 15;

/** The name of an axis, with its kind where that is not the usual one. */
export function axisTitle(name: string, scale: ScaleKind): string {
  return scale === 'log' ? `${name}, log scale` : name;
}
