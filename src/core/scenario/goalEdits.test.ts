import { expect, test } from 'vitest';
import { changeNode } from './edits';
import { changeGoals, changeLeakage, changeRadio, changeRouting } from './goalEdits';
import { parseScenario } from './parseScenario';
import { exampleScenario, node } from './testing/exampleScenario';
import type { Radio, Routing } from './types';

const start = exampleScenario();

test('routing and radio change to what exists, and to nothing else', () => {
  expect(changeRouting(start, 'forward').routing).toBe('forward');
  expect(changeRadio(start, 'nr-mmwave').radio).toBe('nr-mmwave');
  expect(changeRouting(start, 'any')).toBe(start);
  expect(changeRadio(start, start.radio)).toBe(start);
  expect(changeRouting(start, 'sideways' as Routing)).toBe(start);
  expect(changeRadio(start, 'wimax' as Radio)).toBe(start);
});

test('goals change field by field, and keep the rest', () => {
  const limited = changeGoals(start, { limits: { latencyMs: 120, leakage: 0.4 } });
  const weighed = changeGoals(limited, { weights: { bytes: 0.5 }, minimise: 'bytes' });
  expect(weighed.goals).toEqual({
    weights: { ...start.goals.weights, bytes: 0.5 },
    limits: { ...start.goals.limits, latencyMs: 120, leakage: 0.4 },
    minimise: 'bytes',
  });
  expect(changeGoals(weighed, { limits: { latencyMs: null, leakage: null } }).goals.limits).toEqual(
    start.goals.limits,
  );
  expect(parseScenario(weighed)).toEqual({ ok: true, value: weighed });
});

test.each([
  [{ weights: { latency: -1 } }],
  [{ weights: { latency: Number.NaN } }],
  [{ limits: { ueEnergyMJ: -3 } }],
  [{ limits: { kilobytes: Infinity } }],
  [{ weights: {} }],
])('goals that are illegal or the same change nothing: %j', (patch) => {
  expect(changeGoals(start, patch)).toBe(start);
});

test('leakage of any length is kept, illegal ones are not', () => {
  const known = changeLeakage(start, [1, 0.5, 0.2, 0]);
  expect(known.leakage).toEqual([1, 0.5, 0.2, 0]);
  expect(changeLeakage(known, [1, 0.5, 0.2, 0])).toBe(known);
  expect(changeLeakage(known, [3]).leakage).toEqual([3]);
  expect(changeLeakage(known, [])).toBe(known);
  expect(changeLeakage(known, [-1])).toBe(known);
  expect(changeLeakage(known, [Number.NaN])).toBe(known);
  expect(changeLeakage(known, null).leakage).toBeNull();
  expect(parseScenario(changeLeakage(start, [3])).ok).toBe(true);
});

test('a node takes power of its own, load not below idle', () => {
  const powered = changeNode(start, node('mec'), { power: { idleW: 2, loadW: 6.5 } });
  expect(powered.nodes.find(({ id }) => id === 'mec')!.power).toEqual({ idleW: 2, loadW: 6.5 });
  expect(changeNode(start, node('mec'), { power: { idleW: 7, loadW: 6.5 } })).toBe(start);
  expect(changeNode(powered, node('mec'), { power: null }).nodes).toEqual(start.nodes);
});
