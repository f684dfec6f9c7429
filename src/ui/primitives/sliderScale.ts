/** Geometry of a capacity slider: a logarithmic track in whole positions, keyboard steps, and where ticks fall. */
import type { LinkDirection } from '../../core/network/types';

/** Positions of the thumb per factor of ten: one is 1.16 %, finer than a pixel of the track and coarser than rounding. */
const positionsPerDecade = 200;
/** Arrow keys walk a fixed grid of 48 values per factor of ten (4.9 % apart), so that up and down undo each other. */
const keysPerDecade = 48;
const usualMinMbps = 0.1;
const usualMaxMbps = 1e4;

export interface SliderRange {
  readonly minMbps: number;
  readonly maxMbps: number;
  /** The thumb moves over the whole numbers 0 .. positions. */
  readonly positions: number;
}

/** 0.1 Mbit/s to 10 Gbit/s, widened by whole factors of ten until it holds every value given; 0 (down) needs no room. */
export function sliderRange(...valuesMbps: readonly number[]): SliderRange {
  const up = valuesMbps.filter((value) => value > 0);
  const lowest = Math.min(usualMinMbps, ...up);
  const highest = Math.max(usualMaxMbps, ...up);
  const minExponent = Math.floor(Math.log10(lowest) + 1e-9);
  const maxExponent = Math.ceil(Math.log10(highest) - 1e-9);
  return {
    minMbps: powerOfTen(minExponent),
    maxMbps: powerOfTen(maxExponent),
    positions: (maxExponent - minExponent) * positionsPerDecade,
  };
}

/** The capacity at a thumb position, to three significant figures [Mbit/s]. */
export function capacityAt(position: number, range: SliderRange): number {
  const clamped = Math.min(range.positions, Math.max(0, position));
  return roundTo3(range.minMbps * 10 ** (clamped / positionsPerDecade));
}

/** The thumb position of a capacity, not rounded; a link that is down sits at the left end. */
export function positionOf(mbps: number, range: SliderRange): number {
  if (mbps <= 0) return 0;
  const position = Math.log10(mbps / range.minMbps) * positionsPerDecade;
  return Math.min(range.positions, Math.max(0, position));
}

/** The capacity a key leads to; null when the key means nothing to a slider. */
export function capacityAfterKey(key: string, mbps: number, range: SliderRange): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return clamp(neighbour(mbps, 1, range), range);
    case 'ArrowLeft':
    case 'ArrowDown':
      return clamp(neighbour(mbps, -1, range), range);
    case 'PageUp':
      return clamp(roundTo3(mbps * 2), range);
    case 'PageDown':
      return clamp(roundTo3(mbps / 2), range);
    case 'Home':
      return range.minMbps;
    case 'End':
      return range.maxMbps;
    default:
      return null;
  }
}

export interface TickMark {
  /** Index of the breakpoint it stands for. */
  readonly index: number;
  readonly capacityMbps: number;
  /** Place on the track, 0 (left end) to 1. */
  readonly fraction: number;
}

/** Where breakpoints fall on the track, from the left. Those outside the range are left out. */
export function tickMarks(breakpointsMbps: readonly number[], range: SliderRange): readonly TickMark[] {
  return breakpointsMbps
    .map((capacityMbps, index) => ({ index, capacityMbps }))
    .filter(({ capacityMbps }) => capacityMbps >= range.minMbps && capacityMbps <= range.maxMbps)
    .sort((one, other) => one.capacityMbps - other.capacityMbps)
    .map(({ index, capacityMbps }) => ({
      index,
      capacityMbps,
      fraction: positionOf(capacityMbps, range) / range.positions,
    }));
}

/**
 * How far the middle of each number lies from its tick, so that numbers keep clear of each other [px]; null for a number
 * left out because it would have to move farther than `farthest`. Ticks come from the left.
 */
export function placeTickNumbers(
  ticksPx: readonly number[],
  widthsPx: readonly number[],
  farthest: number,
): readonly (number | null)[] {
  const shown = ticksPx.map((_, index) => index);
  for (;;) {
    const shifts = spread(
      shown.map((index) => ticksPx[index]!),
      shown.map((index) => widthsPx[index]!),
    );
    const worst = shifts.reduce(
      (at, shift, place) => (Math.abs(shift) > Math.abs(shifts[at]!) ? place : at),
      0,
    );
    if (shown.length === 0 || Math.abs(shifts[worst]!) <= farthest) {
      const shiftOf = new Map(shown.map((index, place) => [index, shifts[place]!]));
      return ticksPx.map((_, index) => shiftOf.get(index) ?? null);
    }
    // Within the crowd the number that was pushed farthest goes; the ends of a crowd are pushed most, so take its neighbour.
    shown.splice(shifts[worst]! < 0 ? worst + 1 : worst - 1, 1);
  }
}

/** Least width of what a finger is to hit [px]. */
const targetPx = 24;

/**
 * Middles of the ticks' targets, wide enough to be hit and beside each other, as near to their ticks as that allows and no
 * farther out than half a target beyond the track [px]. Where there is not enough room for all, they share it. Ticks come
 * from the left.
 */
export function placeTickTargets(ticksPx: readonly number[], trackPx: number): readonly number[] {
  const width = Math.min(targetPx, (trackPx + targetPx) / Math.max(1, ticksPx.length));
  const [first, last] = [(width - targetPx) / 2, trackPx - (width - targetPx) / 2];
  const shifts = spread(
    ticksPx,
    ticksPx.map(() => width),
  );
  return ticksPx.map((tick, place) =>
    Math.min(
      last - (ticksPx.length - 1 - place) * width,
      Math.max(first + place * width, tick + shifts[place]!),
    ),
  );
}

/** Least squares: numbers that touch form a group that is centred on its ticks. */
function spread(ticksPx: readonly number[], widthsPx: readonly number[]): readonly number[] {
  // With the widths taken off, "clear of each other" becomes "in order".
  const offsets: number[] = [];
  let offset = 0;
  for (const [index, width] of widthsPx.entries()) {
    if (index > 0) offset += (widthsPx[index - 1]! + width) / 2;
    offsets.push(offset);
  }
  const groups: { sum: number; count: number }[] = [];
  for (const [index, tick] of ticksPx.entries()) {
    groups.push({ sum: tick - offsets[index]!, count: 1 });
    while (groups.length > 1) {
      const [before, last] = [groups.at(-2)!, groups.at(-1)!];
      if (before.sum / before.count <= last.sum / last.count) break;
      groups.splice(-2, 2, { sum: before.sum + last.sum, count: before.count + last.count });
    }
  }
  return groups
    .flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count))
    .map((middle, index) => middle + offsets[index]! - ticksPx[index]!);
}

/** The capacity a slider of this direction shows. Directions that move together have one value. */
export function capacityOf(
  link: { readonly aToBMbps: number; readonly bToAMbps: number },
  direction: LinkDirection | 'both',
): number {
  return direction === 'bToA' ? link.bToAMbps : link.aToBMbps;
}

function neighbour(mbps: number, step: 1 | -1, range: SliderRange): number {
  if (mbps <= 0) return step === 1 ? range.minMbps : 0;
  const place = Math.log10(mbps) * keysPerDecade;
  // Values on the grid are rounded to three figures, so "on the grid" is a matter of a few per mille of a step.
  const onGrid = Math.abs(place - Math.round(place)) < 0.12;
  const from = onGrid ? Math.round(place) : step === 1 ? Math.floor(place) : Math.ceil(place);
  return roundTo3(10 ** ((from + step) / keysPerDecade));
}

function clamp(mbps: number, range: SliderRange): number {
  return mbps <= 0 ? 0 : Math.min(range.maxMbps, Math.max(range.minMbps, mbps));
}

function roundTo3(value: number): number {
  return Number(value.toPrecision(3));
}

/** Exact, where 10 ** -3 is not. */
function powerOfTen(exponent: number): number {
  return Number(`1e${exponent}`);
}
