import { describe, expect, test } from 'vitest';
import { openingScenario } from '../../../core/scenario/presets/presets';
import { fiveNodes } from '../../../core/scenario/presets/fiveNodes';
import type { Scenario } from '../../../core/scenario/types';
import { collaborativeStudy } from '../../../core/studies/collaborativeStudy';
import type { CollaborativeOptions } from '../../../core/studies/collaborativeTypes';
import { recurrentStudy } from '../../../core/studies/recurrentStudy';
import type { RecurrentOptions } from '../../../core/studies/recurrentTypes';
import { trainingStudy } from '../../../core/studies/trainingStudy';
import type { TrainingOptions } from '../../../core/studies/trainingTypes';
import { namesOf } from '../../errors/names';
import { collaborativeView } from './collaborativeView';
import { periodsView } from './periodsView';
import { placesPhrase } from './placesPhrase';
import { recurrentView } from './recurrentView';
import { trainingView } from './trainingView';

const context = { shouldStop: () => false };

function training(scenario: Scenario, changes: Partial<TrainingOptions> = {}) {
  const options: TrainingOptions = {
    backwardFactor: 2,
    iterations: 20,
    previous: null,
    charge: 'per-block',
    setUpS: 0,
    periods: { count: 5, minFactor: 0.02, maxFactor: 1, seed: 1 },
    ...changes,
  };
  const answer = trainingStudy(scenario, options, context);
  if (answer.kind !== 'training') throw new Error(answer.trouble.kind);
  const names = namesOf(scenario);
  return {
    answer,
    view: trainingView(
      answer,
      options.iterations,
      answer.nodes.map((node) => names.node(node)),
    ),
  };
}

function recurrent(scenario: Scenario, changes: Partial<RecurrentOptions> = {}) {
  const options = { modules: 200, embedding: 256, hidden: 512, tags: 17, wordBytes: 4, ...changes };
  const answer = recurrentStudy(scenario, options, context);
  if (answer.kind !== 'recurrent') throw new Error(answer.trouble.kind);
  return { answer, view: recurrentView(answer, options, namesOf(scenario)) };
}

function agents(scenario: Scenario, changes: Partial<CollaborativeOptions> = {}) {
  const options: CollaborativeOptions = {
    agents: 4,
    controller: null,
    charge: 'last-node',
    pass: 'forward',
    passes: 1,
    minFactor: 0.2,
    maxFactor: 1,
    seed: 1,
    ...changes,
  };
  const answer = collaborativeStudy(scenario, options);
  if (answer.kind !== 'collaborative') throw new Error(answer.trouble.kind);
  return { answer, view: collaborativeView(answer, options, namesOf(scenario)) };
}

describe('training', () => {
  test('leads with where to move, what it takes, and what not knowing costs', () => {
    const { view } = training(openingScenario);
    expect(view.lead).toMatch(
      /^With 20 iterations until the next move, the best split is all blocks on MEC host: an iteration falls from 185 ms to 55\.8 ms\. Moving 14\.2 MB there takes 402 ms once, and leaving pays from four iterations on\. Deciding as if moving were free takes [\d.]+ % longer in all/,
    );
  });

  test('says when it is best to stay, and from when not', () => {
    const { view } = training(openingScenario, { iterations: 2 });
    expect(view.lead).toContain('With two iterations until the next move, it is best to move nothing');
    expect(view.lead).toContain('From four iterations on, another place pays: all blocks on MEC host.');
  });

  test('draws bars whose parts add up to their totals, and a row of the table for each', () => {
    const { view } = training(fiveNodes.scenario);
    expect(view.bars.map(({ id }) => id)).toEqual(['best', 'printed', 'unaware', 'stay']);
    for (const bar of view.bars) {
      expect(bar.parts.reduce((sum, part) => sum + part.seconds, 0)).toBeCloseTo(bar.totalS, 12);
      expect(view.describe(bar.id).join(' ')).toContain('an iteration');
    }
    expect(view.table.rows).toHaveLength(4);
    for (const row of view.table.rows) expect(row).toHaveLength(view.table.columns.length);
    expect(view.describe('unaware').join(' ')).toContain('the decision took the total for');
    expect(view.describe('nobody')).toEqual([]);
  });

  test('names every change of the horizon', () => {
    const { answer, view } = training(openingScenario);
    expect(view.horizonSummary).toBe(
      'The longer until the next move, the more a move pays: the best split changes at 3.11 and 65.9 iterations.',
    );
    expect(view.horizonTable.rows).toHaveLength(answer.horizon.length);
    expect(view.describeStep(1)[0]).toBe('all blocks on MEC host');
  });
});

describe('periods', () => {
  test('compare deciding all at once with deciding period by period', () => {
    const { answer } = training(fiveNodes.scenario);
    const names = answer.nodes.map(String);
    const view = periodsView(answer.periods!, 20, answer.previous, names);
    expect(view.summary).toMatch(/deciding period by period \(eq\. 9\) takes [\d.]+ % longer/);
    expect(view.bars.map(({ id }) => id)).toEqual(['whole', 'stepwise', 'stay']);
    for (const bar of view.bars) {
      expect(bar.parts.reduce((total, part) => total + part.seconds, 0)).toBeCloseTo(bar.totalS, 9);
    }
    expect(view.describe('whole')[0]).toMatch(/^period 1: all blocks on .*, moved in/);
    expect(view.describe('stay')[0]).toBe('nothing moves');
    expect(view.table.rows).toHaveLength(5);
  });
});

describe('recurrent', () => {
  test('leads with the paper’s comparison and with what proves the rest', () => {
    const { view } = recurrent(openingScenario);
    expect(view.lead).toMatch(/^Unrolled, the tagger takes 2\.18 ms for 200 words, all on Cloud\./);
    expect(view.lead).toContain('27.8 times as long; bringing the hidden state back 199 times');
    expect(view.lead).toContain('a minimum cut proves that no placement of the operators is faster.');
  });

  test('says so where layer by layer is faster, and where splitting the module is', () => {
    const frames = recurrent(openingScenario, { wordBytes: 20_000, embedding: 16 });
    expect(frames.view.lead).toContain(
      '(embedding on Phone and GRU cell and linear on Cloud), less than unrolled',
    );
    const { unrolled, perModule } = frames.answer;
    expect(frames.view.lead.includes('Here splitting every module alike is faster')).toBe(
      perModule.totalS < unrolled.totalS * (1 - 1e-9),
    );
  });

  test('draws every placement and every boundary', () => {
    const { answer, view } = recurrent(openingScenario, { modules: 5 });
    const least = Math.min(...answer.singles.map(({ plan }) => plan!.totalS));
    const drawn = answer.singles.filter(({ plan }, p) => p === 0 || plan!.totalS === least);
    expect(view.bars.map(({ id }) => id)).toEqual([
      'unrolled',
      'perModule',
      'layerwise',
      ...drawn.map(({ node }) => `single-${node}`),
    ]);
    expect(view.table.rows).toHaveLength(3 + answer.singles.length + 1);
    for (const bar of view.bars) {
      expect(bar.parts.reduce((sum, part) => sum + part.seconds, 0)).toBeCloseTo(bar.totalS, 12);
      expect(view.describe(bar.id).length).toBeGreaterThan(1);
    }
    expect(view.bytes.series.flatMap(({ points }) => points)).toHaveLength(16);
    expect(view.bytesTable.rows).toHaveLength(16);
    expect(view.describeBytes('4')).toEqual({
      title: `After four blocks: ${answer.boundaryBytes[4]!.toLocaleString('en-GB')} B`,
      lines: ['after the embedding, one module done'],
    });
    expect(view.workTable.rows).toHaveLength(answer.row.length);
  });
});

describe('agents', () => {
  test('lead with the mean of those that count the parameters and of those that do not', () => {
    const { view } = agents(fiveNodes.scenario);
    expect(view.lead).toMatch(/^Four agents, one pass and one exchange with .* \(46\.8 MB of parameters\): /);
    expect(view.lead).toMatch(/Counting them saves [\d.]+ %, and every agent gains\./);
    expect(view.lead).toContain('Read with its printed range, eq. 13 takes');
  });

  test('say that nothing is lost where the last node is the controller’s', () => {
    const { view } = agents(openingScenario);
    expect(view.lead).toContain('whether or not an agent counts the parameters when it decides.');
  });

  test('have a row and a line of the table each', () => {
    const { answer, view } = agents(openingScenario, { charge: 'per-block' });
    expect(view.rows).toHaveLength(4);
    for (const [k, row] of view.rows.entries()) {
      expect(row.totalS).toEqual({
        aware: answer.aware[k]!.totalS,
        printed: null,
        unaware: answer.unaware[k]!.totalS,
      });
      expect(view.describe(k)).toHaveLength(3);
    }
    for (const row of view.table.rows) expect(row).toHaveLength(view.table.columns.length);
  });
});

test('a split is worded by its runs', () => {
  expect(placesPhrase([0, 3], ['A', 'B'])).toBe('all blocks on B');
  expect(placesPhrase([1, 1, 3], ['A', 'B', 'C'])).toBe('block 1 on A and blocks 2–3 on C');
  expect(placesPhrase([1, 3], ['A'])).toBe('block 1 on A and blocks 2–3 on a removed node');
});
