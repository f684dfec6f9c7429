import { describe, expect, test } from 'vitest';
import { changeCapacity, changeNode, changeOwnSplit } from '../../core/scenario/edits';
import { openingScenario } from '../../core/scenario/presets/presets';
import type { Scenario } from '../../core/scenario/types';
import type { Plan } from '../../core/solvers/types';
import { solveScenario } from '../../core/solvers/solveScenario';
import { formatSeconds } from '../format';
import { ownSplitSentence } from './ownSplitSentence';

const { ownStart } = solveScenario(openingScenario);
const [first, second, last] = ownStart.boundaries as [number, number, number];

function withCuts(boundaries: readonly number[], scenario: Scenario = openingScenario): Scenario {
  return changeOwnSplit(scenario, { nodes: ownStart.nodes, boundaries });
}
const sentence = (scenario: Scenario): string => ownSplitSentence(scenario, solveScenario(scenario));
const ownPlan = (scenario: Scenario): Plan => {
  const { own } = solveScenario(scenario);
  if (own?.kind !== 'plan') throw new Error('the own split works');
  return own.plan;
};

describe("the visitor's split in one sentence", () => {
  test('invites to move a cut while there is none', () => {
    expect(sentence(openingScenario)).toMatch(/^Drag a cut/);
  });

  test('does not invite where there is nothing to drag', () => {
    const down = changeCapacity(openingScenario, openingScenario.links[0]!.id, 0, 'both');
    expect(sentence(down)).toBe('There is no cut to drag: no second node can take part.');
  });

  test('says that it is the best one when it is', () => {
    expect(sentence(withCuts([first, second, last]))).toMatch(/^Your split is the best one: [\d.]+ ms\.$/);
  });

  test('names the bytes and the link where the time is lost', () => {
    const text = sentence(withCuts([4, second, last]));
    expect(text).toMatch(
      /^Your cut after block 4 ships [\d.]+ MB instead of [\d.]+ kB over the access link: [\d.]+ ms more; /,
    );
    expect(text).toMatch(/in all [\d.]+ ms, [\d.]+ ms \([\d.,]+ %\) slower than the best\.$/);
  });

  test('names the node that computes too much', () => {
    expect(sentence(withCuts([last, last, last]))).toMatch(
      new RegExp(`^Your split runs blocks 1–${last} on Phone: [\\d.]+ ms more; .* saves? only `),
    );
  });

  test('its losses and savings add up to the difference it states', () => {
    const best = solveScenario(openingScenario).best!;
    for (const cuts of [
      [4, second, last],
      [0, 0, last],
      [first, last, last],
      [30, 40, last],
    ]) {
      const scenario = withCuts(cuts);
      const text = sentence(scenario);
      const figure = (pattern: RegExp) => Number(pattern.exec(text)?.[1] ?? 0);
      const lost = figure(/: ([\d.]+) ms more/) + figure(/another ([\d.]+) ms/) - figure(/only ([\d.]+) ms/);
      const stated = (ownPlan(scenario).totalS - best.totalS) * 1e3;
      expect(Math.abs(lost - stated)).toBeLessThan(0.02 * (stated + figure(/: ([\d.]+) ms more/)) + 0.1);
      expect(text).toContain(formatSeconds(ownPlan(scenario).totalS));
    }
  });

  test('says why a split is impossible', () => {
    const tight = changeNode(openingScenario, openingScenario.sourceId, { memoryMB: 0.5 });
    expect(sentence(withCuts([last, last, last], tight))).toMatch(
      /^Your split does not work: .*Phone has 500 kB/,
    );
  });

  test('calls a tie a tie', () => {
    const scenario = withCuts([first, second, last]);
    const solution = solveScenario(scenario);
    const own = ownPlan(scenario);
    const tie = {
      ...solution,
      own: { kind: 'plan', proven: true, plan: { ...own, legs: own.legs.slice(1) } } as const,
    };
    expect(ownSplitSentence(scenario, tie)).toMatch(/a tie\.$/);
  });
});
