/** A logarithmic axis between two positive values, with ticks at 1, 2 and 5 of each decade, as many as there is room for. */
export interface LogAxis {
  readonly ticks: readonly number[];
  /** 0 .. lengthPx; what lies outside sits at an end. */
  position(value: number): number;
}

export function logAxis(min: number, max: number, lengthPx: number, tickCount: number): LogAxis {
  if (!(min > 0) || !(max >= min) || !Number.isFinite(max)) return { ticks: [], position: () => 0 };
  const low = Math.log10(min);
  // One value alone stands in the middle of a decade.
  const from = max > min ? low : low - 0.5;
  const span = max > min ? Math.log10(max) - low : 1;
  const position = (value: number): number =>
    value > 0 ? Math.min(1, Math.max(0, (Math.log10(value) - from) / span)) * lengthPx : 0;
  const candidates = [[1, 2, 5], [1, 3], [1]].map((steps) => ticksBetween(from, span, steps));
  const decades = candidates.at(-1)!;
  const fitting = candidates.find((ticks) => ticks.length <= tickCount && ticks.length > 1);
  const every = Math.max(1, Math.ceil(decades.length / Math.max(1, tickCount)));
  return { ticks: fitting ?? decades.filter((_, index) => index % every === 0), position };
}

function ticksBetween(from: number, span: number, steps: readonly number[]): number[] {
  const ticks: number[] = [];
  for (let power = Math.floor(from); power <= from + span + 1e-9; power++) {
    for (const step of steps) {
      const log = power + Math.log10(step);
      if (log >= from - 1e-9 && log <= from + span + 1e-9) ticks.push(Number(`${step}e${power}`));
    }
  }
  return ticks;
}
