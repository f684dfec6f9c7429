import { describe, expect, test } from 'vitest';
import type { NodeId } from '../../../core/network/types';
import { openingScenario, presets } from '../../../core/scenario/presets/presets';
import { operatorsStudy } from '../../../core/studies/operatorsStudy';
import type { OperatorsOptions, OperatorsView } from '../../../core/studies/operatorsTypes';
import { certificateFile, flowValue } from './certificateFile';
import { blocksOpenAtFirst, everyBlock } from './graphFolding';
import { findOperators } from './findOperators';
import { operatorItems } from './operatorItems';
import { graphLooks, longestOperator } from './operatorLooks';
import { operatorsTable } from './operatorsTable';
import { describeItem, describeNet, leadSentence, notModelled, summarySentence } from './operatorWords';
import { makeMobileView, makeTransformerView } from './testing/makeOperatorsView';

const nodeName = (label: number) => ['Phone', 'MEC host', 'Cloud'][label] ?? `Node ${label}`;

function solved(options: OperatorsOptions, scenario = openingScenario): OperatorsView {
  const answer = operatorsStudy(scenario, options, { shouldStop: () => false });
  if (answer.kind !== 'operators') throw new Error(answer.trouble.kind);
  return answer.view;
}

const everything = (view: OperatorsView): string[] => {
  const { items, nets } = operatorItems(view, blocksOpenAtFirst(view));
  const looks = graphLooks(view, items, nets, 'time', nodeName);
  return [
    leadSentence(view, nodeName),
    summarySentence(view),
    ...notModelled(view, nodeName),
    ...items.map((item) => JSON.stringify(describeItem(view, item, nodeName))),
    ...nets.filter(({ sent }) => sent.length > 0).map((net) => JSON.stringify(describeNet(net, nodeName))),
    JSON.stringify(looks),
    JSON.stringify(operatorsTable(view, nodeName)),
  ];
};

describe.each(presets.map(({ name, scenario }) => [name, scenario] as const))(
  'the model of "%s"',
  (_, scenario) => {
    test.each([false, true])('has words without a hole, tensors going back: %s', (upstream) => {
      const answer = operatorsStudy(scenario, { graph: 'scenario', upstream }, { shouldStop: () => false });
      const texts = answer.kind === 'operators' ? everything(answer.view) : [answer.trouble.kind];
      for (const text of texts) expect(text).not.toMatch(/undefined|NaN|Infinity|removed|!/);
    });
  },
);

describe('the longest operator', () => {
  const mobile = makeMobileView(10);
  const [first, ...rest] = mobile.operators;
  const view: OperatorsView = {
    ...mobile,
    operators: [
      { ...first!, label: 0, computeS: [0.002, null, 0.001] },
      { ...rest[0]!, label: 2, computeS: [0.001, 0.5, 0.003] },
    ],
  };

  test('is that of the node shown, or of the nodes that run them', () => {
    expect(longestOperator(view, 0)).toEqual({ operator: 0, seconds: 0.002 });
    expect(longestOperator(view, 1)).toEqual({ operator: 1, seconds: 0.5 });
    expect(longestOperator(view, 'time')).toEqual({ operator: 1, seconds: 0.003 });
  });

  test('is none where boxes are not shaded, or nothing takes time', () => {
    expect(longestOperator(view, 'node')).toBeNull();
    const idle = view.operators.map((operator) => ({ ...operator, computeS: [0, null, 0] }));
    expect(longestOperator({ ...view, operators: idle }, 'time')).toBeNull();
  });
});

describe('the lead', () => {
  const view = { ...makeMobileView(10), totalS: 0.0412, chainS: 0.043 };

  test('says the total, the nodes, the tensors that cross and the best split in blocks', () => {
    expect(leadSentence(view, nodeName)).toBe(
      'Best labelling 41.2 ms over three nodes, two tensors cross; the best split in blocks takes 43 ms, 1.8 ms more.',
    );
  });

  test('calls nothing the best that was not proved, and gives the bound', () => {
    const text = leadSentence({ ...view, proven: false, boundS: 0.04 }, nodeName);
    expect(text).toContain('Best labelling found (estimated) 41.2 ms');
    expect(text).toContain('No labelling takes less than 40 ms.');
  });

  test('says when single operators gain nothing, and when no split in blocks works', () => {
    expect(leadSentence({ ...view, chainS: view.totalS }, nodeName)).toContain('blocks takes the same.');
    expect(leadSentence({ ...view, chainS: null }, nodeName)).toContain('no split in blocks works');
  });

  test('names the only node, and the input where nothing else is sent', () => {
    const hop = { tensor: 'input', producer: -1, bytes: 1000, hop: 0, upstream: false, seconds: 0.001 };
    const onCloud: OperatorsView = {
      ...view,
      operators: view.operators.map((operator) => ({ ...operator, label: 2 })),
      shipped: [hop, { ...hop, hop: 1 }],
    };
    expect(leadSentence(onCloud, nodeName)).toContain('41.2 ms, all on Cloud, only the input crosses');
    expect(leadSentence({ ...onCloud, shipped: [] }, nodeName)).toContain('no tensors cross');
  });
});

describe('what is left out', () => {
  test('names the nodes whose memory is overfull, and those that are withheld', () => {
    const mec = 'mec' as NodeId;
    const view: OperatorsView = {
      ...makeMobileView(2),
      ignores: ['memory'],
      overfull: [mec],
      withheld: [mec],
    };
    const text = notModelled(view, nodeName).join('\n');
    expect(text).toContain('the weights placed on MEC host do not fit');
    expect(text).toContain('Nothing runs on MEC host');
    expect(notModelled({ ...view, overfull: [] }, nodeName).join('\n')).toContain('do fit');
    const plain = notModelled(makeMobileView(2), nodeName);
    expect(plain).toHaveLength(3);
    expect(plain[1]).toMatch(/^Tensors go along the row/);
    expect(
      notModelled({ ...makeMobileView(2), nodes: makeMobileView(2).nodes.slice(0, 2) }, nodeName),
    ).toHaveLength(2);
  });
});

describe('an operator', () => {
  const view = solved({ graph: 'scenario', upstream: false });
  const { items } = operatorItems(view, everyBlock(view));

  test('says its time on every node and its share of the block', () => {
    const words = describeItem(
      view,
      items.find(({ key }) => key === 'o0')!,
      nodeName,
    );
    expect(words.title).toMatch(/\(Conv\)$/);
    expect(words.lines[0]).toMatch(
      /^Runs on Phone \(A\): [\d.]+ ms = [\d.]+ % of the block's [\d.]+ ms \(modelled share\)$/,
    );
    expect(words.lines[1]).toMatch(/^Phone [\d.]+ [mµ]s · MEC host [\d.]+ [mµ]s · Cloud [\d.]+ [mµ]s$/);
    expect(words.lines.at(-1)).toContain(`Operator 1 of ${view.operators.length}, in block 1 of 55`);
  });

  test('that cannot run somewhere says so', () => {
    const made = makeMobileView(1);
    const { items: boxes, nets } = operatorItems(made, everyBlock(made));
    const third = boxes.findIndex(({ key }) => key === 'o3');
    expect(describeItem(made, boxes[third]!, nodeName).lines[1]).toContain('Cloud cannot run it');
    const look = graphLooks(made, boxes, nets, 2, nodeName).items[third]!;
    expect(look).toMatchObject({ fills: ['cannot'], detail: 'cannot run' });
  });

  test('is found by name, kind or block, whatever the case', () => {
    expect(findOperators(view, ' CLIP ')).toEqual(
      view.operators.flatMap(({ kind }, index) => (kind === 'Clip' ? [index] : [])),
    );
    expect(findOperators(view, 'depthwise').length).toBeGreaterThan(17);
    expect(findOperators(view, ' ')).toEqual([]);
  });
});

test('the hops of a sent tensor show the formula with this scenario’s values', () => {
  const view = solved({ graph: 'scenario', upstream: false });
  const { nets } = operatorItems(view, everyBlock(view));
  const sent = nets.filter((net) => net.sent.length > 0);
  expect(sent.length).toBeGreaterThan(0);
  const total = sent.flatMap((net) => net.sent).reduce((sum, { seconds }) => sum + seconds, 0);
  expect(total + view.fixedS + view.deliveryS).toBeCloseTo(view.transferS, 12);
  expect(describeNet(sent[0]!, nodeName).lines[0]).toMatch(
    /^Phone → MEC host: 8 × [\d,]+ B \/ [\d.]+ [GM]bit\/s = [\d.]+ ms$/,
  );
});

test('the table has a row for every operator and for the input, and its times add up to the total', () => {
  const view = solved({ graph: 'transformer-12', upstream: false });
  const { rows, columns } = operatorsTable(view, nodeName);
  expect(rows).toHaveLength(view.operators.length + 1);
  const names = columns.map(({ name }) => name);
  const sum = rows.reduce((total, row) => {
    const time = row[names.indexOf(`on ${String(row[names.indexOf('runs on')])} (ms)`)];
    return total + (typeof time === 'number' ? time : 0);
  }, 0);
  expect(sum / 1e3).toBeCloseTo(view.computeS, 9);
});

describe('the certificate', () => {
  test('is problem and answer in one file, named after the model', () => {
    const view = solved({ graph: 'resnet-152', upstream: false });
    const { name, text } = certificateFile(view);
    expect(name).toMatch(/^certificate-resnet-152.*\.json$/);
    expect(Object.keys(JSON.parse(text) as object)).toEqual(['problem', 'answer']);
    expect(flowValue(view.certificate.answer.certificate.flow)).toBeCloseTo(view.totalS, 9);
  });

  test('counts what comes back to the source off the flow', () => {
    expect(
      flowValue([
        ['source', 'o0.0', 3],
        ['o0.0', 'source', 1],
        ['o0.0', 'target', 2],
      ]),
    ).toBe(2);
  });
});

test('large graphs begin folded, but for the blocks that the cut goes through', () => {
  const view = makeTransformerView(32);
  const open = blocksOpenAtFirst(view);
  expect(open.size).toBeGreaterThan(0);
  for (const block of open)
    expect(
      new Set(view.operators.filter((operator) => operator.block === block).map(({ label }) => label)).size,
    ).toBeGreaterThan(1);
  expect(blocksOpenAtFirst(makeMobileView(10)).size).toBe(10);
});
