import { describe, expect, test } from 'vitest';
import { changeCapacity, changeOwnSplit } from '../../core/scenario/edits';
import { openingScenario, presets } from '../../core/scenario/presets/presets';
import { solveScenario } from '../../core/solvers/solveScenario';
import { splitMoves } from './splitMoves';

describe('the best plan against its neighbours', () => {
  test('every cut of the opening preset moves one block either way', () => {
    const solution = solveScenario(openingScenario);
    const moves = splitMoves(openingScenario, solution);
    expect(moves.map(({ cut, step }) => [cut, step])).toEqual([
      [0, -1],
      [0, 1],
      [1, -1],
      [1, 1],
    ]);
  });

  test.each(presets.map(({ name, scenario }) => [name, scenario] as const))(
    'none is faster in "%s", the parts add up, and trying it gives the total that is stated',
    (_, scenario) => {
      const solution = solveScenario(scenario);
      for (const { delta, own } of splitMoves(scenario, solution)) {
        if (delta === null) continue;
        expect(delta.totalS).toBeGreaterThanOrEqual(0);
        expect(delta.computeS + delta.transferS).toBeCloseTo(delta.totalS, 9);
        const tried = changeOwnSplit(scenario, own);
        expect(tried).not.toBe(scenario);
        const outcome = solveScenario(tried).own;
        if (outcome?.kind !== 'plan') throw new Error('the neighbour works');
        expect(outcome.plan.totalS - solution.best!.totalS).toBeCloseTo(delta.totalS, 9);
      }
    },
  );

  test('is tried on the nodes that the visitor’s cuts lie between', () => {
    const solution = solveScenario(openingScenario);
    for (const { own } of splitMoves(openingScenario, solution)) {
      expect(own?.nodes).toEqual(solution.ownStart.nodes);
    }
  });

  test('there is none where the model is not cut', () => {
    const stuck = changeCapacity(openingScenario, openingScenario.links[0]!.id, 0, 'both');
    expect(splitMoves(stuck, solveScenario(stuck))).toEqual([]);
  });
});
