/** An axis between two values in pixels: forwards, backwards, and its ticks. */
import { ticks as niceTicks } from 'd3-array';
import type { ScaleKind } from './scales';

export interface AxisScale {
  readonly position: (value: number) => number;
  readonly valueAt: (px: number) => number;
  readonly ticks: readonly number[];
}

/** Onto startPx .. endPx (the vertical axis runs backwards); values outside the range land at its ends. */
export function axisScale(
  { scale }: { readonly scale: ScaleKind },
  low: number,
  high: number,
  startPx: number,
  endPx: number,
  tickCount: number,
): AxisScale {
  const isLog = scale === 'log' && low > 0;
  const by = isLog ? Math.log : (value: number) => value;
  const from = by(low);
  const span = by(high) - from;
  const part = (value: number): number =>
    span > 0 && (!isLog || value > 0) ? Math.min(1, Math.max(0, (by(value) - from) / span)) : 0;
  return {
    position: (value) => startPx + part(value) * (endPx - startPx),
    valueAt: (px) => {
      const share = Math.min(1, Math.max(0, (px - startPx) / (endPx - startPx)));
      return isLog ? Math.exp(from + share * span) : low + share * (high - low);
    },
    ticks: isLog ? logTicks(low, high, tickCount) : niceTicks(low, high, tickCount),
  };
}

/** Decades; with room 1-2-5 of each, with none every second decade and so on. */
function logTicks(low: number, high: number, tickCount: number): number[] {
  const slack = 1e-9;
  const first = Math.floor(Math.log10(low));
  const last = Math.ceil(Math.log10(high));
  const make = (digits: readonly number[], every: number): number[] => {
    const found: number[] = [];
    for (let power = first; power <= last; power += 1) {
      if (power % every !== 0) continue;
      for (const digit of digits) {
        const value = Number(`${digit}e${power}`);
        if (value >= low * (1 - slack) && value <= high * (1 + slack)) found.push(value);
      }
    }
    return found;
  };
  const candidates = [make([1, 2, 5], 1), make([1, 3], 1), make([1], 1), make([1], 2), make([1], 3)];
  return candidates.find((found) => found.length <= tickCount) ?? make([1], 4);
}
