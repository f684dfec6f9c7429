/** What a drag or a key on a limit means. The far end of the axis stands for "no limit". */
import type { Direction, ParetoLayout } from './paretoChartTypes';

/** Keys move a limit by parts of the axis; 100 and beyond is "no limit". */
const steps: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
  Home: -Infinity,
  End: Infinity,
};

export function isLimitKey(key: string): boolean {
  return key in steps || key === 'Delete' || key === 'Backspace';
}

/** Where the limit stands, 0 .. 100 along the axis; 100: none, or beyond the end. */
export function limitPercent(layout: ParetoLayout, direction: Direction): number {
  const { state, at } = layout.limits[direction];
  if (state !== 'inside') return 100;
  return Math.min(99, Math.max(0, (alongOf(layout, direction, at) / lengthOf(layout, direction)) * 100));
}

/** The limit at a place in the drawing [px], to three figures; null past the far end. */
export function limitAt(layout: ParetoLayout, direction: Direction, at: number): number | null {
  const along = alongOf(layout, direction, at);
  if (along >= lengthOf(layout, direction)) return null;
  return roundTo3(layout.axes[direction].valueAt(Math.max(0, along)));
}

/** The limit a key leads to; undefined where the key means nothing here. */
export function limitAfterKey(
  layout: ParetoLayout,
  direction: Direction,
  key: string,
): number | null | undefined {
  if (key === 'Delete' || key === 'Backspace') return null;
  const step = steps[key];
  if (step === undefined) return undefined;
  const percent = Math.max(0, limitPercent(layout, direction) + step);
  if (percent >= 100) return null;
  const length = lengthOf(layout, direction);
  const { value } = layout.limits[direction];
  // On a narrow axis one step is less than the third figure.
  for (let digits = 3; digits <= 9; digits += 1) {
    const next = roundTo(layout.axes[direction].valueAt((percent / 100) * length), digits);
    if (next !== value || percent === 0) return next;
  }
  return value;
}

/** Where a limit that did not exist before begins: through the middle of what the axis shows. */
export function firstLimit(layout: ParetoLayout, direction: Direction): number {
  return roundTo3(layout.axes[direction].valueAt(lengthOf(layout, direction) / 2));
}

function lengthOf({ plot }: ParetoLayout, direction: Direction): number {
  return direction === 'x' ? plot.width : plot.height;
}

function alongOf({ plot }: ParetoLayout, direction: Direction, at: number): number {
  return direction === 'x' ? at - plot.left : plot.top + plot.height - at;
}

function roundTo(value: number, digits: number): number {
  return Number(value.toPrecision(digits));
}

const roundTo3 = (value: number): number => roundTo(value, 3);
