import { describe, expect, test } from 'vitest';
import { changeCapacity, changeNode, changeOwnSplit, changeWorkload } from '../../../core/scenario/edits';
import { openingScenario, presets } from '../../../core/scenario/presets/presets';
import { toy } from '../../../core/scenario/presets/toy';
import type { Scenario } from '../../../core/scenario/types';
import { solveScenario } from '../../../core/solvers/solveScenario';
import type { Solution } from '../../../protocol/solverApi';
import { countMissing, layersChartLayout } from '../../charts/layersChartLayout';
import { namesOf } from '../../errors/names';
import { ownSplitSentence } from '../../explain/ownSplitSentence';
import { nodeColours } from '../../nodeColours';
import { solutionColours } from '../../solutionColours';
import { compareView } from './compareView';
import { cutText, layersView } from './layersView';
import { noTimeline, timelineView } from './timelineView';

function layersOf(scenario: Scenario) {
  const solution = solveScenario(scenario);
  return layersView({
    scenario,
    plan: solution.best,
    own: scenario.ownSplit ?? solution.ownStart,
    colours: solutionColours(solution),
    measuredHere: [],
  });
}

function compareOf(scenario: Scenario) {
  const solution = solveScenario(scenario);
  return compareView(scenario, solution, solutionColours(solution), []);
}

/** The same solution with a search that was cut short. */
function unproved(solution: Solution): Solution {
  return {
    ...solution,
    strategies: solution.strategies.map((entry) =>
      entry.strategy === 'best' && entry.outcome.kind === 'plan'
        ? { ...entry, outcome: { ...entry.outcome, proven: false } }
        : entry,
    ),
  };
}

function timelineOf(scenario: Scenario) {
  const solution = solveScenario(scenario);
  return timelineView(scenario, solution.best!, solutionColours(solution), []);
}

describe.each(presets.map(({ name, scenario }) => [name, scenario] as const))(
  'every view of "%s"',
  (_, scenario) => {
    test('draws every number', () => {
      const { data, table } = layersOf(scenario);
      expect(countMissing(data)).toBe(0);
      expect(table.rows).toHaveLength(data.blockNames.length + 1);
      const layout = layersChartLayout(data, { width: 900, height: 300, textPx: 14, scale: 'log' });
      expect(JSON.stringify(layout)).not.toMatch(/NaN|Infinity/);
    });

    test('says nothing that is not a number or a word', () => {
      const layers = layersOf(scenario);
      const compare = compareOf(scenario);
      const timeline = timelineOf(scenario);
      const texts = [
        layers.summary,
        compare.summary,
        timeline.summary,
        JSON.stringify(layers.describe({ kind: 'block', block: 0 })),
        ...compare.bars.flatMap(({ id }) => compare.describe(id)),
        ...timeline.bars.map(({ id }) => JSON.stringify(timeline.describe(id))),
      ];
      for (const text of texts) expect(text).not.toMatch(/undefined|NaN|Infinity|removed|!/);
    });

    test('the runs of the shown plan cover every block once', () => {
      const { data } = layersOf(scenario);
      const covered = data.runs.flatMap(({ from, to }) =>
        Array.from({ length: to - from }, (__, i) => from + i),
      );
      expect(covered).toEqual(data.blockNames.map((__, block) => block));
      for (const run of data.runs) expect(data.rows[run.row]).toBeDefined();
    });
  },
);

describe('layers', () => {
  test('a cut is read out with its place and its bytes', () => {
    expect(cutText(openingScenario, 6)).toBe('cut after block 6 of 55, 301 kB');
    expect(cutText(openingScenario, 0)).toBe('cut before block 1 of 55, 602 kB');
  });

  test('a block says its time on every node and where it comes from', () => {
    const { title, lines } = layersOf(openingScenario).describe({ kind: 'block', block: 0 });
    expect(title).toBe('Block 1 of 55: conv 3x3, 32');
    expect(lines[0]).toMatch(/^Phone: [\d.]+ ms, modelled$/);
    expect(lines.at(-1)).toMatch(/MMAC; [\d.]+ MB to ship after block 1$/);
  });

  test("the visitor's nodes come first, in their order, then those only the shown plan uses", () => {
    const { sourceId, sinkId } = openingScenario;
    const scenario = changeOwnSplit(openingScenario, { nodes: [sinkId, sourceId], boundaries: [5, 55] });
    const { data } = layersOf(scenario);
    expect(data.rows.map(({ name }) => name)).toEqual(['Cloud', 'Phone', 'MEC host']);
    expect(data.own).toEqual({ rows: [0, 1], boundaries: [5, 55] });
    expect(data.sourceRow).toBe(1);
  });

  test('2,000 custom blocks are laid out', () => {
    const blocks = Array.from({ length: 2000 }, (_, i) => ({
      name: `b${i}`,
      load: { unit: 'seconds', value: 0.001 } as const,
      bytesOut: 1000,
      weightBytes: 0,
    }));
    const { data } = layersOf(
      changeWorkload(openingScenario, { kind: 'custom', name: 'long', inputBytes: 1e5, blocks }),
    );
    const layout = layersChartLayout(data, { width: 328, height: 300, textPx: 14, scale: 'linear' });
    expect(layout.plotWidth).toBeGreaterThan(6000);
  });
});

describe('compare', () => {
  test('parts of every bar add up to its total, and the proved best is marked', () => {
    const { bars } = compareOf(openingScenario);
    for (const bar of bars) {
      const sum = bar.parts.reduce((total, part) => total + part.seconds, 0);
      expect(sum).toBeCloseTo(bar.totalS, 9);
    }
    expect(bars.filter((bar) => bar.mark === 'best').map((bar) => bar.id)).toEqual(['best']);
    expect(Math.min(...bars.map((bar) => bar.totalS))).toBe(bars.find((bar) => bar.id === 'best')!.totalS);
  });

  test('a strategy that does not work is listed with its reason, not drawn', () => {
    const view = compareOf(changeNode(openingScenario, openingScenario.sourceId, { memoryMB: 0.5 }));
    expect(view.bars.map((bar) => bar.id)).not.toContain('ue-only');
    const entry = view.infeasible.find(({ id }) => id === 'ue-only')!;
    expect(entry.reason.title).toContain('Phone has 500 kB');
    expect(view.table.rows.find(([name]) => name === entry.name)!.slice(1)).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  test("the visitor's split is a bar of its own", () => {
    const { nodes } = solveScenario(openingScenario).ownStart;
    const view = compareOf(changeOwnSplit(openingScenario, { nodes, boundaries: [0, 0, 55] }));
    expect(view.bars.find((bar) => bar.id === 'own')!.gain).toMatch(
      /^best [\d.]+ % faster, [\d.]+ ms saved$/,
    );
  });

  test('nothing calls a plan the best that was not proved to be', () => {
    const { nodes } = solveScenario(openingScenario).ownStart;
    const scenario = changeOwnSplit(openingScenario, { nodes, boundaries: [0, 0, 55] });
    const solution = unproved(solveScenario(scenario));
    const view = compareView(scenario, solution, solutionColours(solution), []);
    const texts = [
      view.summary,
      ownSplitSentence(scenario, solution),
      ...view.table.columns.map(({ name }) => name),
      ...view.bars.flatMap(({ id, name, gain, shortGain }) => [name, gain, shortGain, ...view.describe(id)]),
    ];
    const spoken = texts.filter((text) => /best(?! ÷)/i.test(text));
    expect(spoken.length).toBeGreaterThan(10);
    for (const text of spoken) expect(text).toMatch(/best (split )?found \(estimated\)/i);
  });

  test('the table states the gain that the words round', () => {
    const view = compareOf(openingScenario);
    const best = view.bars.find((bar) => bar.id === 'best')!.totalS;
    const row = view.table.rows.find(([name]) => name === 'All in the cloud')!;
    const total = Number(row[1]) / 1e3;
    expect(row[5]).toBeCloseTo((total - best) * 1e3, 9);
    expect(row[6]).toBeCloseTo((1 - best / total) * 100, 9);
  });
});

describe('what a strategy turned out to be', () => {
  const toyAt = (mbps: number) => changeCapacity(toy.scenario, toy.scenario.links[1]!.id, mbps, 'both');
  const nameIn = (scenario: Scenario, id: string) =>
    compareOf(scenario).bars.find((bar) => bar.id === id)!.name;

  test('a one-cut strategy that cuts nothing says so, and what it is the same as', () => {
    expect(nameIn(toyAt(1), 'one-cut-cloud')).toBe('One cut, UE and cloud: no cut');
    const view = compareOf(toyAt(1));
    expect(view.describe('one-cut-cloud')[0]).toBe('No cut is better (= All in the cloud)');
    expect(view.table.rows.map(([name]) => name)).toContain(
      'One cut, UE and cloud: no cut is better (= All in the cloud)',
    );
    expect(nameIn(openingScenario, 'one-cut-cloud')).toBe('One cut, UE and cloud');
  });

  test('a best plan without a cut is called by where it runs', () => {
    expect(nameIn(toyAt(0.2), 'best')).toBe('Best: all on MEC host, no cut');
    expect(nameIn(toyAt(1), 'best')).toBe('Best split, one cut');
  });

  test('both gains over a single split can be read: over the cloud one and over the edge one', () => {
    const text = compareOf(toyAt(1)).summary;
    expect(text).toContain(
      '3.55 % faster than the next, all in the cloud and one cut, UE and cloud: 83.3 ms saved',
    );
    expect(text).toContain('6.85 % faster than one cut, UE and edge: 167 ms saved');
    expect(compareOf(toyAt(0.25)).summary).toContain(
      '55.8 % faster than one cut, UE and cloud: 3.07 s saved',
    );
    expect(compareOf(toyAt(0.25)).bars.find((bar) => bar.id === 'one-cut-cloud')!.gain).toContain('55.8 %');
  });
});

describe('timeline', () => {
  test('without a plan it says why and what to do, or that the plan is being worked out', () => {
    const names = namesOf(openingScenario);
    expect(noTimeline('All on the edge', { kind: 'no-edge-host' }, names)).toMatch(
      /^All on the edge: there is no plan to draw\. .*MEC host.*\.$/,
    );
    expect(noTimeline('Pipeline', null, names)).toBe('Pipeline: being worked out.');
  });

  test('a transfer shows the formula with the values of this scenario', () => {
    const view = timelineOf(openingScenario);
    const transfer = view.bars.find((bar) => bar.kind === 'transfer')!;
    expect(transfer.row).toBe('Phone → gNB');
    const { aToBMbps } = openingScenario.links[0]!;
    const leg = solveScenario(openingScenario).best!.legs.find(({ kind }) => kind === 'transfer');
    const bytes = leg?.kind === 'transfer' ? leg.bytes : NaN;
    const [formula] = view.describe(transfer.id).lines;
    expect(formula).toContain(`8 × ${bytes.toLocaleString('en-GB')} B / ${aToBMbps} Mbit/s`);
    expect(formula).toMatch(/ = [\d.]+ ms$/);
  });

  test('a computation says on what it runs and where its time comes from', () => {
    const view = timelineOf(openingScenario);
    expect(view.describe('0').lines.join(' ')).toMatch(/sum of \d+ block times = .*Raspberry Pi 4.*modelled/);
    expect(view.describe('99')).toEqual({ title: '', lines: [] });
  });
});

describe('colours', () => {
  test('belong to the nodes of the route, whichever plan is shown', () => {
    const solution = solveScenario(openingScenario);
    const colours = solutionColours(solution);
    const route = nodeColours(solution.ownStart.nodes);
    for (const [node, colour] of route) expect(colours.get(node)).toBe(colour);
    expect(solutionColours(solution)).toBe(colours);
  });

  test.each(presets.map(({ name, scenario }) => [name, scenario] as const))(
    'are hues, not grey, for every node that computes in "%s"',
    (_, scenario) => {
      const solution = solveScenario(scenario);
      const colours = solutionColours(solution);
      for (const { outcome } of solution.strategies) {
        if (outcome.kind !== 'plan') continue;
        for (const node of outcome.plan.computeNodes) expect(colours.get(node)).toBeTypeOf('number');
      }
    },
  );
});
