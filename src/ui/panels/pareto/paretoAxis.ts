/** Axis of a chart of points: it need not start at 0, and it can be read backwards, from a place to a value. */
import { ticks as niceTicks } from 'd3-array';
import type { ScaleKind } from '../../charts/scales';

/** What an axis spans. */
export interface AxisRange {
  readonly kind: ScaleKind;
  readonly low: number;
  readonly high: number;
  /** Logarithmic axes: 0 has a place of its own, before the axis begins. */
  readonly hasZero: boolean;
}

export interface ParetoAxis {
  readonly ticks: readonly { readonly value: number; readonly at: number }[];
  /** Distance from the axis' start [px], 0 .. length. What lies outside sits at the end. */
  readonly position: (value: number) => number;
  /** The value at a distance [px]. */
  readonly valueAt: (at: number) => number;
}

/** Room of the value 0 before a logarithmic axis begins [px]. */
const zeroRoomPx = 32;
/** Room around the outermost values, as a part of what they span. */
const margin = 0.08;
/** A linear axis starts at 0 where that leaves the values this part of it. */
const zeroFrom = 0.5;

/** The span that shows all these values; null without a finite one. */
export function axisRange(kind: ScaleKind, values: readonly number[]): AxisRange | null {
  const finite = values.filter(Number.isFinite);
  if (finite.length === 0) return null;
  const min = Math.min(...finite);
  const max = Math.max(...finite);
  if (kind === 'log' && max > 0) {
    const positive = finite.filter((value) => value > 0);
    const least = Math.min(...positive);
    const reach = Math.max(1.1, (max / least) ** margin);
    return { kind, low: least / reach, high: max * reach, hasZero: min <= 0 };
  }
  const span = max - min || Math.abs(max) * 0.2 || 1;
  const startsAtZero = min >= 0 && max - min >= zeroFrom * max;
  return {
    kind: 'linear',
    low: startsAtZero ? 0 : min - margin * span,
    high: max + margin * span,
    hasZero: false,
  };
}

/** Where values are further apart than this, a linear axis crowds most of them at its start. */
const linearUpTo = 30;

/** The kind of axis on which values stay apart. */
export function clearestAxis(values: readonly number[]): ScaleKind {
  const positive = values.filter((value) => Number.isFinite(value) && value > 0);
  return positive.length > 2 && Math.max(...positive) > linearUpTo * Math.min(...positive) ? 'log' : 'linear';
}

export function paretoAxis(range: AxisRange, lengthPx: number, tickCount: number): ParetoAxis {
  return range.kind === 'log' ? logAxis(range, lengthPx, tickCount) : linearAxis(range, lengthPx, tickCount);
}

function linearAxis({ low, high }: AxisRange, lengthPx: number, tickCount: number): ParetoAxis {
  const position = (value: number) => clamp(((value - low) / (high - low)) * lengthPx, lengthPx);
  return {
    position,
    valueAt: (at) => low + (clamp(at, lengthPx) / lengthPx) * (high - low),
    ticks: niceTicks(low, high, tickCount).map((value) => ({ value, at: position(value) })),
  };
}

function logAxis({ low, high, hasZero }: AxisRange, lengthPx: number, tickCount: number): ParetoAxis {
  const start = hasZero ? zeroRoomPx : 0;
  const room = lengthPx - start;
  const span = Math.log(high / low);
  const position = (value: number) => {
    if (value <= 0) return 0;
    return clamp(start + (Math.log(value / low) / span) * room, lengthPx, start);
  };
  const marks = logTicks(low, high, tickCount).map((value) => ({ value, at: position(value) }));
  return {
    position,
    valueAt: (at) =>
      hasZero && at < start / 2
        ? 0
        : low * Math.exp((Math.max(0, clamp(at, lengthPx) - start) / room) * span),
    ticks: hasZero ? [{ value: 0, at: 0 }, ...marks] : marks,
  };
}

/** 1, 2 and 5 of every factor of ten, or fewer; where that is less than two, round numbers. */
function logTicks(low: number, high: number, count: number): number[] {
  for (const steps of [[1, 2, 5], [1, 3], [1]]) {
    const found: number[] = [];
    for (let power = Math.floor(Math.log10(low)); power <= Math.log10(high); power += 1) {
      for (const step of steps) {
        // Read, not multiplied: 0.03 and not 0.030000000000000002.
        const value = Number(`${step}e${power}`);
        if (value >= low && value <= high) found.push(value);
      }
    }
    if (found.length < 2) break;
    if (found.length <= count) return found;
    if (steps.length === 1) {
      const every = Math.ceil(found.length / count);
      return found.filter((_, index) => (found.length - 1 - index) % every === 0);
    }
  }
  return niceTicks(low, high, Math.max(2, Math.floor(count / 2)));
}

function clamp(length: number, max: number, min = 0): number {
  return Math.min(max, Math.max(min, length));
}
