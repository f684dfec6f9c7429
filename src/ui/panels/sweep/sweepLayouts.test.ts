import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LinkId, NodeId } from '../../../core/network/types';
import { openingScenario } from '../../../core/scenario/presets/presets';
import { sweepStudy } from '../../../core/studies/sweepStudy';
import type { SweepAxis, SweepLines, SweepMap } from '../../../core/studies/sweepTypes';
import { axisScale } from '../../charts/axisScale';
import { regionStripes } from './RegionPattern';
import { sweepLinesLayout } from './sweepLinesLayout';
import { sweepMapLayout } from './sweepMapLayout';

const unhurried = { shouldStop: () => false };
const x: SweepAxis = {
  parameter: { kind: 'capacity', link: 'radio' as LinkId, direction: 'both' },
  from: 1,
  to: 1000,
  steps: 31,
  scale: 'log',
};
const y: SweepAxis = {
  parameter: { kind: 'speed', node: 'phone' as NodeId },
  from: 0.1,
  to: 10,
  steps: 9,
  scale: 'log',
};
const lines = sweepStudy(openingScenario, { x, y: null }, unhurried) as SweepLines;
const map = sweepStudy(openingScenario, { x, y }, unhurried) as SweepMap;
const sizes = [
  { width: 1000, height: 320, textPx: 14 },
  { width: 340, height: 240, textPx: 14 },
];

describe('an axis of a sweep', () => {
  it('leads back from a pixel to the value that is drawn there', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('linear' as const, 'log' as const),
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        (scale, value) => {
          for (const [start, end] of [
            [50, 700],
            [300, 20],
          ] as const) {
            const axis = axisScale({ scale }, 0.01, 100, start, end, 8);
            expect(axis.valueAt(axis.position(value)) / value).toBeCloseTo(1, 6);
          }
        },
      ),
      { seed: 2, numRuns: 200 },
    );
  });

  it('has ticks within its ends, no more than there is room for', () => {
    for (const [low, high, count] of [
      [1, 1000, 10],
      [1, 1e6, 4],
      [3, 8, 6],
      [0.1, 10, 3],
    ] as const) {
      const { ticks } = axisScale({ scale: 'log' }, low, high, 0, 500, count);
      expect(ticks.length).toBeGreaterThan(0);
      expect(ticks.length).toBeLessThanOrEqual(count);
      expect(ticks.every((tick) => tick >= low * 0.999999 && tick <= high * 1.000001)).toBe(true);
    }
  });
});

describe('the lines of a sweep', () => {
  it.each(sizes)('at $width px the ribbon is whole, in order, and changes at the breakpoints', (size) => {
    const layout = sweepLinesLayout(lines, x, size);
    const { segments, plot } = layout;
    expect(segments).toHaveLength(lines.breakpoints.length + 1);
    expect(segments[0]!.x).toBe(plot.left);
    expect(segments.at(-1)!.x + segments.at(-1)!.width).toBeCloseTo(plot.right, 6);
    for (const [k, { x: at }] of layout.breakpoints.entries()) expect(segments[k + 1]!.x).toBeCloseTo(at, 6);
    expect(layout.width).toBe(size.width);
  });

  it('bends the best line exactly at a breakpoint', () => {
    const layout = sweepLinesLayout(lines, x, sizes[0]!);
    const best = layout.lines.find(({ strategy }) => strategy === 'best')!;
    for (const { x: at, y: level } of layout.breakpoints) {
      expect(best.path).toContain(`${at.toFixed(1)} ${level!.toFixed(1)}`);
    }
  });

  it.each(sizes)('at $width px no two letters lie on each other, and all lie in the plot', (size) => {
    const { lines: laid, plot } = sweepLinesLayout(lines, x, size);
    const places = laid.flatMap(({ labelY }) => (labelY === null ? [] : [labelY])).sort((a, b) => a - b);
    expect(places.length).toBe(laid.length);
    for (const [k, place] of places.entries()) {
      if (k > 0) expect(place - places[k - 1]!).toBeGreaterThan(size.textPx);
      expect(place).toBeGreaterThanOrEqual(plot.top - 1);
    }
  });

  it('leaves a gap where a strategy is not possible', () => {
    const gap: SweepLines = {
      ...lines,
      lines: [{ strategy: 'ue-only', totalS: lines.xs.map((_, k) => (k === 5 ? null : 0.05)) }],
    };
    expect(sweepLinesLayout(gap, x, sizes[0]!).lines[0]!.path.match(/M/gu)).toHaveLength(2);
  });
});

describe('the map of a sweep', () => {
  it.each(sizes)('at $width px its regions cover the plot, largest first', (size) => {
    const { regions } = sweepMapLayout(map, { x, y }, size);
    expect(regions.reduce((sum, { area }) => sum + area, 0)).toBeCloseTo(1, 6);
    const areas = regions.map(({ area }) => area);
    expect(areas).toEqual([...areas].sort((a, b) => b - a));
    expect(regions[0]!.label).not.toBeNull();
  });

  it('puts a number inside a run of its own region', () => {
    const layout = sweepMapLayout(map, { x, y }, sizes[0]!);
    for (const { region, label, path } of layout.regions) {
      if (label === null) continue;
      const runs = [...path.matchAll(/M([\d.]+) ([\d.]+)H([\d.]+)V([\d.]+)/gu)].map((match) =>
        match.slice(1).map(Number),
      );
      const inside = runs.some(
        ([left, top, right, bottom]) =>
          label.x > left! && label.x < right! && label.y >= top! - 0.1 && label.y <= bottom! + 0.1,
      );
      expect(inside, `region ${region}`).toBe(true);
    }
  });

  it('draws a border wherever the plan changes from one row to the next', () => {
    const { borders } = sweepMapLayout(map, { x, y }, sizes[0]!);
    const upright = borders.match(/V/gu)?.length;
    expect(upright).toBe(map.breakpoints.flat().length);
    expect(borders).toMatch(/H/u);
  });
});

describe('the stripes of a plan', () => {
  it('are as wide as the share of the blocks, never too thin to be seen, and whole together', () => {
    const colours = new Map([['a' as NodeId, 0]]);
    const stripes = regionStripes({ nodes: ['a' as NodeId, 'b' as NodeId], cuts: [1] }, colours, 100);
    expect(stripes.map(({ colour }) => colour)).toEqual([0, 'other']);
    expect(stripes[0]!.share).toBeGreaterThan(0.1);
    expect(stripes[0]!.share + stripes[1]!.share).toBeCloseTo(1, 9);
  });
});
