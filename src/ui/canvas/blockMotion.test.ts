import { expect, test } from 'vitest';
import { blockMotion } from './blockMotion';
import type { LinkTransfer } from './planOverlay';

const crossing = (
  boundary: number,
  direction: LinkTransfer['direction'] = 'aToB',
): readonly LinkTransfer[] => [{ direction, boundary, bytes: 1, seconds: 1, share: 0.1 }];

test('a cut that moves towards the end brings blocks back upstream', () => {
  expect(blockMotion(crossing(10), crossing(20), 55)).toEqual({ direction: 'bToA', squares: 2, block: 10 });
});

test('a cut that moves to the start sends blocks downstream', () => {
  expect(blockMotion(crossing(20), crossing(18), 55)).toEqual({ direction: 'aToB', squares: 1, block: 18 });
});

test('a link that comes into use sends the rest of the model over it, one that falls out brings it back', () => {
  expect(blockMotion([], crossing(15), 55)).toEqual({ direction: 'aToB', squares: 4, block: 15 });
  expect(blockMotion(crossing(15), [], 55)).toEqual({ direction: 'bToA', squares: 4, block: 15 });
  expect(blockMotion([], crossing(15, 'bToA'), 55)!.direction).toBe('bToA');
});

test('nothing moves where the cut stays, or the link stays unused', () => {
  expect(blockMotion(crossing(10), crossing(10), 55)).toBeNull();
  expect(blockMotion([], [], 55)).toBeNull();
});
