import { expect, test } from 'vitest';
import { openingScenario } from '../../../core/scenario/presets/presets';
import { smallRun } from '../../../core/simulation/testing/smallRun';
import { airRemark } from './airRemark';

test('why the air is another number than on the plan: both are said', () => {
  const remark = airRemark(smallRun, openingScenario);
  // 5 and 0 Mbit/s, one second each.
  expect(remark).toBe('The air link is simulated: 2.5 Mbit/s up on average, 290 Mbit/s in Play.');
});

test('nothing is said where nobody serves the UE, or no air is drawn', () => {
  const alone = { ...smallRun, cells: [], arcs: [], cell: new Int16Array(3).fill(-1) };
  expect(airRemark(alone, openingScenario)).toBeNull();
  const wired = openingScenario.links.map((link) => ({ ...link, medium: 'wired' as const }));
  expect(airRemark(smallRun, { ...openingScenario, links: wired })).toBeNull();
});
