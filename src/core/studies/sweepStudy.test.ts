import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LinkId, NodeId } from '../network/types';
import { changeCapacity, changeNode } from '../scenario/edits';
import { openingScenario } from '../scenario/presets/presets';
import { toy } from '../scenario/presets/toy';
import type { Scenario } from '../scenario/types';
import { findTicks, solveScenario } from '../solvers/solveScenario';
import { axisValues, coarseToFine } from './sweepAxis';
import { standAt, standsAt } from './sweepEdit';
import { sweepStudy } from './sweepStudy';
import type { SweepAnswer, SweepAxis, SweepLines, SweepMap, SweepParameter } from './sweepTypes';

const unhurried = { shouldStop: () => false };
const radio: SweepParameter = { kind: 'capacity', link: 'radio' as LinkId, direction: 'both' };
const internet: SweepParameter = { kind: 'capacity', link: 'internet' as LinkId, direction: 'both' };
const px: SweepParameter = { kind: 'input-px' };
const axis = (parameter: SweepParameter, from: number, to: number, steps: number): SweepAxis => ({
  parameter,
  from,
  to,
  steps,
  scale: 'log',
});

function linesOf(answer: SweepAnswer): SweepLines {
  if (answer.kind !== 'lines') throw new Error(answer.kind);
  return answer;
}
function mapOf(answer: SweepAnswer): SweepMap {
  if (answer.kind !== 'map') throw new Error(answer.kind);
  return answer;
}
const bestAt = (scenario: Scenario, parameter: SweepParameter, value: number) =>
  solveScenario(standAt(scenario, parameter, value)).best;

const parameters: readonly (readonly [string, Scenario, SweepAxis])[] = [
  ['a capacity', openingScenario, axis(radio, 1, 1000, 23)],
  [
    'a capacity of the toy',
    toy.scenario,
    axis({ kind: 'capacity', link: 'wire' as LinkId, direction: 'both' }, 0.1, 2, 23),
  ],
  ['a delay', openingScenario, axis({ kind: 'delay', link: 'radio' as LinkId }, 0.1, 100, 23)],
  ['a speed', toy.scenario, axis({ kind: 'speed', node: 'mec' as NodeId }, 0.1, 10, 23)],
  ['a memory', openingScenario, axis({ kind: 'memory', node: 'phone' as NodeId }, 0.1, 20, 9)],
  ['a picture size', openingScenario, axis(px, 64, 160, 9)],
];

describe('a sweep over one parameter', () => {
  it.each(parameters)('along %s every line is what solving the document there gives', (_, scenario, x) => {
    const answer = linesOf(sweepStudy(scenario, { x, y: null }, unhurried));
    expect(answer).toMatchObject({ complete: true, proven: true });
    for (const [k, value] of answer.xs.entries()) {
      const there = solveScenario(standAt(scenario, x.parameter, value));
      for (const { strategy, totalS } of answer.lines) {
        const outcome = there.strategies.find((entry) => entry.strategy === strategy)!.outcome;
        if (outcome.kind === 'infeasible') expect(totalS[k]).toBeNull();
        else expect(totalS[k]! / outcome.plan.totalS).toBeCloseTo(1, 9);
      }
      expect(answer.regions[answer.region[k]!]?.nodes).toEqual(there.best?.computeNodes);
    }
  });

  it.each(parameters)('along %s the plan changes at the breakpoints and nowhere else', (_, scenario, x) => {
    const { breakpoints, regions, xs, region } = linesOf(sweepStudy(scenario, { x, y: null }, unhurried));
    for (const { at, below, above } of breakpoints) {
      const step = x.parameter.kind === 'input-px' ? 1 / at : 1e-3;
      expect(regions[below]?.nodes).toEqual(bestAt(scenario, x.parameter, at * (1 - step))?.computeNodes);
      const justAbove = x.parameter.kind === 'input-px' ? at : at * (1 + step);
      expect(regions[above]?.nodes).toEqual(bestAt(scenario, x.parameter, justAbove)?.computeNodes);
    }
    const regionAt = (value: number) =>
      breakpoints.findLast(({ at }) => at <= value)?.above ?? breakpoints[0]?.below ?? region[0];
    for (const [k, value] of xs.entries()) expect(region[k]).toBe(regionAt(value));
  });

  it('has the ticks of the slider as its breakpoints, exactly', () => {
    const { breakpoints } = linesOf(
      sweepStudy(openingScenario, { x: axis(radio, 0.001, 1e6, 2), y: null }, unhurried),
    );
    const ticks = findTicks({ scenario: openingScenario, link: 'radio' as LinkId, direction: 'both' });
    expect(ticks.length).toBeGreaterThan(2);
    expect(breakpoints.map(({ at }) => at)).toEqual(ticks.map(({ capacityMbps }) => capacityMbps));
    expect(breakpoints.every(({ exact }) => exact)).toBe(true);
  });

  it('finds the capacities whatever the document’s own is, also while the link is down', () => {
    const x = axis(radio, 1, 1000, 5);
    const down = changeCapacity(openingScenario, 'radio' as LinkId, 0, 'both');
    const { breakpoints, lines } = linesOf(sweepStudy(openingScenario, { x, y: null }, unhurried));
    expect(sweepStudy(down, { x, y: null }, unhurried)).toMatchObject({ breakpoints, lines });
  });

  it('says which limit leaves no plan where there is none', () => {
    const x = axis({ kind: 'memory', node: 'phone' as NodeId }, 0.1, 30, 8);
    const down = changeCapacity(openingScenario, 'radio' as LinkId, 0, 'both');
    const { region, because, breakpoints, regions } = linesOf(sweepStudy(down, { x, y: null }, unhurried));
    expect(region[0]).toBe(-1);
    expect(because).toMatchObject({ kind: 'does-not-fit' });
    // Without the radio link the phone must hold all of the weights.
    expect(breakpoints).toHaveLength(1);
    expect(breakpoints[0]).toMatchObject({ below: -1, exact: false });
    expect(regions[breakpoints[0]!.above]).toEqual({ nodes: ['phone'], cuts: [] });
  });

  it('models every size, also that of a measured device, so that the line has no spike', () => {
    const measured = changeNode(openingScenario, 'phone' as NodeId, {
      device: { kind: 'custom', speed: 50 },
    });
    const profile = {
      ...measured.profiles.find(({ deviceId }) => deviceId === 'custom:50')!,
      id: 'p1',
      deviceId: 'measured',
    };
    const withMeasurement: Scenario = {
      ...openingScenario,
      nodes: openingScenario.nodes.map((node) =>
        node.id === openingScenario.sourceId
          ? { ...node, device: { kind: 'measured', profileId: 'p1', fallbackId: 'pi-4' } }
          : node,
      ),
      profiles: [...openingScenario.profiles, profile],
    };
    const options = { x: axis(px, 200, 240, 5), y: null };
    const { lines } = linesOf(sweepStudy(openingScenario, options, unhurried));
    expect(linesOf(sweepStudy(withMeasurement, options, unhurried)).lines).toEqual(lines);
  });

  it('has nothing to show where the source has no device', () => {
    const nodes = openingScenario.nodes.map((node) => ({ ...node, device: null }));
    expect(
      sweepStudy({ ...openingScenario, nodes }, { x: axis(radio, 1, 9, 3), y: null }, unhurried),
    ).toEqual({
      kind: 'trouble',
      trouble: { kind: 'source-has-no-device' },
    });
  });

  it('spans the range even when its time is up at once, and says that it is not complete', () => {
    const x = axis(radio, 1, 1000, 33);
    const answer = linesOf(sweepStudy(openingScenario, { x, y: null }, { shouldStop: () => true }));
    expect(answer).toMatchObject({ complete: false, xs: [1, 1000] });
    let calls = 0;
    const later = linesOf(
      sweepStudy(openingScenario, { x, y: null }, { shouldStop: () => (calls += 1) > 25 }),
    );
    expect(later.complete).toBe(false);
    expect(later.xs.length).toBeGreaterThan(3);
    expect(later.xs.at(-1)).toBe(1000);
  });

  it('tells its progress up to the end', () => {
    const parts: number[] = [];
    sweepStudy(
      openingScenario,
      { x: axis(radio, 1, 1000, 9), y: null },
      { shouldStop: () => false, onProgress: (part) => parts.push(part) },
    );
    expect(parts.at(-1)).toBe(1);
    expect(parts).toEqual([...parts].sort((a, b) => a - b));
  });
});

describe('a map over two parameters', () => {
  it.each([
    ['a capacity and a capacity', axis(radio, 1, 1000, 9), axis(internet, 1, 1000, 7)],
    [
      'a capacity and a delay',
      axis(radio, 1, 1000, 9),
      axis({ kind: 'delay', link: 'radio' as LinkId }, 0.1, 50, 5),
    ],
    ['a capacity and a size', axis(radio, 1, 1000, 9), axis(px, 64, 160, 3)],
    ['a size and a capacity', axis(px, 64, 160, 3), axis(radio, 1, 1000, 5)],
    [
      'a memory and a capacity',
      axis({ kind: 'memory', node: 'phone' as NodeId }, 0.1, 20, 5),
      axis(radio, 1, 1000, 5),
    ],
  ])('over %s every cell is what solving the document there gives', (_, x, y) => {
    const map = mapOf(sweepStudy(openingScenario, { x, y }, unhurried));
    expect(map).toMatchObject({ complete: true, proven: true });
    for (const [j, yValue] of map.ys.entries()) {
      for (const [i, xValue] of map.xs.entries()) {
        const there = standAt(openingScenario, y.parameter, yValue);
        const best = bestAt(there, x.parameter, xValue)!;
        expect(map.totalS[j]![i]! / best.totalS).toBeCloseTo(1, 9);
        expect(map.regions[map.region[j]![i]!]!.nodes).toEqual(best.computeNodes);
      }
    }
  });

  it('has on each row the breakpoints of a sweep of that row', () => {
    const [x, y] = [axis(radio, 1, 1000, 9), axis(internet, 10, 1000, 5)];
    const map = mapOf(sweepStudy(openingScenario, { x, y }, unhurried));
    for (const [j, value] of map.ys.entries()) {
      const row = standAt(openingScenario, internet, value);
      const lines = linesOf(sweepStudy(row, { x, y: null }, unhurried));
      const named = ({ regions }: SweepMap | SweepLines, index: number) => regions[index];
      expect(map.breakpoints[j]!.map(({ at }) => at)).toEqual(lines.breakpoints.map(({ at }) => at));
      expect(map.breakpoints[j]!.map(({ above }) => named(map, above))).toEqual(
        lines.breakpoints.map(({ above }) => named(lines, above)),
      );
    }
  });

  it('that is stopped has whole rows over the whole range', () => {
    const [x, y] = [axis(radio, 1, 1000, 9), axis(internet, 10, 1000, 33)];
    const map = mapOf(sweepStudy(openingScenario, { x, y }, { shouldStop: () => true }));
    expect(map).toMatchObject({ complete: false, ys: [10, 1000] });
    expect(map.region.every((row) => row.length === map.xs.length)).toBe(true);
  });
});

describe('the values of an axis', () => {
  it('rise from one end to the other within what the parameter may be', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 2e6, noNaN: true }),
        fc.double({ min: 0, max: 2e6, noNaN: true }),
        fc.integer({ min: -3, max: 500 }),
        fc.constantFrom('linear' as const, 'log' as const),
        fc.constantFrom<SweepParameter>(radio, px, { kind: 'memory', node: 'phone' as NodeId }),
        (from, to, steps, scale, parameter) => {
          const values = axisValues({ parameter, from, to, steps, scale }, 400);
          expect(values.length).toBeGreaterThan(0);
          expect(values.length).toBeLessThanOrEqual(400);
          expect(values.every((value, k) => k === 0 || value > values[k - 1]!)).toBe(true);
        },
      ),
      { seed: 3, numRuns: 300 },
    );
  });

  it('include both ends as they were asked for, and are spaced as the scale says', () => {
    expect(axisValues(axis(radio, 1, 1000, 4), 400).map((value) => Number(value.toPrecision(6)))).toEqual([
      1, 10, 100, 1000,
    ]);
    expect(axisValues({ ...axis(radio, 1, 7, 4), scale: 'linear' }, 400)).toEqual([1, 3, 5, 7]);
    expect(axisValues({ ...axis(px, 64, 66, 9), scale: 'linear' }, 400)).toEqual([64, 65, 66]);
  });

  it('are solved from coarse to fine, each once', () => {
    for (const count of [1, 2, 3, 5, 9, 40, 121]) {
      const order = coarseToFine(count);
      expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, k) => k));
      expect(new Set(order.slice(0, 2))).toEqual(new Set(count < 2 ? [0] : [0, count - 1]));
    }
  });
});

describe('where a document stands', () => {
  it('is what moving it there sets', () => {
    for (const [parameter, value] of [
      [radio, 42],
      [{ kind: 'delay', link: 'radio' as LinkId }, 7],
      [{ kind: 'memory', node: 'edge' as NodeId }, 512],
      [px, 160],
    ] as const) {
      expect(standsAt(standAt(openingScenario, parameter, value), parameter)).toBe(value);
    }
  });

  it('scales a speed that the user set, and leaves a published device alone', () => {
    const speed: SweepParameter = { kind: 'speed', node: 'mec' as NodeId };
    expect(standAt(toy.scenario, speed, 2).nodes[1]?.device).toEqual({ kind: 'custom', speed: 6 });
    const phone: SweepParameter = { kind: 'speed', node: openingScenario.sourceId };
    expect(standAt(openingScenario, phone, 2)).toBe(openingScenario);
  });

  it('is unknown for a size of a custom chain', () => {
    expect(standsAt(toy.scenario, px)).toBeNull();
    expect(standAt(toy.scenario, px, 100)).toBe(toy.scenario);
  });
});
