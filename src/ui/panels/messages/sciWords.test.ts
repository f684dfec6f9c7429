import { describe, expect, it } from 'vitest';
import { stepChart } from './messageChart';
import { sciSteps } from './sciSteps';
import { agree, knowledgeOf, stepFormula, stepWords } from './sciWords';
import { rowOf, toyRow } from './testing/rowFixture';

const words = {
  row: toyRow,
  names: ['Phone', 'MEC host', 'Cloud'],
  boundaryBytes: [150_000, 125_000, 500_000, 0],
};
const steps = sciSteps(toyRow);
const [start, cloud, mec, ue, runs, end] = steps as [
  (typeof steps)[0],
  (typeof steps)[0],
  (typeof steps)[0],
  (typeof steps)[0],
  (typeof steps)[0],
  (typeof steps)[0],
];

describe('the words of a step', () => {
  it('say who tells whom, how much, and from what it knows', () => {
    expect(stepWords(start, words).text).toContain('three blocks');
    expect(stepWords(cloud, words)).toMatchObject({
      title: 'Cloud tells MEC host what handing over would cost',
    });
    expect(stepWords(cloud, words).text).toContain('Cloud is the last node');
    expect(stepWords(mec, words).text).toContain('one message of Cloud');
    expect(stepWords(mec, words).text).toContain('4 numbers');
    expect(stepWords(mec, words).text).toContain('16 B');
  });

  it('say what each node does with what it is handed', () => {
    expect(stepWords(ue, words)).toEqual({
      title: 'Phone runs nothing',
      text: 'Phone adds its own times to the message of MEC host and takes the least. It runs nothing and hands the input (150 kB) to MEC host.',
    });
    expect(stepWords(runs, words)).toEqual({
      title: 'MEC host runs blocks 1–3',
      text: 'MEC host is handed the input and looks up its entry 0. It runs blocks 1–3 and the model is complete.',
    });
  });

  it('say at the end that the messages found the optimum', () => {
    expect(stepWords(end, words).text).toBe(
      '2.43 s from start to end. The optimum found in one place, with every number known, takes 2.43 s: the same. It took two messages for three nodes: P − 1.',
    );
    const delivered = rowOf({ nodes: ['a', 'b'], computeS: [[9], [1]], shipS: [[1, 9]], finishS: [9, 0.5] });
    const last = sciSteps(delivered).at(-1)!;
    expect(stepWords(last, { ...words, row: delivered }).text).toContain(
      '500 ms of it to deliver the result',
    );
  });

  it('do not call two times the same that are not', () => {
    expect(agree(1, 1 + 1e-12)).toBe(true);
    expect(agree(1, 1.001)).toBe(false);
    const wrong = { ...words, row: { ...toyRow, totalS: 2 } };
    expect(stepWords(end, wrong).text).not.toContain('the same');
  });
});

describe('what a node knows', () => {
  it('is its own times, its hop, and one message once that has come', () => {
    expect(knowledgeOf(0, words, false)).toEqual(['its own three block times, 5.5 s in all']);
    expect(knowledgeOf(1, words, false)).toEqual([
      'its own three block times, 1.83 s in all',
      'the hop from Phone: 0 ms to 2 s a tensor',
    ]);
    expect(knowledgeOf(1, words, true).at(-1)).toBe('one message, of Cloud: 4 values, 0 ms to 8.4 s');
    expect(knowledgeOf(2, words, true)).toHaveLength(2);
  });

  it('counts the blocks that it cannot run', () => {
    const row = rowOf({
      nodes: ['a', 'b'],
      computeS: [
        [1, null],
        [1, 1],
      ],
      shipS: [[1, 1, 0]],
    });
    expect(knowledgeOf(0, { ...words, row }, false)[0]).toBe(
      'its own two block times, 1 s in all, 1 of them impossible',
    );
  });
});

describe('the formula of a step', () => {
  it('adds the hop, the blocks run here and the entry heard, and gets what the message says', () => {
    // The cloud's ζ(1) is 2 s of hop and 0.5 s of blocks; the MEC host had better run all of it.
    expect(stepFormula(cloud, 1, words)?.values).toBe(
      'ζ(1) = 2 s hop + 500 ms blocks 2–3 here + 0 ms (the result stays) = 2.5 s',
    );
    expect(stepFormula(mec, 0, words)?.values).toBe(
      'ζ(0) = 600 ms hop + 1.83 s blocks 1–3 here + 0 ms (the result stays) = 2.43 s',
    );
  });

  it('names the entry that was heard where the node hands on', () => {
    const row = rowOf({
      nodes: ['a', 'b', 'c'],
      computeS: [
        [9, 9],
        [1, 9],
        [9, 1],
      ],
      shipS: [
        [1, 1, 1],
        [1, 2, 9],
      ],
    });
    const first = sciSteps(row)[2]!;
    expect(stepFormula(first, 0, { ...words, row, names: ['A', 'B', 'C'] })?.values).toBe(
      'ζ(0) = 1 s hop + 1 s block 1 here + 3 s from C on (its ζ(1)) = 5 s',
    );
  });

  it('compares the choices of the UE with the least', () => {
    expect(stepFormula(ue, 0, words)?.values).toBe(
      'total(0) = 0 ms here + 2.43 s from MEC host on (its ζ(0)) = 2.43 s, the least',
    );
    expect(stepFormula(ue, 3, words)?.values).toContain('= 5.5 s; the least is 2.43 s at j = 0');
  });

  it('counts what has been spent so far', () => {
    expect(stepFormula(runs, 0, words)).toEqual({
      general: 'n(0) = 3: run up to block 3',
      values: 'so far 600 ms before + 1.83 s blocks 1–3 here = 2.43 s',
    });
  });

  it('has no values where an entry is impossible, and none at the start', () => {
    const row = rowOf({ nodes: ['a', 'b'], computeS: [[1], [1]], shipS: [[null, 0]] });
    expect(stepFormula(sciSteps(row)[1]!, 0, { ...words, row })?.values).toBeNull();
    expect(stepFormula(start, 0, words)).toBeNull();
  });
});

describe('the chart of a step', () => {
  it('marks the entry that the split will use', () => {
    expect(stepChart(mec, words)).toMatchObject({ used: 0, title: 'The message of MEC host' });
    expect(stepChart(cloud, words)?.used).toBe(3);
    expect(stepChart(ue, words)?.used).toBe(0);
    expect(stepChart(end, words)).toBeNull();
  });

  it('has every number of the message in its table', () => {
    const { table } = stepChart(mec, words)!;
    expect(table.rows).toHaveLength(4);
    expect(table.rows[0]).toEqual([0, 'before the first block', 150_000, expect.closeTo(2433.333, 3), 3]);
    for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
  });
});
