import { describe, expect, test } from 'vitest';
import { strategies } from '../../core/solvers/registry';
import { methodIds } from '../../core/studies/methodsTypes';
import { groupOf, wayGroups, wayTexts } from './methodTexts';
import { strategyNames } from './strategyNames';

describe('the ways to split', () => {
  test('are each in one group of the picker', () => {
    const listed = wayGroups.flatMap(({ ways }) => ways);
    expect([...listed].sort()).toEqual([...strategies.map(({ id }) => id), ...methodIds].sort());
    for (const { id, ways } of wayGroups) for (const way of ways) expect(groupOf(way)).toBe(id);
  });

  test('are named and described as the registry of the solvers does', () => {
    for (const { id, name, assumes } of strategies) {
      expect(strategyNames[id]).toBe(name);
      expect(wayTexts(id)).toMatchObject({ name, assumes });
    }
  });

  test('say in whole sentences what they assume, and name a source', () => {
    for (const way of wayGroups.flatMap(({ ways }) => ways)) {
      const { assumes, source } = wayTexts(way);
      expect(assumes).toMatch(/^[A-Z].*\.$/u);
      expect(assumes).not.toContain('!');
      expect(source.length).toBeGreaterThan(2);
    }
  });
});
