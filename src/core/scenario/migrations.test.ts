import { expect, test } from 'vitest';
import { createMigrator, migrateScenario, type MigrationStep } from './migrations';
import { defaultGoals } from './goals';
import { parseScenario } from './parseScenario';
import { exampleScenario } from './testing/exampleScenario';
import { goldenVersion1 } from './testing/goldenVersion1';
import { scenarioVersion } from './types';

const rename: MigrationStep = ({ title, ...rest }) => ({ ...rest, name: title });
const addSeed: MigrationStep = (document) => ({ ...document, seed: 7 });

test('a document goes through every step from its own version on, one at a time', () => {
  const migrate = createMigrator(
    new Map([
      [1, rename],
      [2, addSeed],
    ]),
    3,
  );
  expect(migrate({ version: 1, title: 'a' }, 1)).toEqual({ version: 3, name: 'a', seed: 7 });
  expect(migrate({ version: 2, name: 'a' }, 2)).toEqual({ version: 3, name: 'a', seed: 7 });
  const current = { version: 3 };
  expect(migrate(current, 3)).toBe(current);
});

test('a step that is missing is found when the program loads', () => {
  expect(() => createMigrator(new Map([[2, addSeed]]), 3)).toThrow('no migration from version 1');
  expect(() => createMigrator(new Map([[1, rename]]), 3)).toThrow('no migration from version 2');
});

test('a step that leads nowhere is found when the program loads', () => {
  expect(() => createMigrator(new Map([[1, rename]]), 1)).toThrow('beyond version 1');
  expect(() => createMigrator(new Map([[0, rename]]), 1)).toThrow('migration from version 0');
});

test('a document of the current version is left alone', () => {
  const document = { ...exampleScenario() };
  expect(migrateScenario(document, scenarioVersion)).toBe(document);
});

test('a document of version 1 opens as the current one and asks what it asked before', () => {
  const opened = parseScenario(goldenVersion1);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const { nodes, ...rest } = opened.value;
  const { nodes: before, ...old } = goldenVersion1 as { nodes: readonly object[] };
  expect(rest).toEqual({
    ...old,
    version: scenarioVersion,
    routing: 'any',
    radio: 'nr-low-band',
    goals: defaultGoals,
    leakage: null,
    simulation: null,
  });
  expect(nodes).toEqual(before.map((node) => ({ ...node, power: null })));
});

test('a document that says version 1 and is not one is refused by the field that is wrong', () => {
  const broken = { ...(goldenVersion1 as object), nodes: 'none' };
  expect(parseScenario(broken)).toMatchObject({ ok: false, error: { kind: 'invalid-field', path: 'nodes' } });
  const odd = { ...(goldenVersion1 as object), nodes: [null, [], 3] };
  expect(parseScenario(odd)).toMatchObject({ ok: false, error: { path: 'nodes[0]' } });
});
