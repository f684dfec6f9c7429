import { expect, test } from 'vitest';
import { openingScenario } from '../../../core/scenario/presets/presets';
import { unlinkedCells } from './unlinkedCells';

test('a cell that only the UE reaches has no link to the network; one whose links are down neither', () => {
  expect(unlinkedCells(openingScenario).size).toBe(0);
  const { links, sourceId } = openingScenario;
  const onlyAir = links.filter(({ a, b }) => a === sourceId || b === sourceId);
  expect([...unlinkedCells({ ...openingScenario, links: onlyAir })]).toEqual(['gnb']);
  const down = links.map((link) => ({ ...link, aToBMbps: 0, bToAMbps: 0 }));
  expect(unlinkedCells({ ...openingScenario, links: down }).has('gnb' as never)).toBe(true);
});
