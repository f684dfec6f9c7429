import { describe, expect, test } from 'vitest';
import { changeGoals } from '../../../core/scenario/goalEdits';
import { openingScenario } from '../../../core/scenario/presets/presets';
import type { FrontAnswer } from '../../../core/studies/frontTypes';
import { solutionColours } from '../../solutionColours';
import { paretoView } from './paretoView';
import { front, measuresOf, methods, solution } from './testing/frontFixture';
import { strategyPoints } from './strategyPoints';
import { verdict } from './verdict';

const colours = solutionColours(solution);
const strategies = strategyPoints(solution, methods, front.points, 'ue-energy');
const source = { scenario: openingScenario, answer: front, strategies, colours };
const view = paretoView(source, { y: 'ue-energy', third: null });
const limited = changeGoals(openingScenario, { limits: { latencyMs: 63 } }).goals;
const unlimited = openingScenario.goals;
const withMethod = (method: string, change: Partial<FrontAnswer['methods'][number]>): FrontAnswer => ({
  ...front,
  methods: front.methods.map((entry) => (entry.method === method ? { ...entry, ...change } : entry)),
});

describe('the points', () => {
  test('say what runs where, how the energy came about, and what else is known', () => {
    const { title, lines } = view.describe('2');
    expect(title).toBe('100 ms, 200 mJ UE energy');
    expect(lines[0]).toBe('All 55 blocks on Phone');
    expect(lines.join('; ')).toContain('Bytes sent 1 kB');
    expect(view.describe('99')).toEqual({ title: '', lines: [] });
  });

  test('are coloured by the node that ends and shaped by how many compute', () => {
    expect(view.points[2]!.nodes).toBe(1);
    expect(view.points[0]!.nodes).toBeGreaterThan(1);
    expect(view.points[2]!.colour).toBe(solutionColours(solution).get(openingScenario.sourceId));
    expect(view.legend[0]!.name).toBe('Phone');
  });

  test('are joined by the usual strategies that are not on the front', () => {
    expect(strategies.map(({ strategy }) => strategy)).toEqual(['edge-only']);
    expect(view.points.filter(({ isBeaten }) => isBeaten).map(({ id, x, y }) => [id, x, y])).toEqual([
      ['edge-only', 0.08, 0.95],
    ]);
    expect(view.describe('edge-only').title).toBe('All on the edge: 80 ms, 950 mJ UE energy');
    expect(strategyPoints(solution, null, front.points, 'ue-energy')).toEqual([]);
    expect(strategyPoints(solution, methods, front.points, 'leakage')).toEqual([]);
  });

  test('a plan that was drawn is found again', () => {
    expect(view.idOf({ ...front.points[1]!.plan })).toBe('1');
    expect(view.idOf({ ...front.points[1]!.plan, legs: [] })).toBeNull();
  });

  test('methods with the same answer share one ring, and one that breaks a limit says so', () => {
    expect(view.marks.map(({ label }) => label)).toEqual([
      'Fastest',
      'Eq. 11, Within limits',
      'Eq. 12: over the limit',
    ]);
  });

  test('the table has every point and every method, in the units of its columns', () => {
    expect(view.table.columns.map(({ name }) => name)).toContain('UE energy (mJ)');
    expect(view.table.rows).toHaveLength(8);
    expect(view.table.rows[0]!.slice(2, 4)).toEqual([40, 900]);
    expect(view.table.rows.at(-1)![0]).toBe('Best within limits');
  });

  test('say which limit they break, also one that no axis shows', () => {
    const scenario = changeGoals(openingScenario, { limits: { kilobytes: 5 } });
    const [first, ...others] = front.points;
    const heavy = { ...first!, measures: { ...first!.measures, bytes: 9000 } };
    const answer = { ...front, points: [heavy, ...others] };
    const tight = paretoView(
      { ...source, scenario, answer, strategies: [] },
      { y: 'ue-energy', third: null },
    );
    expect(tight.points.map(({ isOver }) => isOver)).toEqual([true, false, false]);
    expect(tight.describe('0').lines).toContain('Breaks the bytes sent limit by 4 kB');
    expect(tight.summary).toMatch(/One of them breaks a limit\.$/);
    expect(view.points.some(({ isOver }) => isOver)).toBe(false);
  });

  test('the summary counts, and says when the search was cut short', () => {
    expect(view.summary).toBe(
      '3 plans, none beaten by another in latency and UE energy: from 40 ms, 900 mJ UE energy, to 100 ms, 200 mJ UE energy.',
    );
    const cut = paretoView(
      { ...source, answer: { ...front, complete: false }, strategies: [] },
      { y: 'ue-energy', third: 'bytes' },
    );
    expect(cut.summary).toContain('latency, UE energy and bytes sent');
    expect(cut.summary).toContain('cut short');
    expect(cut.points.map(({ third }) => third)).toEqual([1000, 1000, 1000]);
  });
});

describe('the verdict', () => {
  test('says what the exact answer saves and by how much eq. 12 breaks the limit', () => {
    expect(verdict(limited, front, true)).toEqual([
      'With latency at most 63 ms, the least UE energy is 500 mJ, at 60 ms: 44.4 % less than the fastest plan takes (900 mJ).',
      'HiveMind’s weights (eq. 12) break the latency limit by 37 ms here.',
      'The weighted sum (eq. 11) finds as good a plan here, without a guarantee.',
    ]);
  });

  test('says what keeping the limits costs where nothing is broken', () => {
    const costly = withMethod('hivemind-weights', { measures: measuresOf(0.05, 0.6), broken: [] });
    expect(verdict(limited, costly, true)[1]).toBe(
      'HiveMind’s weights (eq. 12) keep every limit but take 20 % more (600 mJ).',
    );
  });

  test('never says "the least" of what is not proved', () => {
    expect(verdict(limited, front, false)[0]).toContain('the least UE energy found (estimated) is');
  });

  test('names the limit that no plan keeps', () => {
    const none = withMethod('within-limits', { measures: null });
    const tight = changeGoals(openingScenario, { limits: { latencyMs: 30 } }).goals;
    expect(verdict(tight, none, true)).toEqual([
      'No plan keeps the latency limit of 30 ms: the least is 40 ms.',
    ]);
    const both = changeGoals(openingScenario, { limits: { latencyMs: 50, ueEnergyMJ: 300 } }).goals;
    expect(verdict(both, none, true)).toEqual([
      'No plan keeps all the limits together: latency at most 50 ms and UE energy at most 300 mJ.',
    ]);
    expect(verdict(both, none, false)[0]).toMatch(/^No plan was found that keeps all/);
  });

  test('without limits invites to set one', () => {
    const [first, second] = verdict(unlimited, front, true);
    expect(first).toMatch(/^Without limits, the least UE energy is 500 mJ, at 60 ms/);
    expect(second).toMatch(/^Set a limit/);
  });

  test('says so where what is to be minimised is not known', () => {
    const goals = { ...limited, minimise: 'leakage' as const };
    expect(verdict(goals, front, true)).toEqual([
      'What is to be minimised, leakage, is not known for this scenario.',
    ]);
  });
});
