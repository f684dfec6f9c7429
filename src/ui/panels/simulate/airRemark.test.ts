import { expect, test } from 'vitest';
import { openingScenario } from '../../../core/scenario/presets/presets';
import { adoptTrace } from '../../../core/scenario/simulationEdits';
import type { LinkTrace } from '../../../core/traffic/types';
import { airLinks } from '../../../core/simulation/air';
import { smallRun } from '../../../core/simulation/testing/smallRun';
import { airRemark } from './airRemark';

test('why the air is another number than on the plan: both are said', () => {
  const remark = airRemark(smallRun, openingScenario);
  // 5 and 0 Mbit/s, one second each.
  expect(remark?.text).toBe('The air link is simulated: 2.5 Mbit/s up on average, 290 Mbit/s in Play.');
});

test('of a trace: whose figures they are, that it has its own gaps, and that SNR is modelled', () => {
  const { id, a } = airLinks(openingScenario)[0]!;
  const upwards = a === openingScenario.sourceId ? 'aToB' : 'bToA';
  const remarkOf = (direction: LinkTrace['direction']) => {
    const trace = { link: id, direction, name: 'good.csv', stepS: 1, mbps: [5, 0], loop: true };
    return airRemark(smallRun, adoptTrace(openingScenario, trace))!;
  };
  expect(remarkOf('both').text).toBe(
    'The air follows good.csv: 2.5 Mbit/s up on average, 290 Mbit/s in Play; SNR is still modelled.',
  );
  expect(remarkOf('both').how).toMatch(/whichever cell serves .* handovers add no interruption/);
  expect(remarkOf(upwards).text).toMatch(/^The air, up, follows good\.csv: .*Down, it is simulated\.$/);
  const other = upwards === 'aToB' ? 'bToA' : 'aToB';
  expect(remarkOf(other).text).toMatch(/^The air link is simulated: .*Down, it follows good\.csv\.$/);
});

test('nothing is said where nobody serves the UE, or no air is drawn', () => {
  const alone = { ...smallRun, cells: [], arcs: [], cell: new Int16Array(3).fill(-1) };
  expect(airRemark(alone, openingScenario)).toBeNull();
  const wired = openingScenario.links.map((link) => ({ ...link, medium: 'wired' as const }));
  expect(airRemark(smallRun, { ...openingScenario, links: wired })).toBeNull();
});
