import { describe, expect, it } from 'vitest';
import type { NodeId } from '../network/types';
import type { WireTensor } from '../wire/wireTensor';
import { calibrationParts } from './calibrationParts';
import { compareResults } from './compareResults';
import { fitCosts, type PartSample } from './fitCosts';
import { seededInputs } from './seededInputs';
import { shipOverLink } from './shapedLink';
import { cellOf, countsForHeadline, relativeError, summariseCells } from './splitStatistics';
import type { Cell, ExecutionPlan, Prediction } from './types';

const floats = (name: string, ...values: number[]): WireTensor => ({
  name,
  type: 'float32',
  shape: [values.length],
  data: new Uint8Array(Float32Array.from(values).buffer),
});

/** Sleeps oversleep by a millisecond; each look at the clock takes ten microseconds. */
function fakeClock() {
  let nowS = 5;
  const slept: number[] = [];
  return {
    slept,
    now: () => (nowS += 1e-5),
    sleep: (seconds: number) => {
      slept.push(seconds);
      nowS += seconds + 1e-3;
      return Promise.resolve();
    },
  };
}

describe('shipOverLink', () => {
  const hops = [
    { bitsPerSecond: 1e6, fixedS: 0.002 },
    { bitsPerSecond: 4e6, fixedS: 0.001 },
  ];

  it('delivers when each hop would have, to a few looks at the clock', async () => {
    const clock = fakeClock();
    const tensor = floats('a', ...Array.from({ length: 1000 }, (_, k) => k));
    const shipped = await shipOverLink({ tensors: [tensor], precisions: ['fp32'], hops }, clock);
    const dueS = 0.003 + 8 * 4000 * (1e-6 + 0.25e-6);
    expect(shipped.bytes).toBe(4000);
    expect(shipped.linkS).toBeGreaterThanOrEqual(dueS);
    expect(shipped.linkS).toBeLessThan(dueS + 1e-4);
    // The last two milliseconds are not left to the timer.
    expect(clock.slept).toHaveLength(1);
    expect(clock.slept[0]).toBeCloseTo(dueS - 2e-3, 9);
    expect(shipped.tensors).toEqual([tensor]);
  });

  it('counts the bytes that are really shipped, and gives float32 back', async () => {
    const tensor = floats('a', 0, 0.25, 1, -1);
    const ship = (precision: 'fp16' | 'int8', keepEncoded = false) =>
      shipOverLink({ tensors: [tensor], precisions: [precision], hops: [], keepEncoded }, fakeClock());
    const half = await ship('fp16');
    expect(half.bytes).toBe(8);
    expect(half.tensors[0]).toEqual(tensor);
    const byte = await ship('int8');
    expect(byte.bytes).toBe(4);
    expect(byte.tensors[0]!.type).toBe('float32');
    expect((await ship('int8', true)).tensors[0]!.type).toBe('int8');
  });

  it('does not wait without hops', async () => {
    const clock = fakeClock();
    const { linkS } = await shipOverLink({ tensors: [], precisions: [], hops: [] }, clock);
    expect(clock.slept).toEqual([]);
    expect(linkS).toBeLessThan(1e-4);
  });
});

describe('compareResults', () => {
  it('says equal only of equal bytes', () => {
    expect(compareResults([floats('y', 1, 2)], [floats('y', 1, 2)])).toEqual({
      absolute: 0,
      relative: 0,
      same: true,
    });
    expect(compareResults([floats('y', 0)], [floats('y', -0)])).toMatchObject({ absolute: 0, same: false });
  });

  it('relates the worst difference to the largest value', () => {
    const { absolute, relative } = compareResults([floats('y', 1, -4)], [floats('y', 1.5, -4)]);
    expect(absolute).toBe(0.5);
    expect(relative).toBe(0.125);
  });

  it.each([
    ['a missing result', []],
    ['a shorter one', [floats('y', 1)]],
    ['a NaN', [floats('y', 1, NaN)]],
  ])('takes %s for an infinite difference', (_, split) => {
    expect(compareResults([floats('y', 1, 2)], split).absolute).toBe(Infinity);
  });

  it('takes equal infinities for equal', () => {
    const whole = [floats('y', Infinity, 1)];
    expect(compareResults(whole, [floats('y', Infinity, 1.5)])).toMatchObject({ absolute: 0.5 });
  });

  it('relates to finite values: an infinity hides no difference', () => {
    const whole = [floats('y', -Infinity, 2)];
    expect(compareResults(whole, [floats('y', -Infinity, 3)]).relative).toBe(0.5);
    expect(compareResults(whole, [floats('y', 1, 2)]).relative).toBe(Infinity);
  });

  it('takes another shape for an infinite difference', () => {
    const [whole] = [floats('y', 1, 2)];
    expect(compareResults([whole], [{ ...whole, shape: [1, 2] }]).absolute).toBe(Infinity);
  });
});

describe('fitCosts', () => {
  it('finds the costs that the samples were made with', () => {
    const parts = calibrationParts().map(({ kind, elements }): PartSample => {
      const into = kind === 'take' ? elements * 4 : 0;
      const out = kind === 'make' ? elements * 4 : 0;
      const growS = kind === 'take' ? 0 : elements * 1e-9;
      const runS = 1e-5 + into * 2e-10 + out * 4e-10 + growS;
      return { kind, elements, runS, roundTripS: runS + 2e-4 + (into + out) * 1e-11 };
    });
    const shipping = [1, 1000, 100_000].map((elements) => ({ elements, seconds: 5e-5 + elements * 4e-10 }));
    const costs = fitCosts(parts, shipping);
    expect(costs.into.fixedS).toBeCloseTo(1e-5, 8);
    expect(costs.into.perByteS / 2e-10).toBeCloseTo(1, 3);
    expect(costs.out.perByteS / 4e-10).toBeCloseTo(1, 3);
    expect(costs.message.fixedS).toBeCloseTo(2e-4, 9);
    expect(costs.message.perByteS / 1e-11).toBeCloseTo(1, 2);
    expect(costs.shipping.perByteS / 1e-10).toBeCloseTo(1, 2);
  });

  it('never makes a copy cheaper than nothing', () => {
    const parts = calibrationParts().map(({ kind, elements }) => ({
      kind,
      elements,
      runS: 1 / elements,
      roundTripS: 1 / elements,
    }));
    const costs = fitCosts(parts, [
      { elements: 1, seconds: 2 },
      { elements: 10, seconds: 1 },
    ]);
    expect([
      costs.into.perByteS,
      costs.out.perByteS,
      costs.message.perByteS,
      costs.shipping.perByteS,
    ]).toEqual([0, 0, 0, 0]);
  });
});

const plan: ExecutionPlan = {
  stages: [
    { kind: 'part', index: 0, node: 'a' as NodeId, from: 0, to: 1, plannedS: 1 },
    { kind: 'transfer', boundary: 1, bytes: 8, tensors: ['t'], hops: [] },
    { kind: 'part', index: 1, node: 'b' as NodeId, from: 1, to: 2, plannedS: 1 },
  ],
};
const part = { kind: 'part', blocksS: 1, copiesS: 0, seconds: 1 } as const;

function cell(linkS: number, factor = 1, pace = 1): Cell {
  const predicted: Prediction = {
    stages: [
      { ...part, factor: 1 },
      { kind: 'transfer', seconds: linkS },
      { ...part, factor },
    ],
    computeS: 2,
    transferS: linkS,
    handlingS: 0,
    totalS: 2 + linkS,
  };
  const run = { stagesS: [1, linkS, 1], handlingS: 0.1, totalS: 2.1 + linkS };
  return cellOf({
    plan,
    bandwidth: 1,
    predicted,
    pace,
    unpacedComputeS: 2 / pace,
    runs: [run, run, run],
    sentBytes: [8],
    seed: 1,
  });
}

describe('cells', () => {
  it('scale parts by their factor, and nothing else', () => {
    const { stages, compute, transfer, handling, total } = cell(1, 3);
    expect(stages.map(({ seconds }) => seconds)).toEqual([1, 1, 3]);
    expect([compute, transfer, handling].map(({ seconds }) => seconds)).toEqual([4, 1, 0.1]);
    expect(total.seconds).toBeCloseTo(5.1, 12);
  });

  it('count for the headline while the link takes at most half', () => {
    expect(countsForHeadline(cell(2.05))).toBe(true);
    expect(countsForHeadline(cell(2.2))).toBe(false);
    const summary = summariseCells([cell(1), cell(100)]);
    expect([summary.cells, summary.counted]).toEqual([2, 1]);
    expect(summary.total!.median).toBeCloseTo(relativeError(3, cell(1).total), 12);
    expect(summariseCells([cell(100)])).toMatchObject({ counted: 0, compute: null, total: null });
  });
});

describe('summariseCells', () => {
  it('has the span of the paces that predictions took into account', () => {
    expect(summariseCells([cell(1, 1, 1.07), cell(1, 1, 0.98)]).pace).toEqual([0.98, 1.07]);
  });
});

describe('seededInputs', () => {
  it('are the same for the same seed, of the model’s shape', () => {
    const workload = {
      kind: 'catalogue',
      architecture: 'mobilenet-v2',
      inputPx: 64,
      width: 0.25,
      shipped: 'int8',
      rawInput: 'uint8',
    } as const;
    const [input] = seededInputs(workload, 7);
    expect(input).toMatchObject({ type: 'float32', shape: [1, 3, 64, 64] });
    expect(input!.data.byteLength).toBe(3 * 64 * 64 * 4);
    expect(seededInputs(workload, 7)).toEqual(seededInputs(workload, 7));
    expect(seededInputs(workload, 8)).not.toEqual(seededInputs(workload, 7));
  });
});
