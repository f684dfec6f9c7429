import { describe, expect, test } from 'vitest';
import type { LinkId, NodeId } from '../../core/network/types';
import { changeCapacity } from '../../core/scenario/edits';
import { openingScenario, presets } from '../../core/scenario/presets/presets';
import type { Problem } from '../../core/scenario/problems';
import { solveScenario } from '../../core/solvers/solveScenario';
import { problemMarks, worstOf } from './problemMarks';
import { stripItems } from './stripModel';
import { canConnect } from './useConnecting';

const words = (items: ReturnType<typeof stripItems>) =>
  items.map(({ kind, id }) => (kind === 'node' ? id.toUpperCase() : id)).join(' ');

describe('the strip', () => {
  test('without a plan it is the way with the fewest hops', () => {
    expect(words(stripItems(openingScenario, null))).toBe('PHONE radio GNB backhaul CORE internet CLOUD');
  });

  test('with everything on the phone it still has a slider on every link to the sink', () => {
    const slow = changeCapacity(openingScenario, 'radio' as LinkId, 0.1, 'both');
    const plan = solveScenario(slow).best;
    expect(plan!.computeNodes).toEqual(['phone']);
    expect(words(stripItems(slow, plan))).toBe('PHONE radio GNB backhaul CORE internet CLOUD');
  });

  test('a detour is listed once, and the way goes on from where it left', () => {
    const plan = solveScenario(openingScenario).best;
    expect(plan!.computeNodes).toEqual(['phone', 'edge', 'cloud']);
    expect(words(stripItems(openingScenario, plan))).toBe(
      'PHONE radio GNB edge-fibre EDGE backhaul CORE internet CLOUD',
    );
  });

  test('a link that is down stays in the list, so that it can be raised again', () => {
    const down = changeCapacity(openingScenario, 'backhaul' as LinkId, 0, 'both');
    expect(words(stripItems(down, null))).toContain('backhaul');
  });

  test('a sink nobody reaches ends the list', () => {
    const cut = { ...openingScenario, links: openingScenario.links.slice(0, 1) };
    expect(words(stripItems(cut, null))).toBe('PHONE');
  });

  test('no preset lists anything twice', () => {
    for (const { scenario } of presets) {
      const items = stripItems(scenario, solveScenario(scenario).best);
      expect(new Set(items.map(({ kind, id }) => `${kind} ${id}`)).size).toBe(items.length);
      expect(items.at(-1)).toEqual({ kind: 'node', id: scenario.sinkId });
    }
  });
});

describe('problems', () => {
  const down: Problem = { kind: 'link-down', link: 'radio' as LinkId };
  const far: Problem = { kind: 'unreachable', node: 'cloud' as NodeId };
  const nobody: Problem = { kind: 'no-node-computes' };

  test('stand on their culprit, or on nobody', () => {
    const marks = problemMarks([down, far, nobody]);
    expect(marks.links.get('radio' as LinkId)).toEqual([down]);
    expect(marks.nodes.get('cloud' as NodeId)).toEqual([far]);
    expect(marks.general).toEqual([nobody]);
    expect(problemMarks(undefined).nodes.size).toBe(0);
  });

  test('the gravest one gives the mark its look', () => {
    expect(worstOf([far, nobody])).toBe('error');
    expect(worstOf([far])).toBe('warning');
    expect(worstOf([])).toBeNull();
  });
});

test('two nodes are joined once, and never a node with itself', () => {
  expect(canConnect(openingScenario, { source: 'phone', target: 'cloud' })).toBe(true);
  expect(canConnect(openingScenario, { source: 'phone', target: 'phone' })).toBe(false);
  expect(canConnect(openingScenario, { source: 'gnb', target: 'phone' })).toBe(false);
});
