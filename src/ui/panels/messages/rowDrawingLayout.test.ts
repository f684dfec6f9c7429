import { describe, expect, it } from 'vitest';
import { rowDrawingLayout, rowStateAt } from './rowDrawingLayout';
import { sciSteps } from './sciSteps';
import { toyRow } from './testing/rowFixture';

const names = ['UE', 'MEC host', 'Cloud'];

describe('the drawing of the row', () => {
  it.each([360, 700, 1400])('keeps boxes apart and inside its own width at %i px', (width) => {
    const layout = rowDrawingLayout(names, { width, textPx: 14 });
    for (const [index, { from, to, middle }] of layout.hops.entries()) {
      expect(from).toBe(layout.nodes[index]!.x + layout.boxWidth);
      expect(to).toBe(layout.nodes[index + 1]!.x);
      expect(to - from).toBeGreaterThan(40);
      expect(middle).toBe((from + to) / 2);
    }
    expect(layout.nodes.at(-1)!.x + layout.boxWidth).toBeLessThanOrEqual(layout.width + 1);
  });

  it('scrolls rather than crush eight nodes on a phone', () => {
    const layout = rowDrawingLayout(Array<string>(8).fill('Edge'), { width: 340, textPx: 14 });
    expect(layout.width).toBeGreaterThan(340);
    expect(layout.boxWidth).toBeGreaterThan(90);
  });

  it('keeps messages and tensors on lanes of their own', () => {
    const { lanes, boxY, boxHeight } = rowDrawingLayout(names, { width: 700, textPx: 14 });
    expect(lanes.tensor - lanes.message).toBeGreaterThan(16);
    expect(lanes.message).toBeGreaterThan(boxY);
    expect(lanes.tensor).toBeLessThan(boxY + boxHeight);
  });
});

describe('the row after a step', () => {
  const steps = sciSteps(toyRow);
  const at = (step: number) => rowStateAt(steps, step, 3);

  it('begins with own profiles, and nothing under way', () => {
    expect(at(0)).toEqual({
      nodes: Array(3).fill({ kind: 'own-profile' }),
      active: null,
      hops: Array(2).fill({ message: 'not-yet', tensor: 'not-yet', boundary: null }),
    });
  });

  it('has the message of the step under way, and the earlier ones sent', () => {
    expect(at(2)).toMatchObject({
      nodes: [{ kind: 'own-profile' }, { kind: 'table' }, { kind: 'table' }],
      active: 1,
      hops: [{ message: 'now' }, { message: 'sent' }],
    });
  });

  it('has the tensor under way from the node that ran, and none beyond the end', () => {
    expect(at(3)).toMatchObject({
      nodes: [{ kind: 'ran', from: 0, to: 0 }, { kind: 'table' }, { kind: 'table' }],
      active: 0,
      hops: [{ message: 'sent', tensor: 'now', boundary: 0 }, { tensor: 'not-yet' }],
    });
    expect(at(5)).toMatchObject({
      nodes: [{ kind: 'ran' }, { kind: 'ran', from: 0, to: 3 }, { kind: 'table' }],
      active: null,
      hops: [{ tensor: 'sent' }, { tensor: 'not-yet' }],
    });
  });
});
