import { expect, test } from 'vitest';
import { strategies } from '../../core/solvers/registry';
import type { NetworkLink } from '../../core/network/types';
import { computeFormula, shipSeconds, transferFormula, type TransferLeg } from './formulas';
import { gainOver, gainPhrase, sameTotal } from './gain';
import { strategyNames, strategyPhrase } from './strategyNames';
import { blocksPhrase, boundaryPhrase, joinWords, splitPhrase } from './words';

test('the gain is 1 - best / baseline, with the time it saves', () => {
  expect(gainOver(0.066, 0.1)!.ratio).toBeCloseTo(0.34);
  expect(gainPhrase(0.066, 0.1, 'all in the cloud')).toBe('34 % faster than all in the cloud: 34 ms saved');
});

test('a tie is no gain, a slower plan is called slower, and nothing is compared with nothing', () => {
  expect(gainPhrase(0.1, 0.1 * (1 + 1e-12), 'all on the UE')).toBe('as fast as all on the UE');
  expect(gainPhrase(0.2, 0.1, 'all on the UE')).toBe('100 ms slower than all on the UE');
  expect([gainOver(1, 0), gainOver(1, Infinity), gainOver(NaN, 1)]).toEqual([null, null, null]);
  expect(sameTotal(0, 0)).toBe(true);
  expect(sameTotal(1, 1.001)).toBe(false);
});

test('strategies have the names that the solver registry gives them', () => {
  for (const { id, name } of strategies) expect(strategyNames[id]).toBe(name);
  expect(Object.keys(strategyNames)).toHaveLength(strategies.length);
  expect(strategyPhrase('cloud-only')).toBe('all in the cloud');
});

const link = {
  aToBMbps: 50,
  bToAMbps: 25,
  propagationMs: 2,
  overheadMs: 0,
} as unknown as NetworkLink;
const leg = (direction: 'aToB' | 'bToA'): TransferLeg =>
  ({
    kind: 'transfer',
    direction,
    bytes: 301_056,
    seconds: shipSeconds(link, direction, 301_056),
  }) as TransferLeg;

test('a transfer is explained with every digit of its bytes and the capacity of its direction', () => {
  expect(transferFormula(link, leg('aToB'))).toBe('8 × 301,056 B / 50 Mbit/s + 2 ms propagation = 50.2 ms');
  expect(transferFormula(link, leg('bToA'))).toBe('8 × 301,056 B / 25 Mbit/s + 2 ms propagation = 98.3 ms');
  expect(shipSeconds({ ...link, aToBMbps: 0 }, 'aToB', 1)).toBe(Infinity);
});

test('a computation is explained by the blocks it sums', () => {
  const compute = { kind: 'compute', from: 0, to: 12, seconds: 0.0098 } as Parameters<
    typeof computeFormula
  >[0];
  expect(computeFormula(compute)).toBe('sum of 12 block times = 9.8 ms');
  expect(computeFormula({ ...compute, to: 1 })).toBe('1 block = 9.8 ms');
});

test('phrases count and list as one speaks', () => {
  expect([splitPhrase(1), splitPhrase(2), splitPhrase(12)]).toEqual([
    'split in one place',
    'split in two places',
    'split in 12 places',
  ]);
  expect([joinWords([]), joinWords(['a']), joinWords(['a', 'b', 'c'])]).toEqual(['', 'a', 'a, b and c']);
  expect([blocksPhrase(0, 1), blocksPhrase(1, 9)]).toEqual(['block 1', 'blocks 2–9']);
  expect([0, 3, 5].map((boundary) => boundaryPhrase(boundary, 5))).toEqual([
    'before the first block',
    'after block 3',
    'after the last block',
  ]);
});
