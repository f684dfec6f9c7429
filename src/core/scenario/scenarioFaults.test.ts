import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { solveScenario } from '../solvers/solveScenario';
import type { DocumentError } from './documentError';
import { limits } from './limits';
import { parseScenario, parseScenarioText } from './parseScenario';
import { exampleScenario } from './testing/exampleScenario';

type Path = readonly (string | number)[];
const example = exampleScenario();

function errorOf(value: unknown): DocumentError {
  const result = parseScenario(value);
  if (result.ok) throw new Error('was accepted');
  return result.error;
}

/** Every place in a piece of plain data, containers included, the root not. */
function pathsOf(value: unknown, path: Path = []): Path[] {
  const here = path.length === 0 ? [] : [path];
  if (typeof value !== 'object' || value === null) return here;
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? value.map((item: unknown, index) => [index, item])
    : Object.entries(value);
  return [...here, ...entries.flatMap(([key, inner]) => pathsOf(inner, [...path, key]))];
}

type Container = Record<string | number, unknown>;

/** A copy of the example in which the value at a path is replaced or, with no value given, removed. */
function altered(path: Path, ...replacement: [] | [unknown]): unknown {
  const copy = structuredClone(example) as unknown as Container;
  const parent = path.slice(0, -1).reduce<Container>((inner, key) => inner[key] as Container, copy);
  const last = path.at(-1)!;
  if (replacement.length > 0) parent[last] = replacement[0];
  else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else Reflect.deleteProperty(parent, last);
  return copy;
}

const written = (path: Path): string =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
    .join('')
    .slice(1);

const paths = pathsOf(example);

/** Lists in which nothing is legal; without links, what speaks of one is refused instead. */
const mayBeEmpty = [
  'links',
  'profiles',
  'simulation.mobility.way',
  'simulation.traffic.links',
  'simulation.traces',
];

describe('naming what is wrong', () => {
  const bad = [Number.NaN, Infinity, -Infinity, -1e300, 1e300, {}, [], 7n, Symbol('s'), () => 0, new Date(0)];

  test('a value of the wrong type or out of all bounds is refused at its place, in every field', () => {
    for (const path of paths.filter(([key]) => key !== 'format' && key !== 'version')) {
      for (const value of bad) {
        // No profiles are missed at the node that needs one.
        if (mayBeEmpty.includes(written(path)) && Array.isArray(value)) continue;
        const error = errorOf(altered(path, value));
        expect(['invalid-field', 'inconsistent']).toContain(error.kind);
        if (!('path' in error)) continue;
        const isThere = error.path.startsWith(written(path)) || written(path).startsWith(error.path);
        expect(isThere, `${error.path} for ${written(path)}`).toBe(true);
      }
    }
  });

  test('a field that is missing is refused at its place', () => {
    // Power came to profiles later, and when to decide to simulations: they may be missing there; everywhere else all is needed.
    const isOptional = (path: readonly (string | number)[]): boolean =>
      (path.at(-1) === 'power' && path[0] === 'profiles') || written(path) === 'simulation.decision';
    const fields = paths.filter(
      (path) => typeof path.at(-1) === 'string' && path[0] !== 'format' && !isOptional(path),
    );
    for (const path of fields) {
      const error = errorOf(altered(path));
      const place = 'path' in error ? error.path : '';
      // A block time is one of two shapes: what is missing is the time.
      expect(written(path).startsWith(place) && place !== '', `${place} for ${written(path)}`).toBe(true);
      expect(written(path).length - place.length).toBeLessThan('.seconds'.length + 1);
    }
  });

  test('a field that does not belong there is refused by name', () => {
    const objects = [[], ...paths].filter((path) => {
      const value = path.reduce<unknown>((inner, key) => (inner as Container)[key], example);
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    });
    for (const path of objects) {
      const error = errorOf(altered([...path, 'colour'], 'red'));
      expect(error.kind).toBe('invalid-field');
      const place = 'path' in error ? error.path : '';
      expect([written([...path, 'colour']), written(path)]).toContain(place);
    }
    expect(objects.length).toBeGreaterThan(25);
  });

  test.each([
    [{ seed: -1 }, 'seed', 'a whole number from 0 to 4,294,967,295 (seed)'],
    [{ name: '' }, 'name', 'a name: 1 to 80 characters, no control characters'],
    [{ name: ' \u00a0' }, 'name', 'a name: 1 to 80 characters, no control characters'],
    [{ name: 'a\u0000b' }, 'name', 'a name: 1 to 80 characters, no control characters'],
    [{ name: 'a\u202eb' }, 'name', 'a name: 1 to 80 characters, no control characters'],
    [{ name: '\ud800' }, 'name', 'a name: 1 to 80 characters, no control characters'],
    [{ name: 'x'.repeat(81) }, 'name', 'a name: 1 to 80 characters, no control characters'],
    [{ delivery: 'fax' }, 'delivery', 'one of stay, sink, return'],
    [{ sourceId: '../..' }, 'sourceId', 'an id of 1 to 40 letters, digits, "_" or "-"'],
    [{ nodes: [] }, 'nodes', 'a list of 2 to 200 nodes'],
  ])('%j is refused in plain words', (patch, path, expected) => {
    expect(errorOf({ ...example, ...patch })).toEqual({ kind: 'invalid-field', path, expected });
  });

  test.each([
    ['xM', 100_000.5, 'a number from -100,000 to 100,000 (metres)'],
    ['memoryMB', -1, 'a number from 0 to 1,000,000,000 (MB, or null for the device’s own)'],
    ['kind', 'router', 'one of ue, gnb, iab, mec, core, cloud'],
    ['trusted', 'yes', 'true or false (may see what it computes on)'],
    ['device', { kind: 'custom', speed: 0 }, null],
    ['device', { kind: 'quantum' }, null],
  ])('a node’s %s of %j is refused', (field, value, expected) => {
    const error = errorOf(altered(['nodes', 1, field], value));
    expect(error).toMatchObject({ kind: 'invalid-field' });
    if ('path' in error) expect(error.path.startsWith(`nodes[1].${field}`)).toBe(true);
    if (expected !== null && 'expected' in error) expect(error.expected).toBe(expected);
  });

  test.each([1e-4, 1_000_001, -5])('a capacity of %d Mbit/s is refused', (mbps) => {
    expect(errorOf(altered(['links', 0, 'bToAMbps'], mbps))).toEqual({
      kind: 'invalid-field',
      path: 'links[0].bToAMbps',
      expected: '0 (down), or 0.001 to 1,000,000 Mbit/s',
    });
  });

  test('a list above its limit is refused before its items are read', () => {
    const nodes = new Array(limits.nodes + 1).fill(0);
    expect(errorOf({ ...example, nodes })).toMatchObject({
      kind: 'invalid-field',
      path: 'nodes',
      expected: 'at most 200 nodes, found 201',
    });
    expect(errorOf({ ...example, links: new Array(1001).fill(0) })).toMatchObject({ path: 'links' });
    expect(errorOf({ ...example, profiles: new Array(401).fill(0) })).toMatchObject({ path: 'profiles' });
    const blocks = new Array(2001).fill(
      example.workload.kind === 'custom' ? example.workload.blocks[0] : null,
    );
    expect(errorOf(altered(['workload', 'blocks'], blocks))).toMatchObject({ path: 'workload.blocks' });
  });
});

describe('fields that contradict each other', () => {
  const clone = <T>(value: T): T => structuredClone(value);
  const first = example.nodes[0]!;
  const link = example.links[0]!;
  const profile = example.profiles[0]!;

  test.each<[string, unknown, string]>([
    ['two nodes with one id', altered(['nodes', 1, 'id'], 'ue'), 'nodes[1].id'],
    ['two links with one id', altered(['links', 1, 'id'], 'radio'), 'links[1].id'],
    [
      'two profiles with one id',
      altered(['profiles'], [...example.profiles, clone(profile)]),
      `profiles[${example.profiles.length}].id`,
    ],
    ['a source that is not there', altered(['sourceId'], 'nobody'), 'sourceId'],
    ['a sink that is not there', altered(['sinkId'], 'nobody'), 'sinkId'],
    ['a sink that is the source', altered(['sinkId'], 'ue'), 'sinkId'],
    ['a source that is no UE', altered(['nodes', 0, 'kind'], 'gnb'), 'nodes[0].kind'],
    ['a source without a device', altered(['nodes', 0, 'device'], null), 'nodes[0].device'],
    ['a link from nowhere', altered(['links', 0, 'a'], 'nobody'), 'links[0].a'],
    ['a link to nowhere', altered(['links', 0, 'b'], 'nobody'), 'links[0].b'],
    ['a link to itself', altered(['links', 0, 'b'], 'ue'), 'links[0].b'],
    [
      'two links between the same nodes',
      altered(['links'], [...example.links, { ...link, id: 'again', a: link.b, b: link.a }]),
      'links[2]',
    ],
    ['a symmetric link with two capacities', altered(['links', 0, 'bToAMbps'], 3), 'links[0].bToAMbps'],
    [
      'a measured profile that is not there',
      altered(['nodes', 0], {
        ...first,
        device: { kind: 'measured', profileId: 'gone', fallbackId: 'pi-4' },
      }),
      'nodes[0].device.profileId',
    ],
    [
      'a profile with a block too few',
      altered(['profiles', 0, 'blocks'], profile.blocks.slice(1)),
      'profiles[0].blocks',
    ],
    ['an own split on a node that is not there', altered(['ownSplit', 'nodes', 1], 'x'), 'ownSplit.nodes[1]'],
    ['an own split that uses a node twice', altered(['ownSplit', 'nodes', 1], 'ue'), 'ownSplit.nodes[1]'],
    ['an own split that goes back', altered(['ownSplit', 'boundaries'], [4, 3]), 'ownSplit.boundaries[1]'],
    ['an own split without an end', altered(['ownSplit', 'boundaries'], [1, 2]), 'ownSplit.boundaries[1]'],
    [
      'an own split with a boundary too many',
      altered(['ownSplit', 'boundaries'], [1, 2, 3]),
      'ownSplit.boundaries',
    ],
  ])('%s: named at its place', (_, value, path) => {
    expect(errorOf(value)).toMatchObject({ kind: 'inconsistent', path });
  });

  test('an interval must start with its lower end', () => {
    const path = paths.find((candidate) => candidate.at(-1) === 'intervalS' && candidate.length === 5)!;
    expect(errorOf(altered(path, [2, 1]))).toMatchObject({ kind: 'inconsistent', path: written(path) });
  });
});

describe('anything at all', () => {
  test('no value makes the reader throw', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true }), (value) => {
        expect(parseScenario(value).ok).toBe(false);
        expect(parseScenario({ ...example, nodes: value }).ok).toBe(false);
      }),
      { seed: 2, numRuns: 300 },
    );
  });

  test('whatever is accepted after random damage can be solved, saved and read again', () => {
    const damage = fc.record({
      path: fc.constantFrom(...paths),
      value: fc.oneof(
        fc.jsonValue(),
        fc.double(),
        fc
          .constantFrom(...paths)
          .map((path) => path.reduce<unknown>((inner, key) => (inner as Container)[key], example)),
      ),
    });
    let accepted = 0;
    fc.assert(
      fc.property(damage, ({ path, value }) => {
        const result = parseScenario(altered(path, value));
        if (!result.ok) return;
        accepted += 1;
        expect(parseScenarioText(JSON.stringify(result.value))).toEqual(result);
        expect(() => solveScenario(result.value)).not.toThrow();
      }),
      { seed: 3, numRuns: 3000 },
    );
    expect(accepted).toBeGreaterThan(50);
  });
});
