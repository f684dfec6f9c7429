import { describe, expect, it } from 'vitest';
import { presets } from '../../../core/scenario/presets/presets';
import { deliveries } from '../../../core/scenario/types';
import { rowStudy } from '../../../core/studies/rowStudy';
import { messageOf, sciSteps, tableRanges, ueOptions, zetaParts } from './sciSteps';
import { rowOf, toyRow } from './testing/rowFixture';

describe('the steps of the protocol', () => {
  it('are the start, a message a hop from the last node to the UE, the pass forwards, and the end', () => {
    expect(sciSteps(toyRow).map((step) => [step.kind, 'node' in step ? step.node : null])).toEqual([
      ['start', null],
      ['message', 2],
      ['message', 1],
      ['forward', 0],
      ['forward', 1],
      ['end', null],
    ]);
  });

  it('hand each node the message of the one behind it, and the last node none', () => {
    const [, last, first] = sciSteps(toyRow);
    expect(last).toMatchObject({ kind: 'message', incoming: null });
    expect(first).toMatchObject({ kind: 'message', incoming: { from: 2 } });
  });

  it('add up to the latency of the split', () => {
    const steps = sciSteps(toyRow);
    const last = steps.filter((step) => step.kind === 'forward').at(-1)!;
    expect(last.soFarS).toBeCloseTo(73 / 30, 12);
    expect(steps.at(-1)).toMatchObject({ kind: 'end', deliverS: 0 });
  });

  it('leave what delivering the result costs to the end', () => {
    const row = rowOf({ ...toyRow, nodes: ['ue', 'mec', 'cloud'], finishS: [9, 0.25, 9] });
    expect(sciSteps(row).at(-1)).toMatchObject({ kind: 'end', deliverS: expect.closeTo(0.25, 12) as number });
  });

  it('stop passing forwards at the node that completes the model', () => {
    const alone = rowOf({
      nodes: ['ue', 'cloud'],
      computeS: [[1], [1]],
      shipS: [[5, 0]],
    });
    expect(sciSteps(alone).filter((step) => step.kind === 'forward')).toMatchObject([
      { node: 0, from: 0, to: 1, computeS: 1, shipS: null },
    ]);
  });
});

describe('an entry of a message', () => {
  it('is the hop, the blocks run here, and the entry of the message before', () => {
    const cloud = toyRow.messages.find((message) => message.from === 2)!;
    const mec = toyRow.messages.find((message) => message.from === 1)!;
    for (const [tensor, zetaS] of mec.zetaS.entries()) {
      const parts = zetaParts(toyRow, 1, tensor, mec.nextBoundary[tensor]!, cloud)!;
      expect(parts.hopS + parts.computeS + parts.afterS).toBe(parts.totalS);
      expect(parts.totalS).toBeCloseTo(zetaS!, 12);
    }
  });

  it('ends where ending costs no more than going on', () => {
    expect(zetaParts(toyRow, 2, 0, 3, null)).toMatchObject({ endsHere: true, afterS: 0 });
    expect(zetaParts(toyRow, 2, 0, 2, null)).toBeNull();
  });

  it('is nothing where the hop cannot carry the tensor', () => {
    const row = rowOf({ nodes: ['a', 'b'], computeS: [[1], [1]], shipS: [[null, 0]] });
    expect(zetaParts(row, 1, 0, 1, null)).toBeNull();
  });
});

describe('the choice of the UE', () => {
  it('is least where the split begins, at what the split costs', () => {
    const options = ueOptions(toyRow);
    expect(options).toHaveLength(4);
    const least = Math.min(...options.map((seconds) => seconds ?? Infinity));
    expect(least).toBeCloseTo(toyRow.totalS, 12);
    expect(options.indexOf(least)).toBe(toyRow.boundaries[0]);
  });
});

describe('a decision table', () => {
  const message = (nextBoundary: readonly number[], zetaS = nextBoundary.map((): number | null => 1)) => ({
    from: 1,
    zetaS,
    nextBoundary,
    bytes: 0,
  });

  it('is told in as few rows as say it', () => {
    expect(tableRanges(message([2, 2, 2, 5, 5, 5]))).toEqual([
      { first: 0, last: 1, next: 2 },
      { first: 2, last: 2, next: null },
      { first: 3, last: 5, next: 5 },
    ]);
  });

  it('joins tensors that are all handed on at once', () => {
    expect(tableRanges(message([0, 1, 2, 4, 4]))).toEqual([
      { first: 0, last: 2, next: null },
      { first: 3, last: 4, next: 4 },
    ]);
  });

  it('leaves out what cannot arrive', () => {
    expect(tableRanges(message([3, 3, 3, 3], [1, null, 1, 1]))).toEqual([
      { first: 0, last: 0, next: 3 },
      { first: 2, last: 3, next: 3 },
    ]);
  });
});

describe('on every preset and delivery', () => {
  const cases = presets.flatMap((preset) =>
    deliveries.map((delivery) => ({
      name: `${preset.id}, ${delivery}`,
      scenario: { ...preset.scenario, delivery },
    })),
  );

  it.each(cases)('the steps and their formulas come to what the solver says: $name', ({ scenario }) => {
    const answer = rowStudy(scenario, {}, { shouldStop: () => false });
    if (answer.kind !== 'row') throw new Error(`trouble: ${answer.trouble.kind}`);
    const { row } = answer;
    const steps = sciSteps(row);
    expect(steps.at(-1)).toMatchObject({ totalS: expect.closeTo(row.totalS, 9) as number });
    for (const { from, zetaS, nextBoundary } of row.messages) {
      const incoming = messageOf(row, from + 1);
      for (const [tensor, seconds] of zetaS.entries()) {
        const next = nextBoundary[tensor];
        if (seconds === null || next === null || next === undefined) continue;
        expect(zetaParts(row, from, tensor, next, incoming)?.totalS).toBeCloseTo(seconds, 9);
      }
    }
    const first = row.sci.boundaries[0]!;
    expect(ueOptions(row)[first]).toBeCloseTo(row.totalS, 9);
  });
});
