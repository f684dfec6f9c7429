import { describe, expect, test } from 'vitest';
import type { OperatorsView } from '../../../core/studies/operatorsTypes';
import { operatorItems } from './operatorItems';
import { makeMobileView, makeTransformerView } from './testing/makeOperatorsView';

const none: ReadonlySet<number> = new Set();

describe('folded', () => {
  test('every block is one box between the input and the result', () => {
    const { items, nets } = operatorItems(makeMobileView(4), none);
    expect(items.map(({ key }) => key)).toEqual(['in', 'b0', 'b1', 'b2', 'b3', 'out23']);
    expect(nets.map(({ from, targets }) => [from, targets.map(({ item }) => item)])).toEqual([
      [0, [1]],
      [1, [2]],
      [2, [3]],
      [3, [4]],
      [4, [5]],
    ]);
  });

  test('a block counts the tensors that are sent inside it, and names each node that runs a part', () => {
    const view = makeMobileView(4);
    const { items } = operatorItems(view, none);
    const cut = items.filter(({ labels }) => labels.length > 1);
    expect(cut.map(({ key }) => key)).toEqual(['b0', 'b1', 'b2'].slice(0, cut.length));
    for (const { sentInside, operators, labels } of cut) {
      expect(sentInside).toBeGreaterThan(0);
      expect(new Set(operators.map((operator) => view.operators[operator]!.label))).toEqual(new Set(labels));
    }
  });
});

describe('open', () => {
  test('only the blocks that are open show their operators', () => {
    const { items } = operatorItems(makeMobileView(3), new Set([1]));
    expect(items.map(({ key }) => key)).toEqual([
      'in',
      'b0',
      'o6',
      'o7',
      'o8',
      'o9',
      'o10',
      'o11',
      'b2',
      'out17',
    ]);
  });

  test('a tensor is one net however many operators read it, and says which of them run elsewhere', () => {
    const view = makeTransformerView(4);
    const { nets } = operatorItems(view, new Set(view.blocks.keys()));
    const readers = nets.find(({ producer }) => producer === 0)!;
    expect(readers.targets).toHaveLength(3);
    for (const net of nets) expect(net.sent.length > 0).toBe(net.targets.some(({ sent }) => sent));
    expect(nets.filter(({ sent }) => sent.length > 0).length).toBe(
      new Set(view.shipped.map(({ producer }) => producer)).size,
    );
  });
});

test('a result that is delivered ends on the node its last hop leads to', () => {
  const made = makeMobileView(1);
  const hop = { tensor: 'result', producer: 5, bytes: 4000, upstream: false, seconds: 0.004 };
  const view: OperatorsView = {
    ...made,
    operators: made.operators.map((operator) => ({ ...operator, label: 0 })),
    shipped: [
      { ...hop, hop: 0 },
      { ...hop, hop: 1 },
    ],
  };
  const { items, nets } = operatorItems(view, none);
  expect(items.at(-1)!.labels).toEqual([2]);
  expect(nets.at(-1)).toMatchObject({ tensor: 'result', bytes: 4000, targets: [{ sent: true }] });
  expect(operatorItems({ ...view, shipped: [] }, none).nets.at(-1)!.sent).toEqual([]);
});

describe('several results', () => {
  const made = makeMobileView(2);
  const view: OperatorsView = {
    ...made,
    results: [
      { from: 3, tensor: 'tensor_3', bytes: 2000 },
      { from: 11, tensor: 'tensor_11', bytes: 1000 },
    ],
    resultLabel: 2,
  };

  test('lead to one box, on the node where they are brought together', () => {
    const { items, nets } = operatorItems(view, new Set(view.blocks.keys()));
    const results = items.filter(({ kind }) => kind === 'result');
    expect(results.map(({ labels }) => labels)).toEqual([[2]]);
    const target = items.indexOf(results[0]!);
    const leading = nets.filter(({ targets }) => targets.some(({ item }) => item === target));
    expect(leading.map(({ tensor }) => tensor)).toEqual(['tensor_3', 'tensor_11']);
  });

  test('that are read on are still one net, whose line to the result is sent from another node', () => {
    const { items, nets } = operatorItems(view, new Set(view.blocks.keys()));
    const target = items.findIndex(({ kind }) => kind === 'result');
    const read = nets.filter(({ tensor }) => tensor === 'tensor_3');
    expect(read).toHaveLength(1);
    expect(read[0]!.targets).toHaveLength(2);
    const { label } = view.operators[3]!;
    expect(read[0]!.targets.find(({ item }) => item === target)?.sent).toBe(label !== 2);
  });

  test('come out of a folded block as well', () => {
    const { items, nets } = operatorItems(view, none);
    const target = items.findIndex(({ kind }) => kind === 'result');
    expect(nets.filter(({ targets }) => targets.some(({ item }) => item === target))).toHaveLength(2);
  });
});
