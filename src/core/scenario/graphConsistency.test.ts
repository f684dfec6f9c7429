import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ModelGraph } from '../model/imported/types';
import { workloadChain } from '../model/workloadChain';
import { solveScenario } from '../solvers/solveScenario';
import { changeOwnSplit, changeWorkload } from './edits';
import { findGraphFault } from './graphConsistency';
import { parseScenario, parseScenarioText } from './parseScenario';
import { exampleScenario } from './testing/exampleScenario';
import { importedExample, importedGraph } from './testing/importedExample';
import type { Scenario } from './types';

const example: Scenario = changeWorkload(exampleScenario(), importedExample);

function withGraph(patch: Partial<ModelGraph>): ModelGraph {
  return { ...importedGraph, ...patch };
}
function operatorsWith(index: number, patch: Partial<ModelGraph['operators'][number]>) {
  return importedGraph.operators.map((operator, at) => (at === index ? { ...operator, ...patch } : operator));
}
function tensorsWith(index: number, patch: Partial<ModelGraph['tensors'][number]>) {
  return importedGraph.tensors.map((tensor, at) => (at === index ? { ...tensor, ...patch } : tensor));
}

describe('the graph of an imported model', () => {
  test('is in order as it was made, and its document survives JSON', () => {
    expect(findGraphFault(importedGraph)).toBeNull();
    expect(example.workload).toEqual(importedExample);
    expect(parseScenarioText(JSON.stringify(example))).toEqual({ ok: true, value: example });
  });

  test.each<[string, ModelGraph, string]>([
    ['a tensor that is not there', withGraph({ inputs: [0, 6] }), 'inputs[1]'],
    ['a result that is not there', withGraph({ outputs: [9] }), 'outputs[0]'],
    ['two tensors of one name', withGraph({ tensors: tensorsWith(3, { name: 'conv' }) }), 'tensors[3].name'],
    [
      'two operators of one name',
      withGraph({ operators: operatorsWith(1, { name: 'conv1' }) }),
      'operators[1].name',
    ],
    [
      'an operator that reads what comes later',
      withGraph({ operators: operatorsWith(0, { inputs: [3] }) }),
      'operators[0].inputs[0]',
    ],
    [
      'an operator that reads its own result',
      withGraph({ operators: operatorsWith(1, { inputs: [2, 3] }) }),
      'operators[1].inputs[1]',
    ],
    [
      'a tensor read twice by one operator',
      withGraph({ operators: operatorsWith(3, { inputs: [3, 4, 3] }) }),
      'operators[3].inputs',
    ],
    [
      'a tensor with two makers',
      withGraph({ operators: operatorsWith(2, { outputs: [4, 3] }) }),
      'operators[2].outputs[1]',
    ],
    [
      'an input that is made again',
      withGraph({ operators: operatorsWith(2, { outputs: [4, 0] }) }),
      'operators[2].outputs[1]',
    ],
    [
      'a tensor nobody makes',
      withGraph({ inputs: [0], operators: operatorsWith(2, { inputs: [3] }) }),
      'tensors[1]',
    ],
    ['blocks that do not rise', withGraph({ blockEnds: [2, 2, 4] }), 'blockEnds[1]'],
    ['blocks that stop early', withGraph({ blockEnds: [2, 3] }), 'blockEnds[1]'],
    ['blocks beyond the last operator', withGraph({ blockEnds: [2, 3, 5] }), 'blockEnds[2]'],
    [
      'a tensor beyond all bounds',
      withGraph({ tensors: tensorsWith(2, { shape: [1e9, 1e9] }) }),
      'tensors[2].shape',
    ],
    ['a block beyond all bounds', withGraph({ operators: operatorsWith(1, { macs: 1e15 }) }), 'blockEnds[0]'],
  ])('%s: named at its place, and no edit puts it in', (_, graph, path) => {
    expect(findGraphFault(graph)).toMatchObject({ path });
    expect(parseScenario({ ...example, workload: { ...importedExample, graph } })).toMatchObject({
      ok: false,
      error: { kind: 'inconsistent', path: `workload.graph.${path}` },
    });
    expect(changeWorkload(example, { ...importedExample, graph })).toBe(example);
  });

  test.each([
    ['dims', { dims: { batch: 0 } }, 'workload.dims.batch'],
    ['dims', { dims: { batch: 1.5 } }, 'workload.dims.batch'],
    ['dims', { dims: { 'a\u0000': 1 } }, 'workload.dims["a\\u0000"]'],
    ['fingerprint', { fingerprint: 'ABC' }, 'workload.fingerprint'],
    ['graph', { graph: { ...importedGraph, blockEnds: [0, 4] } }, 'workload.graph.blockEnds[0]'],
    [
      'type',
      { graph: { ...importedGraph, tensors: tensorsWith(0, { type: 'text' as never }) } },
      'workload.graph.tensors[0].type',
    ],
  ])('a wrong %s is refused at its place', (_, patch, path) => {
    expect(parseScenario({ ...example, workload: { ...importedExample, ...patch } })).toMatchObject({
      ok: false,
      error: { kind: 'invalid-field', path },
    });
  });

  test('more sizes than any model asks for are refused', () => {
    const dims = Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`d${i}`, 1]));
    expect(parseScenario({ ...example, workload: { ...importedExample, dims } })).toMatchObject({
      ok: false,
      error: { path: 'workload.dims' },
    });
  });
});

describe('documents with an imported model, damaged at random', () => {
  type Path = readonly (string | number)[];
  type Container = Record<string | number, unknown>;
  function pathsOf(value: unknown, path: Path = []): Path[] {
    const here = path.length === 0 ? [] : [path];
    if (typeof value !== 'object' || value === null) return here;
    const entries: [string | number, unknown][] = Array.isArray(value)
      ? value.map((item: unknown, index) => [index, item])
      : Object.entries(value);
    return [...here, ...entries.flatMap(([key, inner]) => pathsOf(inner, [...path, key]))];
  }
  const split = changeOwnSplit(example, { nodes: [example.sourceId, example.sinkId], boundaries: [1, 3] });
  const paths = pathsOf(split.workload).map((path): Path => ['workload', ...path]);

  test('what is accepted can be solved, saved and read again', () => {
    const damage = fc.record({
      path: fc.constantFrom(...paths),
      value: fc.oneof(
        fc.integer({ min: -1, max: 9 }),
        fc.double(),
        fc.jsonValue({ maxDepth: 2 }),
        fc.array(fc.integer({ min: 0, max: 7 }), { maxLength: 5 }),
      ),
    });
    let accepted = 0;
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 3 }), (all) => {
        const copy = structuredClone(split) as unknown as Container;
        for (const { path, value } of all) {
          const parent = path
            .slice(0, -1)
            .reduce<unknown>(
              (inner, key) =>
                typeof inner === 'object' && inner !== null ? (inner as Container)[key] : undefined,
              copy,
            );
          if (typeof parent === 'object' && parent !== null) (parent as Container)[path.at(-1)!] = value;
        }
        const result = parseScenario(copy);
        if (!result.ok) return;
        accepted += 1;
        const chain = workloadChain(result.value.workload);
        expect(chain.boundaryBytes.every((bytes) => Number.isFinite(bytes) && bytes >= 0)).toBe(true);
        expect(parseScenarioText(JSON.stringify(result.value))).toEqual(result);
        expect(() => solveScenario(result.value)).not.toThrow();
      }),
      { seed: 4, numRuns: 3000 },
    );
    expect(accepted).toBeGreaterThan(50);
  });
});
