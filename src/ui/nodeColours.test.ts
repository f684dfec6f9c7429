import { expect, test } from 'vitest';
import type { NodeId } from '../core/network/types';
import { colourValue, nodeColours, onColourValue } from './nodeColours';

const ids = (...names: readonly string[]) => names as readonly NodeId[];

test('up to four nodes take every second hue, so that neighbours differ at a glance', () => {
  expect([...nodeColours(ids('ue', 'mec', 'cloud'))]).toEqual([
    ['ue', 0],
    ['mec', 2],
    ['cloud', 4],
  ]);
});

test('eight nodes get eight hues in order, later ones are grey', () => {
  const colours = [...nodeColours(ids('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j')).values()];
  expect(colours).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 'other', 'other']);
});

test('a node that computes twice keeps its first colour', () => {
  expect([...nodeColours(ids('ue', 'mec', 'ue'))]).toEqual([
    ['ue', 0],
    ['mec', 2],
  ]);
});

test('no two nodes share a hue, however many there are', () => {
  for (let count = 1; count <= 8; count += 1) {
    const nodes = ids(...Array.from({ length: count }, (_, index) => `n${index}`));
    expect(new Set(nodeColours(nodes).values()).size).toBe(count);
  }
});

test('colours name the tokens', () => {
  expect(colourValue(3)).toBe('var(--node-3)');
  expect(colourValue('other')).toBe('var(--node-other)');
  expect(onColourValue(0)).toBe('var(--on-node-0)');
});
