import { describe, expect, test } from 'vitest';
import { everyBlock, itemOfKey, toggledBlock } from './graphFolding';
import { graphKey } from './graphKeys';
import { hitAt, nextItem, type Direction } from './graphNavigation';
import { heatScale, heatSteps } from './heatScale';
import { operatorItems } from './operatorItems';
import { operatorLayout, tallMetrics, wideMetrics } from './operatorLayout';
import { makeMobileView, makeTransformerView } from './testing/makeOperatorsView';

const view = makeTransformerView(2);
const layout = operatorLayout(operatorItems(view, everyBlock(view)), wideMetrics);
const at = (key: string) =>
  itemOfKey(
    layout.items.map(({ item }) => item),
    key,
  );
const keyOf = (item: number) => layout.items[item]?.item.key;
const key = (name: string, more: object = {}) =>
  ({ key: name, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, ...more }) as const;

describe('the arrow keys', () => {
  test('reach every box from the input, and none leads back in a circle forward', () => {
    const seen = new Set<number>();
    const queue = [at('in')];
    const ways: Direction[] = ['forward', 'before', 'after'];
    while (queue.length > 0) {
      const item = queue.pop()!;
      if (item < 0 || seen.has(item)) continue;
      seen.add(item);
      for (const way of ways) {
        const next = nextItem(layout, item, way);
        if (way === 'forward' && next >= 0)
          expect(layout.items[next]!.layer).toBeGreaterThan(layout.items[item]!.layer);
        queue.push(next);
      }
    }
    expect(seen.size).toBe(layout.items.length);
  });

  test('go along the straight line where a tensor has several readers, and back the same way', () => {
    expect(keyOf(nextItem(layout, at('o0'), 'forward'))).toBe('o1');
    expect(keyOf(nextItem(layout, at('o1'), 'back'))).toBe('o0');
    expect(nextItem(layout, at('in'), 'back')).toBe(-1);
  });

  test('begin at the first box where nothing is selected', () => {
    expect(keyOf(nextItem(layout, -1, 'forward'))).toBe('in');
    expect(keyOf(nextItem(layout, at('o5'), 'first'))).toBe('in');
    expect(keyOf(nextItem(layout, at('o5'), 'last'))).toBe('out49');
  });

  test('follow the direction of the drawing, pan with Shift, and leave shortcuts alone', () => {
    expect(graphKey(key('ArrowDown'), true)).toEqual({ kind: 'go', direction: 'after' });
    expect(graphKey(key('ArrowDown'), false)).toEqual({ kind: 'go', direction: 'forward' });
    expect(graphKey(key('ArrowLeft', { shiftKey: true }), true)).toEqual({ kind: 'pan', dx: 80, dy: -0 });
    expect(graphKey(key('+', { ctrlKey: true }), true)).toBeNull();
    expect(graphKey(key('Tab'), true)).toBeNull();
  });
});

describe('under the pointer', () => {
  test.each([wideMetrics, tallMetrics])('is each box in its middle, and nothing in the gaps', (metrics) => {
    const drawn = operatorLayout(operatorItems(view, everyBlock(view)), metrics);
    drawn.items.forEach((box, item) => {
      expect(hitAt(drawn, box.x + box.width / 2, box.y + box.height / 2)).toEqual({ kind: 'item', item });
    });
    expect(hitAt(drawn, 1, 1)).toBeNull();
  });

  test('is the head of an open block, and the words beside a sent tensor', () => {
    const frame = layout.frames[0]!;
    expect(hitAt(layout, frame.x + 3, frame.y + 3)).toEqual({ kind: 'head', block: frame.block });
    const tag = layout.tags[0]!;
    expect(hitAt(layout, tag.x + 5, tag.y + 5)).toMatchObject({ kind: 'tag', net: tag.net });
  });
});

describe('a selection', () => {
  test('stays on the same part of the graph when its block folds and opens', () => {
    const mobile = makeMobileView(4);
    const open = everyBlock(mobile);
    const folded = operatorItems(mobile, toggledBlock(open, 1)).items;
    expect(folded[itemOfKey(folded, 'o8')]!.key).toBe('b1');
    const opened = operatorItems(mobile, open).items;
    expect(opened[itemOfKey(opened, 'b1')]!.key).toBe('o6');
    expect(itemOfKey(opened, null)).toBe(-1);
    expect(toggledBlock(toggledBlock(open, 1), 1)).toEqual(open);
  });
});

describe('shades', () => {
  test('are equal steps of the logarithm, from the shortest time to the longest', () => {
    const { step, edges } = heatScale([1e-6, 1e-3, 1, 0, null]);
    expect(edges).toHaveLength(heatSteps + 1);
    expect(edges[0]).toBe(1e-6);
    expect(edges.at(-1)).toBeCloseTo(1, 9);
    expect([1e-6, 1e-3, 1, 0, null].map(step)).toEqual([0, 3, heatSteps - 1, 0, null]);
  });

  test('never get lighter with a longer time', () => {
    const { step } = heatScale([2e-6, 0.3]);
    const times = Array.from({ length: 400 }, (_, index) => 1e-6 * 1.04 ** index);
    const steps = times.map((time) => step(time)!);
    steps.slice(1).forEach((shade, index) => expect(shade).toBeGreaterThanOrEqual(steps[index]!));
  });

  test('of equal times, and of none, are one', () => {
    expect(heatScale([2, 2]).step(2)).toBe(0);
    expect(heatScale([0, null])).toMatchObject({ edges: [] });
    expect(heatScale([0]).step(0)).toBe(0);
  });
});
