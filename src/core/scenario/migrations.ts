/**
 * Documents of older versions are brought up one version at a time, on plain data, before the schema reads them.
 * To change the format: raise `scenarioVersion`, add one step here, keep a golden document of the old version in the test.
 */
import { defaultGoals } from './goals';
import { scenarioVersion } from './types';

export type PlainDocument = Readonly<Record<string, unknown>>;
/** From version n to n + 1. It must not trust any field but the version: the schema has not seen the document yet. */
export type MigrationStep = (document: PlainDocument) => PlainDocument;

/** Step n turns a document of version n into one of version n + 1. */
const steps: ReadonlyMap<number, MigrationStep> = new Map([
  [1, addGoals],
  // 2 to 3: imported models and profiles came; what was there before stays as it is.
  [2, (document) => document],
  // 3 to 4: the network in time came; nobody had asked for anything but the usual.
  [3, (document) => ({ ...document, simulation: null })],
]);

export const migrateScenario = createMigrator(steps, scenarioVersion);

/**
 * A function that brings a document of any known version (1 to `current`) to `current`.
 * @throws RangeError when it is made, if a step is missing or leads nowhere: found at load time, not by a user's old link.
 */
export function createMigrator(
  registry: ReadonlyMap<number, MigrationStep>,
  current: number,
): (document: PlainDocument, version: number) => PlainDocument {
  for (let version = 1; version < current; version += 1) {
    if (!registry.has(version)) throw new RangeError(`no migration from version ${version}`);
  }
  for (const version of registry.keys()) {
    if (!Number.isInteger(version) || version < 1 || version >= current) {
      throw new RangeError(`migration from version ${version} leads beyond version ${current}`);
    }
  }
  return (document, version) => {
    let migrated = document;
    for (let from = version; from < current; from += 1) {
      migrated = { ...registry.get(from)!(migrated), version: from + 1 };
    }
    return migrated;
  };
}

/** 1 to 2: energy, leakage, goals and routing came; what was asked before is what their initial values ask. */
function addGoals(document: PlainDocument): PlainDocument {
  const nodes = document['nodes'];
  return {
    ...document,
    nodes: Array.isArray(nodes) ? nodes.map(addPower) : nodes,
    routing: 'any',
    radio: 'nr-low-band',
    goals: defaultGoals,
    leakage: null,
  };
}

function addPower(node: unknown): unknown {
  return typeof node === 'object' && node !== null && !Array.isArray(node) ? { ...node, power: null } : node;
}
