import { expect, test } from 'vitest';
import type { NodeId } from '../../../../core/network/types';
import { addNode } from '../../../../core/scenario/edits';
import { openingScenario } from '../../../../core/scenario/presets/presets';
import { wayPastCells } from './wayPastCells';

const bare = { ...openingScenario, nodes: openingScenario.nodes.filter(({ kind }) => kind !== 'gnb') };
const source = bare.nodes.find(({ id }) => id === bare.sourceId)!;

test('the way past the cells begins at the UE and goes to the nearest one next', () => {
  const at = (id: string, kind: 'gnb' | 'iab', awayM: number) =>
    ({ id: id as NodeId, kind, xM: source.xM + awayM, yM: source.yM }) as const;
  const drawn = [at('far', 'gnb', 900), at('near', 'iab', 200), at('middle', 'gnb', 500)].reduce(
    addNode,
    bare,
  );
  expect(wayPastCells(drawn).map(({ xM }) => xM - source.xM)).toEqual([0, 200, 500, 900]);
  expect(wayPastCells(drawn)[0]).toEqual({ xM: source.xM, yM: source.yM });
  expect(wayPastCells(bare)).toHaveLength(1);
});
