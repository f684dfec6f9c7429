import { expect, test } from 'vitest';
import { openingScenario } from '../../../../core/scenario/presets/presets';
import { smallRun } from '../../../../core/simulation/testing/smallRun';
import { solveScenario } from '../../../../core/solvers/solveScenario';
import type { Answer } from '../../../../state/types';
import { solutionColours } from '../../../solutionColours';
import { keptColours } from './runColours';

const answer: Answer = { scenario: openingScenario, solution: solveScenario(openingScenario) };
/** The same drawing with its nodes the other way round: other hues. */
const nodes = openingScenario.nodes.toReversed();
const edited = { ...answer.solution.ownStart, nodes: nodes.map(({ id }) => id) };
const other: Answer = {
  scenario: { ...openingScenario, links: openingScenario.links.slice(1) },
  solution: { ...answer.solution, ownStart: edited },
};

test('the hues of a run are those of its own document’s answer, whatever is edited later', () => {
  const run = { ...smallRun };
  const before = keptColours(run, openingScenario, other);
  const own = keptColours(run, openingScenario, answer);
  expect(own.get('phone' as never)).toBe(solutionColours(answer.solution).get('phone' as never));
  expect(own).not.toEqual(before);
  expect(keptColours(run, openingScenario, other)).toBe(own);
  expect(keptColours(run, openingScenario, null)).toBe(own);
});
