import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { graphLayers } from './graphLayers';
import { operatorItems, type GraphItem, type OperatorItems } from './operatorItems';
import type { Box } from './graphGeometry';
import { operatorLayout, tallMetrics, wideMetrics, type OperatorLayout } from './operatorLayout';
import { makeMobileView, makeTransformerView } from './testing/makeOperatorsView';

const everyBlock = (count: number) => new Set(Array.from({ length: count }, (_, block) => block));

function graph(size: number, edges: readonly (readonly [number, number])[]): OperatorItems {
  const items = Array.from({ length: size }, (_, index): GraphItem => ({
    kind: 'operator',
    key: `o${index}`,
    block: -1,
    operators: [index],
    labels: [0],
    sentInside: 0,
  }));
  const targets = new Map<number, Set<number>>();
  for (const [from, to] of edges) targets.set(from, (targets.get(from) ?? new Set()).add(to));
  const nets = [...targets].map(([from, to]) => ({
    tensor: `t${from}`,
    producer: from,
    bytes: 1,
    from,
    targets: [...to].map((item) => ({ item, sent: false })),
    sent: [],
  }));
  return { items, nets };
}

/** Points along a wire, close enough together that a box cannot hide between two of them. */
function points(path: OperatorLayout['wires'][number]['path']): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  let [x, y] = path[0] as readonly [number, number];
  for (const piece of path.slice(1)) {
    const [endX, endY] = piece.slice(-2) as [number, number];
    const [ax, ay, bx, by] = piece.length === 6 ? piece : [x, y, endX, endY];
    const steps = Math.ceil((Math.abs(endX - x) + Math.abs(endY - y)) / 10) + 4;
    for (let step = 0; step <= steps; step += 1) {
      const t = step / steps;
      const u = 1 - t;
      const weights = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
      const mix = (a: number, b: number, c: number, d: number) =>
        piece.length === 6
          ? weights[0]! * a + weights[1]! * b + weights[2]! * c + weights[3]! * d
          : u * a + t * d;
      found.push([mix(x, ax, bx, endX), mix(y, ay, by, endY)]);
    }
    [x, y] = [endX, endY];
  }
  return found;
}

const inside = ([x, y]: readonly [number, number], box: Box) =>
  x > box.x + 0.5 && x < box.x + box.width - 0.5 && y > box.y + 0.5 && y < box.y + box.height - 0.5;

const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

function expectClear(layout: OperatorLayout) {
  const boxes = layout.items;
  boxes.forEach((box, index) =>
    boxes.slice(index + 1).forEach((other) => expect(overlap(box, other)).toBe(false)),
  );
  for (const { path } of layout.wires) {
    for (const point of points(path)) {
      const hit = boxes.find((box) => inside(point, box));
      expect(hit?.item.key).toBeUndefined();
    }
  }
}

const randomGraph = fc.integer({ min: 1, max: 24 }).chain((size) =>
  fc.record({
    size: fc.constant(size),
    edges: fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 3 * size }),
  }),
);

describe('any graph', () => {
  test('is drawn without a box on another and without a line through a box, cycles included', () => {
    fc.assert(
      fc.property(randomGraph, fc.boolean(), ({ size, edges }, horizontal) => {
        const noLoops = edges.filter(([from, to]) => from !== to);
        expectClear(operatorLayout(graph(size, noLoops), horizontal ? wideMetrics : tallMetrics));
      }),
      { seed: 3, numRuns: 200 },
    );
  });

  test('without a cycle leads forward along every line', () => {
    fc.assert(
      fc.property(randomGraph, ({ size, edges }) => {
        const forward = edges.filter(([from, to]) => from < to);
        const { items, wires, nets } = operatorLayout(graph(size, forward), wideMetrics);
        for (const { net, target } of wires)
          expect(items[target]!.layer).toBeGreaterThan(items[nets[net]!.from]!.layer);
      }),
      { seed: 4, numRuns: 300 },
    );
  });

  test('joins the box a line leaves with the box it enters', () => {
    const { items, nets, wires } = operatorLayout(
      operatorItems(makeTransformerView(2), everyBlock(4)),
      wideMetrics,
    );
    for (const { net, target, path } of wires) {
      const from = items[nets[net]!.from]!;
      const to = items[target]!;
      expect(path[0]).toEqual([from.x + from.width, from.y + from.height / 2]);
      expect(path.at(-1)!.slice(-2)).toEqual([to.x, to.y + to.height / 2]);
    }
  });

  test('holds everything within its size', () => {
    for (const metrics of [wideMetrics, tallMetrics]) {
      const layout = operatorLayout(operatorItems(makeTransformerView(2), everyBlock(4)), metrics);
      for (const box of [...layout.items, ...layout.frames, ...layout.wires.map(({ bounds }) => bounds)]) {
        expect(Math.min(box.x, box.y)).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(layout.width);
        expect(box.y + box.height).toBeLessThanOrEqual(layout.height);
      }
    }
  });
});

describe('a chain', () => {
  const chain = operatorLayout(
    graph(5, [
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 4],
      [0, 3],
    ]),
    wideMetrics,
  );

  test('is a straight line of boxes, and a skip edge passes beside it', () => {
    expect(new Set(chain.items.map(({ y }) => y)).size).toBe(1);
    expect(chain.items.map(({ layer }) => layer)).toEqual([0, 1, 2, 3, 4]);
    const skip = chain.wires.find(({ target, path }) => target === 3 && path.length > 2)!;
    expect(skip.bounds.height).toBeGreaterThan(wideMetrics.crossSize / 2);
  });

  test('on a phone runs downwards', () => {
    const tall = operatorLayout(
      graph(3, [
        [0, 1],
        [1, 2],
      ]),
      tallMetrics,
    );
    expect(new Set(tall.items.map(({ x }) => x)).size).toBe(1);
    expect(tall.items[2]!.y).toBeGreaterThan(tall.items[1]!.y);
    expect(tall.height).toBeGreaterThan(tall.width / 2);
  });
});

describe('layers', () => {
  test('an item without an input stands just before what reads it', () => {
    const { layer } = graphLayers({ size: 4, successors: [[1], [2], [], [2]] });
    expect([...layer]).toEqual([0, 1, 2, 1]);
  });

  test('a graph without items has none', () => {
    expect(operatorLayout(graph(0, []), wideMetrics).layers).toEqual([]);
  });
});

describe('branches', () => {
  test('queries, keys and values stand on three tracks, the longest path stays straight', () => {
    const { items } = operatorLayout(operatorItems(makeTransformerView(1), everyBlock(2)), wideMetrics);
    const tracks = items.filter(({ item }) => item.key === 'o1' || item.key === 'o2' || item.key === 'o3');
    expect(new Set(tracks.map(({ track }) => track)).size).toBe(3);
    expect(new Set(tracks.map(({ layer }) => layer)).size).toBe(1);
    for (const key of ['in', 'o0', 'o1', 'o16', 'o17', 'o24'])
      expect(items.find(({ item }) => item.key === key)?.track, key).toBe(0);
  });

  test('operators of an open block have a frame around them that no other block shares', () => {
    const { frames } = operatorLayout(operatorItems(makeMobileView(4), everyBlock(4)), wideMetrics);
    expect(frames.map(({ block }) => block)).toEqual([0, 1, 2, 3]);
    frames.forEach((frame, index) =>
      frames.slice(index + 1).forEach((other) => expect(overlap(frame, other)).toBe(false)),
    );
  });

  test('what is sent is written beside its line, clear of every box', () => {
    for (const metrics of [wideMetrics, tallMetrics]) {
      const { tags, items } = operatorLayout(operatorItems(makeTransformerView(4), everyBlock(8)), metrics);
      expect(tags.length).toBeGreaterThan(1);
      for (const tag of tags) for (const item of items) expect(overlap(tag, item)).toBe(false);
    }
  });
});
